import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { withoutRasterizers } from "../build/without-rasterizers.ts";
import { freePort, openProfile } from "../tests/real-browser/app.ts";
import { buildScript } from "../tests/real-browser/build-script.ts";
import { readReportFonts } from "../tests/report-fonts.ts";
import { documentMaker, type Shape } from "./report-documents.ts";

/** Milliseconds from the call to the bytes, each in a worker that has done nothing before, in a real Chromium. */
export type TimeInWorker = (shape: Shape, count: number, runs: number) => Promise<readonly number[]>;

/** Gives `use` a browser with the fonts at hand. */
export async function withReportWorkers(use: (time: TimeInWorker) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "assay-bench-"));
  const browser = await openProfile(join(folder, "profile"), { locale: "en-GB" });
  try {
    const script = await buildScript(join(import.meta.dirname, "report-in-worker.ts"), folder, [withoutRasterizers()]);
    const origin = `http://127.0.0.1:${await freePort()}`;
    const documents = new Map<string, string>();
    await browser.route(`${origin}/**`, (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      const fonts = Object.entries(readReportFonts()).find(([face]) => face === name);
      if (fonts) return route.fulfill({ contentType: "font/ttf", body: Buffer.from(fonts[1] as Uint8Array) });
      if (name === "worker.js") return route.fulfill({ contentType: "text/javascript", body: script });
      return route.fulfill(documents.has(name) ? { contentType: "application/json", body: documents.get(name) ?? "" } : { contentType: "text/html", body: "<!doctype html>" });
    });
    const page = await browser.newPage();
    await page.goto(`${origin}/`);
    await use(async (shape, count, runs) => {
      const name = `${shape}-${count}.json`;
      documents.set(name, JSON.stringify(documentMaker(shape, count)()));
      const times: number[] = [];
      for (let run = 0; run < runs; run += 1) times.push(await timeOnce(page, name));
      return times;
    });
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function timeOnce(page: Page, name: string): Promise<number> {
  return page.evaluate(async (document) => {
    const [sans, sansBold, serif] = await Promise.all(["sans", "sansBold", "serif"].map(async (face) => new Uint8Array(await (await fetch(face)).arrayBuffer())));
    const request = { document: (await (await fetch(document)).json()) as unknown, fonts: { sans, sansBold, serif } };
    const worker = new Worker("worker.js", { type: "module" });
    try {
      return await new Promise<number>((resolve, reject) => {
        worker.addEventListener("error", (event) => reject(new Error(event.message)));
        worker.addEventListener("message", ({ data }: MessageEvent<"ready" | { readonly milliseconds: number }>) => {
          if (data === "ready") worker.postMessage(request);
          else resolve(data.milliseconds);
        });
      });
    } finally {
      worker.terminate();
    }
  }, name);
}
