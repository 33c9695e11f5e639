import { spawn, type ChildProcess } from "node:child_process";
import { chromium, type Browser, type BrowserContext } from "playwright";
import { findBrowser } from "../find-browser.ts";

/** A browser of our own, whose process can be killed: Playwright's would be closed in good order. */
export interface Killable {
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly kill: () => Promise<void>;
}

export async function startKillable(profile: string): Promise<Killable> {
  const options = [
    "--headless=new",
    "--no-sandbox",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--hide-crash-restore-bubble",
    "--lang=en-GB",
    "--accept-lang=en-GB",
    "--remote-debugging-port=0",
    `--user-data-dir=${profile}`,
    "about:blank",
  ];
  const child = spawn(findBrowser(), options, { stdio: ["ignore", "ignore", "pipe"], detached: process.platform !== "win32" });
  const endpoint = await toldBy(child, /DevTools listening on (\S+)/);
  const browser = await chromium.connectOverCDP(endpoint);
  const context = browser.contexts()[0];
  if (!context) throw new Error("the browser has no context");
  return { browser, context, kill: () => killFamily(child) };
}

/** What `child` says of itself, first group of `pattern`. Rejects with all it said when it ends before. */
export function toldBy(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = "";
    child.once("exit", () => reject(new Error(`the browser ended: ${told}`)));
    child.once("error", reject);
    child.stderr?.on("data", (chunk: Buffer) => {
      told += chunk.toString();
      const [, found] = pattern.exec(told) ?? [];
      if (found) resolve(found);
    });
  });
}

/** SIGKILL, to the whole family where there are families. */
export async function killFamily(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  if (process.platform === "win32" || !child.pid) child.kill("SIGKILL");
  else process.kill(-child.pid, "SIGKILL");
  await gone;
}
