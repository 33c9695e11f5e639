import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";
import { findInstalled, installFromDebian } from "./find-installed.ts";

const names = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "microsoft-edge", "msedge"];

const installed = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ...["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((key) => {
    const folder = process.env[key];
    return folder
      ? [join(folder, "Google/Chrome/Application/chrome.exe"), join(folder, "Microsoft/Edge/Application/msedge.exe")]
      : [];
  }),
];

/** The path of a Chromium-family browser: an installed one, else Playwright's own, else Debian's package. Throws when none can be had. */
export function findBrowser(): string {
  return installedOne() ?? playwrightsOwn() ?? (installFromDebian("chromium") ? installedOne() : null) ?? fail();
}

function installedOne(): string | null {
  return findInstalled("ASSAY_BROWSER", names, installed);
}

function playwrightsOwn(): string | null {
  const own = () => (existsSync(chromium.executablePath()) ? chromium.executablePath() : null);
  if (own()) return own();
  const cli = join(import.meta.dirname, "../node_modules/playwright/cli.js");
  spawnSync(process.execPath, [cli, "install", "chromium"], { stdio: "ignore", timeout: 300_000 });
  return own();
}

function fail(): never {
  throw new Error(
    "No browser was found. Install Chrome, Chromium or Edge, or name one in ASSAY_BROWSER, then run npm test again.",
  );
}
