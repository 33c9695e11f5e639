/** The app in one file, opened by a double click: no server, no network, no service worker. */
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { en } from "../../src/ui/texts/en/index.ts";
import { zhTw } from "../../src/ui/texts/zh-tw/index.ts";
import { dist, openProfile, pageErrors, signReport } from "./app.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-stick-"));
const carried = join(folder, "assay.html");
const address = pathToFileURL(carried).href;
const signed = join(folder, "signed.pdf");
const question = `${address}#/assess/sample-customs-xray/eu-altai/ALTAI-0.c`;

let browser: BrowserContext;
let page: Page;
let errors: string[];
const asked: string[] = [];

beforeAll(async () => {
  if (!existsSync(join(dist, "assay.html"))) throw new Error("Build the app first: npm run build");
  copyFileSync(join(dist, "assay.html"), carried);
  browser = await openProfile(join(folder, "profile"), { locale: "en-GB" });
  await browser.setOffline(true);
  page = browser.pages()[0] ?? (await browser.newPage());
  errors = pageErrors(page);
  page.on("request", (request) => {
    if (!/^(blob|data):/.test(request.url())) asked.push(request.url().split("#")[0] ?? "");
  });
  await page.goto(address);
});
afterAll(() => browser.close());

test("says where the data are and asks for an export", async () => {
  await page.getByText(en.systems.fromDisk.title).waitFor();
  await page.getByRole("button", { name: en.systems.openSample }).click();
  await page.locator("fieldset.levels").waitFor();
  await page.goto(`${address}#/`);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: en.systems.fromDisk.exportAll(1) }).click()]);
  expect(download.suggestedFilename()).toMatch(/\.assay\.json$/);
});

test("an answer outlives a reload", async () => {
  await page.goto(question);
  const third = page.locator("fieldset.levels").getByRole("radio").nth(3);
  await third.waitFor({ state: "attached" });
  expect(await third.isChecked()).toBe(false);
  await page.keyboard.press("3");
  await page.locator(".save-state[data-state=saved]").waitFor();
  await page.reload();
  await third.waitFor({ state: "attached" });
  expect(await third.isChecked()).toBe(true);
});

test("the other language is in the file", async () => {
  await page.getByRole("button", { name: "中文" }).click();
  await page.getByRole("navigation").getByRole("link", { name: zhTw.common.navigation.gaps }).waitFor();
});

test("a report in Chinese is signed, and found valid by a stranger's tool and by the file itself", async () => {
  const t = zhTw;
  await page.getByRole("navigation").getByRole("link", { name: t.common.navigation.report }).click();
  await page.getByRole("article", { name: /海關X光/ }).waitFor();
  await signReport(page, t, signed, "王小明");
  expect(execFileSync("pdfsig", [signed], { encoding: "utf8" })).toContain("Signature is Valid.");
  const text = execFileSync("pdftotext", ["-raw", signed, "-"], { encoding: "utf8", maxBuffer: 1e8 }).replaceAll(/\s/g, "");
  expect(text).toContain("海關X光影像AI輔助緝毒系統");
  await page.getByRole("navigation").getByRole("link", { name: t.common.navigation.verify }).click();
  await page.locator("input[type=file]").setInputFiles(signed);
  await page.getByText(t.verify.verdict.valid).first().waitFor();
});

test("nothing but the file itself was asked for, no service worker stands, and nothing failed", async () => {
  expect([...new Set(asked)]).toEqual([address]);
  expect(browser.serviceWorkers()).toEqual([]);
  expect(errors).toEqual([]);
});
