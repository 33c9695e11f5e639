/** Takes the pictures of the README from the built app: `npx tsx docs/take-pictures.ts` after `npm run build`. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openProfile, serveApp, signReport } from "../tests/real-browser/app.ts";
import { en } from "../src/ui/texts/en/index.ts";
import { zhTw } from "../src/ui/texts/zh-tw/index.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-pictures-"));
const images = join(import.meta.dirname, "images");
const sample = "sample-customs-xray";
const served = await serveApp(4399);

for (const { locale, texts } of [
  { locale: "en-GB", texts: en },
  { locale: "zh-TW", texts: zhTw },
]) {
  const language = locale.slice(0, 2);
  const browser = await openProfile(join(folder, locale), { locale, width: 1280, height: 860 });
  const page = browser.pages()[0] ?? (await browser.newPage());
  const shoot = async (name: string) => {
    await page.waitForTimeout(600);
    await page.screenshot({ path: join(images, `${name}-${language}.png`) });
  };
  await page.goto(served.url);
  await page.getByRole("button", { name: texts.systems.openSample }).click();
  await page.locator("fieldset.levels").waitFor();
  await page.goto(`${served.url}#/assess/${sample}/eu-altai/ALTAI-1.2.e`);
  await page.locator("fieldset.levels").waitFor();
  await shoot("assess");
  await page.goto(`${served.url}#/gaps/${sample}`);
  const heatmap = page.getByRole("table", { name: texts.gaps.heatmap });
  await heatmap.evaluate((table) => window.scrollTo(0, table.getBoundingClientRect().top + window.scrollY - 140));
  await shoot("gaps");
  await page.goto(`${served.url}#/`);
  await page.locator(".system-row").waitFor();
  await shoot("systems");
  await page.goto(`${served.url}#/report/${sample}`);
  await page.locator("article.paper").waitFor();
  const pdf = join(folder, `${language}.pdf`);
  await signReport(page, texts, pdf, language === "zh" ? "王小明" : "Ada Assessor");
  await page.locator("article.paper").scrollIntoViewIfNeeded();
  await shoot("report");
  await page.goto(`${served.url}#/verify`);
  await page.locator("input[type=file]").setInputFiles(pdf);
  await page.getByText(texts.verify.verdict.valid).first().waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  await shoot("verify");
  execFileSync("pdftoppm", ["-r", "70", "-png", "-f", "1", "-l", "1", pdf, join(images, `paper-${language}`)]);
  await browser.close();
}
await served.stop();
rmSync(folder, { recursive: true, force: true });
