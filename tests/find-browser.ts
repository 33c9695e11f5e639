import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";

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
  return findInstalled() ?? playwrightsOwn() ?? debians() ?? fail();
}

function findInstalled(): string | null {
  const named = process.env["ASSAY_BROWSER"];
  if (named && existsSync(named)) return named;
  const folders = (process.env["PATH"] ?? "").split(process.platform === "win32" ? ";" : ":");
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...installed].find((path) => existsSync(path)) ?? null;
}

function playwrightsOwn(): string | null {
  const own = () => (existsSync(chromium.executablePath()) ? chromium.executablePath() : null);
  if (own()) return own();
  const cli = join(import.meta.dirname, "../node_modules/playwright/cli.js");
  spawnSync(process.execPath, [cli, "install", "chromium"], { stdio: "ignore", timeout: 300_000 });
  return own();
}

function debians(): string | null {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return null;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit", env });
  execFileSync("apt-get", ["install", "-y", "-qq", "chromium"], { stdio: "inherit", env });
  return findInstalled();
}

function fail(): never {
  throw new Error(
    "No browser was found. Install Chrome, Chromium or Edge, or name one in ASSAY_BROWSER, then run npm test again.",
  );
}
