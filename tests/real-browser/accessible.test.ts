/** axe finds nothing on any page, in both themes and both languages; and at 200% no page scrolls sideways. */
import { mkdtempSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type Axe from "axe-core";
import type { BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { en } from "../../src/ui/texts/en/index.ts";
import { zhTw } from "../../src/ui/texts/zh-tw/index.ts";
import { smallLibrary } from "../content/foreign/small-library.ts";
import { freePort, openProfile, serveApp, type Served } from "./app.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const sample = "sample-customs-xray";

/** Each page, and what shows that it stands. */
const pages: readonly { readonly name: string; readonly path: string; readonly ready: string }[] = [
  { name: "systems", path: "#/", ready: ".system-row" },
  { name: "new system", path: "#/new", ready: "form, fieldset, input" },
  { name: "assess", path: `#/assess/${sample}/eu-altai/ALTAI-1.1.a`, ready: "fieldset.levels" },
  { name: "gaps", path: `#/gaps/${sample}`, ready: "table" },
  { name: "report", path: `#/report/${sample}`, ready: "article.paper" },
  { name: "verify", path: "#/verify", ready: "input[type=file]" },
  { name: "settings", path: "#/settings", ready: "h1" },
  { name: "checklist editor", path: "#/checklists/new", ready: ".editor-form" },
];

for (const { locale, texts, core } of [
  { locale: "en-GB", texts: en, core: /^Common core/ },
  { locale: "zh-TW", texts: zhTw, core: /^共通檢核核心/ },
]) {
  describe(`in ${locale}`, () => {
    let served: Served;
    let browser: BrowserContext;
    let page: Page;
    const show = async ({ path, ready }: { readonly path: string; readonly ready: string }) => {
      await page.goto(served.url + path);
      await page.locator(ready).first().waitFor();
    };
    /** what axe finds in the light and in the dark */
    const inBothThemes = async () => {
      const found: string[] = [];
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        found.push(...(await findings(page)));
      }
      return found.join("\n");
    };

    beforeAll(async () => {
      served = await serveApp(await freePort());
      browser = await openProfile(mkdtempSync(join(tmpdir(), "assay-axe-")), { locale });
      page = browser.pages()[0] ?? (await browser.newPage());
      await page.goto(served.url);
      await page.getByRole("button", { name: texts.systems.openSample }).click();
      await page.locator("fieldset.levels").waitFor();
    });
    afterAll(async () => {
      await browser.close();
      await served.stop();
    });

    for (const theme of ["light", "dark"] as const) {
      for (const { name, path, ready } of pages) {
        test(`${name}, ${theme}`, async () => {
          await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
          await show({ path, ready });
          expect(await page.locator("h1").count()).toBe(1);
          expect((await findings(page)).join("\n")).toBe("");
        });
      }
    }

    test("the classification, at a question and with its way begun", async () => {
      await show({ path: "#/new", ready: ".classification-row button" });
      await page.getByRole("button", { name: texts.classify.openNamed(texts.classify.open.new, "").trim() }).first().click();
      const walk = page.getByRole("dialog").locator(".walk-choice");
      await walk.first().waitFor();
      expect(await inBothThemes()).toBe("");
      await walk.first().click();
      await page.getByRole("dialog").locator(".walk-way li").first().waitFor();
      expect(await inBothThemes()).toBe("");
      await page.keyboard.press("Escape");
    });

    test("the answers that are proposed, before any is taken over", async () => {
      await show({ path: `#/assess/${sample}`, ready: "fieldset.levels" });
      await page.getByRole("button", { name: texts.assess.editSystem }).click();
      const form = page.getByRole("dialog", { name: texts.assess.system.editTitle });
      await form.locator(".checklist-choice").getByRole("checkbox", { checked: false }).first().waitFor();
      await form.getByRole("checkbox", { name: core }).check();
      await form.getByRole("button", { name: texts.common.buttons.save }).click();
      await form.waitFor({ state: "detached" });
      await page.locator(".assess-tools").getByRole("button", { name: new RegExp(texts.proposals.button(0).replace(/\W0\W$/, "")) }).click();
      await page.getByRole("dialog", { name: texts.proposals.dialog.title }).locator(".proposal-place, input[type=checkbox]").first().waitFor();
      expect(await inBothThemes()).toBe("");
      await page.keyboard.press("Escape");
    });

    test("the groups of a foreign library, before it is added", async () => {
      await show({ path: "#/settings", ready: "input[type=file]" });
      await page.locator("input[type=file]").first().setInputFiles({ name: "kettle.yaml", mimeType: "text/yaml", buffer: Buffer.from(smallLibrary) });
      await page.getByRole("dialog", { name: texts.settings.checklists.groups.title }).waitFor();
      expect(await inBothThemes()).toBe("");
      await page.keyboard.press("Escape");
    });

    test("the keys", async () => {
      await show({ path: `#/assess/${sample}/eu-altai/ALTAI-1.1.a`, ready: "fieldset.levels" });
      await page.getByRole("button", { name: texts.assess.showKeys }).click();
      await page.getByRole("dialog", { name: texts.keys.title }).waitFor();
      expect(await inBothThemes()).toBe("");
      await page.keyboard.press("Escape");
    });

    test("at 200% of a window 1280 by 960 no page scrolls sideways", async () => {
      await page.setViewportSize({ width: 640, height: 480 });
      for (const { name, path, ready } of pages) {
        await show({ path, ready });
        const { needed, there } = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.scrollingElement ?? document.documentElement;
          return { needed: scrollWidth, there: clientWidth };
        });
        expect(needed, name).toBeLessThanOrEqual(there);
      }
    });
  });
}

/** axe's violations of WCAG 2.2 A and AA, one line each. */
async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof Axe }).axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.map((one) => `${one.id}: ${one.help} (${one.nodes.length}) ${one.nodes[0]?.target.join(" ") ?? ""}`);
  });
}
