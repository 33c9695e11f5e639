import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findFirefox } from "../find-firefox.ts";
import { connectBidi, type Bidi } from "./bidi.ts";
import { killFamily, toldBy } from "./killable.ts";

/** Stock Firefox with a profile that outlives it, driven over WebDriver BiDi. */
export interface Firefox {
  readonly newTab: () => Promise<FirefoxTab>;
  /** Runs the function text in every page that is opened from now on, before its own scripts. */
  readonly preload: (functionText: string) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly kill: () => Promise<void>;
}

export interface FirefoxTab {
  readonly goto: (url: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  /** What the expression gives in the page, awaited; it must be JSON. */
  readonly evaluate: <T>(expression: string) => Promise<T>;
  /** Waits until the expression is neither false nor null nor 0; gives it. Rejects after 30 s, naming it. */
  readonly until: <T>(expression: string) => Promise<T>;
  /** Clicks the first shown element of `selector` that is enabled and named `name`. */
  readonly click: (selector: string, name: string) => Promise<void>;
  /** Types into whatever has the focus, as by the keyboard. */
  readonly type: (text: string) => Promise<void>;
  readonly setFiles: (selector: string, files: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What a first start would ask, look up or open. */
function preferences(downloads: string): Readonly<Record<string, string | number | boolean>> {
  return {
    "app.update.enabled": false,
    "browser.aboutwelcome.enabled": false,
    "browser.download.alwaysOpenPanel": false,
    "browser.download.dir": downloads,
    "browser.download.folderList": 2,
    "browser.download.open_pdf_attachments_inline": false,
    "browser.sessionstore.resume_from_crash": false,
    "browser.shell.checkDefaultBrowser": false,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": false,
    "extensions.update.enabled": false,
    "intl.accept_languages": "en-GB",
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "pdfjs.disabled": true,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "toolkit.startup.max_resumed_crashes": -1,
  };
}

/** `profile` and `downloads` are folders; both are made. */
export async function startFirefox(profile: string, downloads: string): Promise<Firefox> {
  mkdirSync(profile, { recursive: true });
  mkdirSync(downloads, { recursive: true });
  const lines = Object.entries(preferences(downloads)).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  writeFileSync(join(profile, "user.js"), lines.join("\n"));
  const child = spawn(findFirefox(), ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"], {
    stdio: ["ignore", "ignore", "pipe"],
    detached: process.platform !== "win32",
  });
  const bidi = await connectBidi(`${await toldBy(child, /WebDriver BiDi listening on (\S+)/)}/session`);
  await bidi.send("session.new", { capabilities: { alwaysMatch: { unhandledPromptBehavior: { default: "accept" } } } });
  return {
    newTab: async () => createTab(bidi, (await bidi.send<{ context: string }>("browsingContext.create", { type: "tab" })).context),
    preload: async (functionDeclaration) => void (await bidi.send("script.addPreloadScript", { functionDeclaration })),
    close: async () => {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      await bidi.send("browser.close", {}).catch(() => undefined);
      await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 10_000))]);
      await killFamily(child);
    },
    kill: () => killFamily(child),
  };
}

type Evaluated = { readonly type: "success"; readonly result: Remote } | { readonly type: "exception"; readonly exceptionDetails: { readonly text: string } };
interface Remote {
  readonly type: string;
  readonly value?: unknown;
  readonly sharedId?: string;
}

function createTab(bidi: Bidi, context: string): FirefoxTab {
  const run = async (expression: string): Promise<Remote> => {
    const params = { expression, target: { context }, awaitPromise: true, userActivation: true };
    const said = await bidi.send<Evaluated>("script.evaluate", params);
    if (said.type === "exception") throw new Error(`${said.exceptionDetails.text} in ${expression}`);
    return said.result;
  };
  const evaluate = async <T>(expression: string): Promise<T> => {
    const { value } = await run(`Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`);
    return JSON.parse(String(value)) as T;
  };
  const keepAsking = async <T>(ask: () => Promise<T | null>, what: string): Promise<T> => {
    const end = Date.now() + 30_000;
    let refusal = "";
    while (Date.now() < end) {
      const found = await ask().catch((cause: unknown) => ((refusal = String(cause)), null));
      if (found !== null) return found;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    throw new Error(`waited in vain for ${what} ${refusal}`);
  };
  const find = (expression: string) => keepAsking(async () => (await run(expression)).sharedId ?? null, expression);
  const act = (source: object) => bidi.send("input.performActions", { context, actions: [source] });
  return {
    evaluate,
    goto: async (url) => void (await bidi.send("browsingContext.navigate", { context, url, wait: "complete" })),
    reload: async () => void (await bidi.send("browsingContext.reload", { context, wait: "complete" })),
    until: <T>(expression: string) => keepAsking(async () => (await evaluate<T | false | 0 | null>(expression)) || null, expression),
    click: async (selector, name) => {
      const sharedId = await find(named(selector, name));
      const origin = { type: "element", element: { sharedId } };
      const actions = [{ type: "pointerMove", x: 0, y: 0, origin }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
      await act({ type: "pointer", id: "mouse", actions });
    },
    type: async (text) => {
      const actions = [...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]);
      await act({ type: "key", id: "keyboard", actions });
    },
    setFiles: async (selector, files) => {
      const sharedId = await find(`document.querySelector(${JSON.stringify(selector)})`);
      await bidi.send("input.setFiles", { context, element: { sharedId }, files });
    },
    close: async () => void (await bidi.send("browsingContext.close", { context, promptUnload: false })),
  };
}

/** The element, brought into view, or null while there is none to click. */
function named(selector: string, name: string): string {
  return `(() => {
    const nameOf = (one) => (one.getAttribute("aria-label") ?? one.textContent).trim();
    const found = [...document.querySelectorAll(${JSON.stringify(selector)})].find((one) => nameOf(one) === ${JSON.stringify(name)} && !one.disabled && one.checkVisibility());
    found?.scrollIntoView({ block: "center" });
    return found ?? null;
  })()`;
}
