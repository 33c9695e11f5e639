/** What must not cost a word: a reload in the middle of one, a second tab, an update, hostile text, a browser without storage. */
import { appendFileSync, cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { en as t } from "../../src/ui/texts/en/index.ts";
import { dist, freePort, openProfile, pageErrors, readyForOffline, serveApp, type Served } from "./app.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-kept-"));
const site = join(folder, "site");
const question = "#/assess/sample-customs-xray/eu-altai/ALTAI-1.1.a";

let served: Served;
let browser: BrowserContext;
let page: Page;

const note = (of: Page) => of.getByLabel(t.assess.note.label, { exact: true });
const noteOf = async (of: Page) => {
  await note(of).waitFor();
  return note(of).inputValue();
};
const open = async (of: Page) => {
  await of.goto(served.url + question);
  await note(of).waitFor();
};

beforeAll(async () => {
  cpSync(dist, site, { recursive: true });
  served = await serveApp(await freePort(), site);
  browser = await openProfile(join(folder, "profile"), { locale: "en-GB" });
  page = browser.pages()[0] ?? (await browser.newPage());
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto(served.url);
  await page.getByRole("button", { name: t.systems.openSample }).click();
  await page.locator("fieldset.levels").waitFor();
});
afterAll(async () => {
  await browser.close();
  await served.stop();
});

describe("nothing typed is lost", () => {
  test("a reload in the middle of a word keeps what was typed", async () => {
    for (let round = 0; round < 5; round += 1) {
      await open(page);
      await note(page).fill(`half a wor ${round}`);
      await note(page).press("d");
      await page.reload();
      expect(await noteOf(page)).toBe(`half a wor ${round}d`);
    }
  });

  test("typing on one question and moving on leaves the words where they were typed", async () => {
    await open(page);
    await note(page).fill("belongs to 1.1.a");
    await page.getByRole("button", { name: t.assess.question.next, exact: true }).first().click();
    await page.waitForURL(/ALTAI-1\.1\.b/);
    expect(await noteOf(page)).not.toBe("belongs to 1.1.a");
    await open(page);
    expect(await noteOf(page)).toBe("belongs to 1.1.a");
  });

  test("a second tab follows live, and takes over when the first is closed", async () => {
    await open(page);
    const second = await browser.newPage();
    await open(second);
    await second.getByText(t.frame.following.title).waitFor();
    expect(await note(second).isDisabled()).toBe(true);
    await note(page).fill("seen in the other tab");
    await expect.poll(() => note(second).inputValue()).toBe("seen in the other tab");
    await page.goto("about:blank");
    await expect.poll(() => note(second).isEnabled()).toBe(true);
    await note(second).fill("written by the second");
    await second.locator(".save-state[data-state=saved]").waitFor();
    await second.close();
    await open(page);
    expect(await noteOf(page)).toBe("written by the second");
  });

  test("an update waits until it is accepted, and saves what is being typed in every tab first", async () => {
    await page.goto(served.url);
    await readyForOffline(page);
    await open(page);
    const other = await browser.newPage();
    await other.goto(`${served.url}#/settings`);
    await note(page).fill("typed before the update");
    await note(page).press("!");
    publishNewVersion();
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await page.getByText(t.frame.update.title).waitFor({ timeout: 60_000 });
    await note(page).press("?");
    expect(await note(page).inputValue()).toBe("typed before the update!?");
    await page.getByRole("button", { name: t.frame.update.apply }).click();
    await page.waitForFunction(() => document.documentElement.dataset["version"] === "next", undefined, { timeout: 60_000 });
    expect(await noteOf(page)).toBe("typed before the update!?");
    await other.close();
  });

  test("markup in a note stays text, in the field and in the report", async () => {
    const errors = pageErrors(page);
    const hostile = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`;
    await open(page);
    await note(page).fill(hostile);
    await page.locator(".save-state[data-state=saved]").waitFor();
    await page.goto(`${served.url}#/report/sample-customs-xray`);
    await page.getByText("<script>", { exact: false }).first().waitFor();
    expect(await page.title()).not.toContain("owned");
    expect(errors).toEqual([]);
  });

  test("undo and redo go through the journal by key", async () => {
    await open(page);
    await note(page).fill("to be undone");
    await note(page).blur();
    await page.locator(".save-state[data-state=saved]").waitFor();
    await page.keyboard.press("Control+z");
    await expect.poll(() => noteOf(page)).not.toBe("to be undone");
    await page.keyboard.press("Control+Shift+z");
    await expect.poll(() => noteOf(page)).toBe("to be undone");
  });
});

describe("a browser that cannot keep data", () => {
  test("says so in a sentence instead of failing", async () => {
    const bare = await browser.newPage();
    await bare.addInitScript(() => Object.defineProperty(globalThis, "indexedDB", { value: undefined }));
    await bare.goto(served.url);
    await bare.getByText(t.frame.unavailable).waitFor();
    await bare.close();
  });
});

/** What a deployment does: another index.html, and a service worker that knows it. */
function publishNewVersion(): void {
  const page = join(site, "index.html");
  writeFileSync(page, readFileSync(page, "utf8").replace('<html lang="en"', '<html lang="en" data-version="next"'));
  const worker = join(site, "sw.js");
  const text = readFileSync(worker, "utf8");
  const renewed = text.replace(/(["']?url["']?:\s*["']index\.html["'],\s*["']?revision["']?:\s*["'])[0-9a-f]+|(["']?revision["']?:\s*["'])[0-9a-f]+(["'],\s*["']?url["']?:\s*["']index\.html["'])/, (all, before?: string, start?: string, rest?: string) =>
    before ? `${before}ffffffffffffffffffffffffffffffff` : `${start}ffffffffffffffffffffffffffffffff${rest}`,
  );
  if (renewed === text) throw new Error("the service worker does not name index.html with a revision");
  writeFileSync(worker, renewed);
  appendFileSync(worker, "\n// next\n");
}
