/**
 * The whole path as a user walks it, in a real browser against the built app: sample, answer, gaps, sign, verify, and
 * then once more with the server gone and the browser started anew.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { en } from "../../src/ui/texts/en/index.ts";
import { zhTw } from "../../src/ui/texts/zh-tw/index.ts";
import { foreignRequests, freePort, openProfile, pageErrors, readyForOffline, serveApp, signReport, type Served } from "./app.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-path-"));
const root = join(import.meta.dirname, "../..");

interface Walk {
  readonly locale: string;
  readonly texts: typeof en;
  readonly signer: string;
}

const walks: readonly Walk[] = [
  { locale: "en-GB", texts: en, signer: "Ada Assessor" },
  { locale: "zh-TW", texts: zhTw, signer: "王小明" },
];

for (const walk of walks) {
  describe(`the path in ${walk.locale}`, () => {
    const t = walk.texts;
    const profile = join(folder, walk.locale);
    const signed = join(folder, `${walk.locale}.pdf`);
    let port: number;
    let served: Served;
    let browser: BrowserContext;
    let page: Page;
    let foreign: string[];
    let errors: string[];

    const open = async () => {
      browser = await openProfile(profile, { locale: walk.locale });
      page = browser.pages()[0] ?? (await browser.newPage());
      foreign = foreignRequests(page, served.url);
      errors = pageErrors(page);
    };
    const navigate = (place: keyof typeof t.common.navigation & ("gaps" | "report" | "verify" | "systems")) =>
      page.getByRole("navigation").getByRole("link", { name: t.common.navigation[place] }).click();

    beforeAll(async () => {
      port = await freePort();
      served = await serveApp(port);
      await open();
      await page.goto(served.url);
    });
    afterAll(async () => {
      await browser.close();
      await served.stop();
    });

    test("the sample is one click away and opens on a question", async () => {
      await page.getByRole("button", { name: t.systems.openSample }).click();
      await page.locator("fieldset.levels").waitFor();
      expect(page.url()).toContain("#/assess/sample-customs-xray");
    });

    test("an answer by number key moves the figures and is saved at once", async () => {
      await page.goto(`${served.url}#/assess/sample-customs-xray/eu-altai/ALTAI-0.c`);
      const levels = page.locator("fieldset.levels");
      await levels.waitFor();
      const before = await page.locator(".figure-value").first().innerText();
      await page.keyboard.press("3");
      await page.waitForFunction((old) => document.querySelector(".figure-value")?.textContent?.trim() !== old.trim(), before);
      await page.locator(".save-state[data-state=saved]").waitFor();
      expect(await levels.getByRole("radio").nth(3).isChecked()).toBe(true);
    });

    test("gaps show sections by phase, and a figure opens what it is made of [S13]", async () => {
      await navigate("gaps");
      const heatmap = page.getByRole("table", { name: t.gaps.heatmap });
      await heatmap.waitFor();
      await heatmap.getByRole("button").first().click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("table").waitFor();
      expect(await dialog.getByRole("row").count()).toBeGreaterThan(1);
      await page.keyboard.press("Escape");
    });

    test("the report is previewed, signed with a new identity and handed over", async () => {
      await navigate("report");
      await page.getByRole("article", { name: /海關X光/ }).waitFor();
      expect(await signReport(page, t, signed, walk.signer)).toMatch(/\.pdf$/);
    });

    test("strangers' tools agree: signature valid, total document signed, file sound, text there", () => {
      const said = execFileSync("pdfsig", [signed], { encoding: "utf8" });
      expect(said).toContain("Signature is Valid.");
      expect(said).toContain("Total document signed");
      expect(execFileSync("qpdf", ["--check", signed], { encoding: "utf8" })).toContain("No syntax or stream encoding errors found");
      const text = execFileSync("pdftotext", ["-raw", signed, "-"], { encoding: "utf8", maxBuffer: 1e8 }).replaceAll(/\s/g, "");
      expect(text).toContain("海關X光影像AI輔助緝毒系統");
      expect(text).toContain(walk.locale === "zh-TW" ? "營運與監控" : "Operateandmonitor");
    });

    test("the command line agrees, and refuses the file with one byte flipped", () => {
      const assay = (...args: readonly string[]) =>
        spawnSync(process.execPath, [join(root, "node_modules/tsx/dist/cli.mjs"), join(root, "src/cli/main.ts"), ...args], { cwd: root, encoding: "utf8" });
      const verdict = assay("verify", signed, "--json");
      expect(verdict.status).toBe(0);
      expect(JSON.parse(verdict.stdout)).toMatchObject({ valid: true, signatures: [{ certificate: { subject: walk.signer } }] });
      const bytes = readFileSync(signed);
      bytes[Math.floor(bytes.length / 3)]! ^= 1;
      const altered = join(folder, `${walk.locale}-altered.pdf`);
      writeFileSync(altered, bytes);
      const refusal = assay("verify", altered, "--json");
      expect(refusal.status).toBe(1);
      expect(JSON.parse(refusal.stdout)).toMatchObject({ valid: false });
    });

    test("the verify page says so in plain words", async () => {
      await navigate("verify");
      await page.locator("input[type=file]").setInputFiles(signed);
      await page.getByText(t.verify.verdict.valid).first().waitFor();
      await page.locator("input[type=file]").setInputFiles(join(folder, `${walk.locale}-altered.pdf`));
      await page.getByText(t.verify.verdict.invalid).first().waitFor();
    });

    test("a second person countersigns it there, strangers' tools agree, and the assessment inside opens", async () => {
      await page.locator("input[type=file]").setInputFiles(signed);
      await page.getByRole("button", { name: t.verify.countersign.button, exact: true }).click();
      await page.getByRole("dialog").getByText(t.verify.countersign.obstacles["same-signer"]).waitFor();
      await page.getByRole("dialog").getByRole("button", { name: t.identities.createTitle }).click();
      await page.getByRole("dialog").last().getByLabel(t.identities.name).fill("Second Person");
      await page.getByRole("dialog").last().getByRole("button", { name: t.identities.make }).click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: t.verify.countersign.confirm }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`${walk.locale}-countersigned.pdf`);
      const both = join(folder, `${walk.locale}-countersigned.pdf`);
      await download.saveAs(both);
      await page.getByText(t.verify.signature(2, "Second Person")).waitFor();
      const said = execFileSync("pdfsig", ["-nocert", both], { encoding: "utf8" });
      expect(said.match(/Signature is Valid\./g)).toHaveLength(2);
      expect(said.match(/ {2}- Total document signed/g)).toHaveLength(1);
      expect(execFileSync("qpdf", ["--check", both], { encoding: "utf8" })).toContain("No syntax or stream encoding errors found");
      await page.getByRole("button", { name: t.verify.attachments.openOne("assessment.assay.json") }).click();
      await page.getByRole("dialog").getByText(t.systems.plan.answers).waitFor();
      await page.getByRole("dialog").getByRole("button", { name: t.common.buttons.cancel }).click();
    });

    test("no request leaves for a foreign origin, and nothing fails on the way", () => {
      expect(foreign).toEqual([]);
      expect(errors).toEqual([]);
    });

    test("with the server gone and the browser started anew, the work is there and a report can be signed", async () => {
      await page.goto(served.url);
      await readyForOffline(page);
      await browser.close();
      await served.stop();
      await open();
      await page.goto(`${served.url}#/assess/sample-customs-xray/eu-altai/ALTAI-0.c`);
      const levels = page.locator("fieldset.levels");
      await levels.waitFor();
      expect(await levels.getByRole("radio").nth(3).isChecked()).toBe(true);
      await navigate("report");
      await page.getByRole("article", { name: /海關X光/ }).waitFor();
      const offline = join(folder, `${walk.locale}-offline.pdf`);
      await signReport(page, t, offline, null);
      expect(execFileSync("pdfsig", [offline], { encoding: "utf8" })).toContain("Signature is Valid.");
      served = await serveApp(port);
    });
  });
}
