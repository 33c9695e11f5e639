/** The whole path by keyboard alone: what a mouse can do, keys can, and the focus is seen all the way and never lost. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { en } from "../../src/ui/texts/en/index.ts";
import { zhTw } from "../../src/ui/texts/zh-tw/index.ts";
import { freePort, openProfile, pageErrors, serveApp, type Served } from "./app.ts";
import { press, tabTo, waitForFocus } from "./focus.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-keyboard-"));

/** Signing takes the longest and has the same keys in both languages: it is walked in one. */
for (const { locale, t, signer } of [
  { locale: "en-GB", t: en, signer: "Ada Assessor" },
  { locale: "zh-TW", t: zhTw, signer: null },
]) {
  describe(`by keyboard alone, in ${locale}`, () => {
    let served: Served;
    let browser: BrowserContext;
    let page: Page;
    let errors: string[];
    const signed = join(folder, `${locale}.pdf`);
    const place = (name: "gaps" | "report" | "verify" | "assess") => page.getByRole("navigation").getByRole("link", { name: t.common.navigation[name] });
    const button = (name: string) => page.getByRole("button", { name, exact: true });
    const goTo = async (name: "gaps" | "report" | "verify" | "assess") => {
      await tabTo(page, place(name), "Shift+Tab");
      await press(page, "Enter");
    };

    beforeAll(async () => {
      served = await serveApp(await freePort());
      browser = await openProfile(join(folder, locale), { locale });
      page = browser.pages()[0] ?? (await browser.newPage());
      errors = pageErrors(page);
      await page.goto(served.url);
      await button(t.systems.openSample).waitFor();
    });
    afterAll(async () => {
      await browser.close();
      await served.stop();
      expect(errors).toEqual([]);
    });

    test("the first Tab offers to skip to the content, and skipping goes there", async () => {
      await press(page, "Tab");
      await waitForFocus(page, page.getByRole("link", { name: t.common.skipToContent }));
      await press(page, "Enter");
      await waitForFocus(page, page.getByRole("main"));
    });

    test("the sample opens on a question with the focus in the content", async () => {
      await tabTo(page, button(t.systems.openSample));
      await page.keyboard.press("Enter");
      await page.locator("fieldset.levels").waitFor();
      await waitForFocus(page, page.getByRole("main"));
    });

    test("a number answers, said politely and once; undo takes it back", async () => {
      const levels = page.locator("fieldset.levels");
      const question = page.url();
      const before = await page.locator(".figure-value").first().innerText();
      const chosen = await levels.getByRole("radio").evaluateAll((all) => all.findIndex((one) => (one as HTMLInputElement).checked));
      const key = chosen === 4 ? "1" : "4";
      await listen(page);
      await press(page, key);
      await expect.poll(() => page.locator(".figure-value").first().innerText()).not.toBe(before);
      await page.locator(".save-state[data-state=saved]").waitFor();
      const said = await heard(page);
      const standing = await page.getByRole("region", { name: t.assess.strip }).getByRole("status").textContent();
      expect(said).toEqual([{ politeness: "polite", text: standing }]);
      await press(page, "Control+z");
      await expect.poll(() => page.locator(".figure-value").first().innerText()).toBe(before);
      expect(page.url()).toBe(question);
    });

    test("the page of keys opens, is printed alone on one page, and closes to where it was opened", async () => {
      await tabTo(page, button(t.assess.showKeys));
      await press(page, "Enter");
      const dialog = page.getByRole("dialog", { name: t.keys.title });
      await dialog.waitFor();
      await page.evaluate(() => {
        window.print = () => document.documentElement.setAttribute("data-was-printed", "");
      });
      await tabTo(page, button(t.keys.print));
      await press(page, "Enter");
      await page.locator("html[data-was-printed]").waitFor();
      const printed = join(folder, `${locale}-keys.pdf`);
      writeFileSync(printed, await page.pdf({ preferCSSPageSize: true, format: "A4" }));
      expect(execFileSync("pdfinfo", [printed], { encoding: "utf8" })).toMatch(/^Pages:\s+1$/m);
      const words = execFileSync("pdftotext", ["-raw", printed, "-"], { encoding: "utf8" }).replaceAll(/\s/g, "");
      const groups = [t.keys.assess, t.keys.walk, t.keys.everywhere, t.keys.editor].flatMap((group) => Object.values(group));
      for (const word of groups) expect(words).toContain(word.replaceAll(/\s/g, ""));
      expect(words).not.toContain(t.common.navigation.settings.replaceAll(/\s/g, ""));
      await page.keyboard.press("Escape");
      await waitForFocus(page, button(t.assess.showKeys));
    });

    test("an explanation opens from a figure and Escape gives the focus back to it [S13]", async () => {
      await goTo("gaps");
      const cell = page.getByRole("table", { name: t.gaps.heatmap }).getByRole("button").first();
      await tabTo(page, cell);
      await press(page, "Enter");
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("table").waitFor();
      await press(page, "Tab");
      expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      await waitForFocus(page, cell);
    });

    if (signer === null) return;

    test("the report is signed with an identity made on the way, and the focus comes back to the page", async () => {
      await goTo("report");
      await page.getByRole("article", { name: /海關X光/ }).waitFor();
      const sign = page.getByRole("main").getByRole("button", { name: t.report.sign });
      await tabTo(page, sign);
      await press(page, "Enter");
      const signing = page.getByRole("dialog", { name: t.report.signing.title });
      await tabTo(page, signing.getByRole("button", { name: t.identities.createTitle }));
      await press(page, "Enter");
      const making = page.getByRole("dialog", { name: t.identities.createTitle });
      await tabTo(page, making.getByLabel(t.identities.name, { exact: false }).first());
      await page.keyboard.type(signer);
      await tabTo(page, making.getByRole("button", { name: t.identities.make }));
      await page.keyboard.press("Enter");
      await making.waitFor({ state: "detached" });
      const confirm = signing.getByRole("button", { name: t.report.sign });
      await press(page, "Tab");
      await tabTo(page, confirm);
      const [download] = await Promise.all([page.waitForEvent("download", { timeout: 120_000 }), page.keyboard.press("Enter")]);
      await download.saveAs(signed);
      await waitForFocus(page, button(t.common.buttons.done));
      await press(page, "Enter");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await waitForFocus(page, sign);
    });

    test("the file field of Verify is reached by Tab, and the verdict is told", async () => {
      await goTo("verify");
      const field = page.locator("input[type=file]");
      await tabTo(page, field);
      await field.setInputFiles(signed);
      await page.getByText(t.verify.verdict.valid).first().waitFor();
      await waitForFocus(page, field);
    });

  });
}

interface Heard {
  readonly politeness: string;
  readonly text: string;
}

/** Begins to note what live regions say, as a screen reader would read it. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard: Heard[] = [];
    const regions = "[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log]";
    const observer = new MutationObserver((changes) => {
      const changed = new Set(changes.map(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest(regions)));
      for (const region of changed) {
        if (!region) continue;
        const isAssertive = region.getAttribute("aria-live") === "assertive" || region.getAttribute("role") === "alert";
        heard.push({ politeness: isAssertive ? "assertive" : "polite", text: region.textContent ?? "" });
      }
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(globalThis, { heard });
  });
}

async function heard(page: Page): Promise<readonly Heard[]> {
  return page.evaluate(() => (globalThis as unknown as { heard: readonly Heard[] }).heard);
}
