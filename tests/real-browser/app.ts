import { readFileSync, existsSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { chromium, type BrowserContext, type Page } from "playwright";
import { findBrowser } from "../find-browser.ts";
import type { Texts } from "../../src/ui/texts/texts.ts";

export const dist = join(import.meta.dirname, "../../dist");
const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
  ".webmanifest": "application/manifest+json",
};

/** A built app behind a plain file server that can be taken away. */
export interface Served {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** A port that nobody listens on now. A site keeps its port, and so its storage, when it is served again. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

export async function serveApp(port: number, folder = dist): Promise<Served> {
  if (!existsSync(join(folder, "index.html"))) throw new Error("Build the app first: npm run build");
  const server: Server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname)).replace(/^[/\\]+/, "");
    const file = join(folder, path === "" || path === "." ? "index.html" : path);
    if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream", "cache-control": "no-cache" });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A browser with a profile that outlives it, as a user's does. */
export async function openProfile(profile: string, options: { readonly locale: string; readonly width?: number; readonly height?: number }): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    args: ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
    locale: options.locale,
    acceptDownloads: true,
  });
}

/**
 * Signs the report that is open and saves it as `file`, by an identity made on the way for `signer`, or by the one that
 * is there; gives the name under which it was handed over.
 */
export async function signReport(page: Page, t: Texts, file: string, signer: string | null): Promise<string> {
  await page.getByRole("button", { name: t.report.sign }).click();
  if (signer !== null) {
    await page.getByRole("dialog").getByRole("button", { name: t.identities.createTitle }).click();
    await page.getByLabel(t.identities.name, { exact: false }).first().fill(signer);
    await page.getByRole("dialog").getByRole("button", { name: t.identities.make }).click();
  }
  const signing = page.getByRole("dialog", { name: t.report.signing.title });
  await signing.waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download", { timeout: 120_000 }),
    signing.getByRole("button", { name: t.report.sign }).click(),
  ]);
  await download.saveAs(file);
  await page.getByRole("dialog").getByRole("button", { name: t.common.buttons.done }).click();
  return download.suggestedFilename();
}

/** Addresses that a page asked for outside `origin`; blob: and data: stay in the page. */
export function foreignRequests(page: Page, origin: string): string[] {
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(origin)) foreign.push(request.url());
  });
  return foreign;
}

/** What the page threw or reported as an error. */
export function pageErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  return errors;
}

/** Resolves when the service worker has everything and would serve this page. */
export async function readyForOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}
