/** axe finds nothing on any page, in both themes and both languages. */
import { mkdtempSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type Axe from "axe-core";
import type { BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { en } from "../../src/ui/texts/en/index.ts";
import { zhTw } from "../../src/ui/texts/zh-tw/index.ts";
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
];

for (const { locale, texts } of [
  { locale: "en-GB", texts: en },
  { locale: "zh-TW", texts: zhTw },
]) {
  describe(`in ${locale}`, () => {
    let served: Served;
    let browser: BrowserContext;
    let page: Page;

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
          await page.goto(served.url + path);
          await page.locator(ready).first().waitFor();
          expect(await page.locator("h1").count()).toBe(1);
          expect((await findings(page)).join("\n")).toBe("");
        });
      }
    }
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
