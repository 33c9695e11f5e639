import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Page } from "playwright";
import { bootBytes } from "../tests/built/boot-bytes.ts";
import { dist, freePort, openProfile, readyForOffline, serveApp } from "../tests/real-browser/app.ts";
import { en } from "../src/ui/texts/en/index.ts";
import { tell } from "./measure.ts";

const runs = 11;
const question = "#/assess/sample-customs-xray/eu-altai/ALTAI-1.1.a";

/** What a visit fetches and how long it waits for a question, with the sample in the store. Needs `npm run build`. */
export async function benchBoot(): Promise<void> {
  if (!existsSync(join(dist, "assay.html"))) throw new Error("Build the app first: npm run build");
  const bytes = bootBytes(dist);
  tell("script before the first paint, gzipped", "kB", [(bytes.entry + bytes.texts) / 1000]);
  tell("script before the list of systems, gzipped", "kB", [(bytes.entry + bytes.texts + bytes.storage) / 1000]);
  const folder = mkdtempSync(join(tmpdir(), "assay-bench-"));
  const served = await serveApp(await freePort());
  try {
    await withSample(join(folder, "served"), served.url, async (browser) => {
      const cold = await open(browser);
      const session = await browser.newCDPSession(cold);
      await session.send("Network.enable");
      await session.send("Network.setCacheDisabled", { cacheDisabled: true });
      await session.send("Network.setBypassServiceWorker", { bypass: true });
      await timed("time to the first question, nothing cached", cold, served.url);
      await cold.close();
      const warm = await open(browser);
      await warm.goto(served.url);
      await readyForOffline(warm);
      await timed("time to the first question, from the service worker", warm, served.url);
    });
    const carried = pathToFileURL(join(dist, "assay.html")).href;
    await withSample(join(folder, "carried"), carried, async (browser) => timed("time to the first question, from assay.html on a disk", await open(browser), carried));
  } finally {
    await served.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function withSample(profile: string, address: string, work: (browser: BrowserContext) => Promise<void>): Promise<void> {
  const browser = await openProfile(profile, { locale: "en-GB" });
  try {
    const page = browser.pages()[0] ?? (await browser.newPage());
    await page.goto(address);
    await page.getByRole("button", { name: en.systems.openSample }).click();
    await page.locator("fieldset.levels").waitFor();
    await work(browser);
  } finally {
    await browser.close();
  }
}

/** A page that notes when it first shows a question, in milliseconds since its navigation began. */
async function open(browser: BrowserContext): Promise<Page> {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector("fieldset.levels")) return;
      watch.disconnect();
      performance.mark("question");
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  return page;
}

async function timed(figure: string, page: Page, address: string): Promise<void> {
  const times: number[] = [];
  for (let run = -1; run < runs; run += 1) {
    await page.goto("about:blank");
    await page.goto(address + question);
    await page.locator("fieldset.levels").waitFor();
    const at = await page.evaluate(() => performance.getEntriesByName("question")[0]?.startTime ?? Number.NaN);
    if (run >= 0) times.push(at);
  }
  tell(figure, "ms", times);
}
