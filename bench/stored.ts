import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright";
import { scaleOf, placeQuestions } from "#domain";
import { buildScript } from "../tests/real-browser/build-script.ts";
import { freePort, openProfile, serveApp } from "../tests/real-browser/app.ts";
import { en } from "../src/ui/texts/en/index.ts";
import { contentFiles, readContent } from "./files.ts";
import { tell, tellGrowth } from "./measure.ts";
import type { Chosen } from "./stored-page.ts";

const named = ["eu-altai", "nist-ai-rmf", "iso-42001", "tw-ai-basic-act", "tw-moda-risk"];
const [few, many] = [1_000, 5_000] as const;
const answers = { most: 20, latest: 400 } as const;

/** A profile on a disk with many assessments, through the storage room and in the app. Needs `npm run build`. */
export async function benchStored(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "assay-bench-"));
  const served = await serveApp(await freePort());
  const browser = await openProfile(join(folder, "profile"), { locale: "en-GB" });
  try {
    const script = await buildScript(join(import.meta.dirname, "stored-page.ts"), folder);
    await browser.route("**/stored.js", (route) => route.fulfill({ contentType: "text/javascript", body: script }));
    await browser.route("**/stored.html", (route) => route.fulfill({ contentType: "text/html", body: `<!doctype html><body><script type="module" src="stored.js"></script>` }));
    // Opened before the app, whose service worker answers every navigation with the app.
    const store = await browser.newPage();
    await store.goto(`${served.url}stored.html`);
    await store.getByText("ready").waitFor();
    const less = await benchCount(browser, served.url, store, [0, few]);
    const more = await benchCount(browser, served.url, store, [few, many]);
    await store.close();
    for (const [figure, median] of less) tellGrowth(figure, many / few, [median, more.get(figure) ?? Number.NaN]);
    await benchFigures(browser, served.url);
  } finally {
    await browser.close();
    await served.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The medians by figure, once there are `to` assessments where there were `from`. */
async function benchCount(browser: BrowserContext, url: string, store: Page, [from, to]: readonly [from: number, to: number]): Promise<ReadonlyMap<string, number>> {
  const of = `of ${to.toLocaleString("en")} stored assessments`;
  const medians = new Map<string, number>();
  const note = (figure: string, times: readonly number[]) => void medians.set(figure, tell(`${figure} ${of}`, "ms", times));
  const before = performance.now();
  await store.evaluate(async ({ from, to, chosen, answers }) => {
    await window.stored.fill(from, to - 1, chosen, answers.most);
    await window.stored.fill(to - 1, to, chosen, answers.latest);
  }, { from, to, chosen: chosenChecklists(), answers });
  tell(`store ${(to - from).toLocaleString("en")} more assessments with ${answers.most} answers`, "ms", [performance.now() - before]);
  note("list", await store.evaluate(() => window.stored.list(15)));
  note(`read and project one with ${answers.latest} answers`, await store.evaluate((place) => window.stored.open(place, 15), to - 1));
  const page = await browser.newPage();
  await page.goto(url);
  await page.locator(".system-row").first().waitFor();
  note("show the Systems page", await timesToShow(page));
  const { typed, cleared } = await timesToFilter(page);
  note("type a letter into the search", typed);
  note("clear the search", cleared);
  note(`open, from the Systems page to a question, one with ${answers.latest} answers`, await timesToOpen(page, `bench-${to - 1}`));
  await page.close();
  return medians;
}

/** From leaving another page to a list that is painted. */
function timesToShow(page: Page): Promise<readonly number[]> {
  return page.evaluate(async () => {
    const times: number[] = [];
    for (let run = -1; run < 9; run += 1) {
      location.hash = "#/settings";
      while (document.querySelector(".systems")) await new Promise((resolve) => setTimeout(resolve, 1));
      await new Promise((resolve) => setTimeout(resolve, 200));
      const before = performance.now();
      location.hash = "#/";
      while (!document.querySelector(".system-row")) await new Promise((resolve) => setTimeout(resolve, 1));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      if (run >= 0) times.push(performance.now() - before);
    }
    return times;
  });
}

/** From a key to a list that is painted: each letter of a word, then the empty search. */
async function timesToFilter(page: Page): Promise<{ readonly typed: readonly number[]; readonly cleared: readonly number[] }> {
  const search = await page.getByRole("searchbox", { name: en.systems.search }).elementHandle();
  return page.evaluate(async (search) => {
    const input = search as HTMLInputElement;
    const times = { typed: [] as number[], cleared: [] as number[] };
    for (let run = 0; run < 8; run += 1) {
      for (const value of ["t", "tr", "tri", "tria", "triag", "triage", ""]) {
        const before = performance.now();
        input.value = value;
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        times[value ? "typed" : "cleared"].push(performance.now() - before);
      }
    }
    return times;
  }, search);
}

async function timesToOpen(page: Page, id: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (let run = -1; run < 7; run += 1) {
    await page.evaluate(() => void (location.hash = "#/"));
    await page.locator(`#system-${id}`).waitFor();
    const time = await page.evaluate(async (id) => {
      const before = performance.now();
      document.getElementById(`system-${id}`)?.click();
      while (!document.querySelector("fieldset.levels")) await new Promise((resolve) => setTimeout(resolve, 1));
      return performance.now() - before;
    }, id);
    if (run >= 0) times.push(time);
  }
  return times;
}

/** From a level to the figures above it: when the document says them, and when that has been painted. */
async function benchFigures(browser: BrowserContext, url: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`${url}#/assess/bench-${many - 1}/eu-altai`);
  await page.locator("fieldset.levels:enabled").first().waitFor();
  const { said, painted } = await page.evaluate(async () => {
    const times = { said: [] as number[], painted: [] as number[] };
    const strip = document.querySelector(".assess-strip [role=status]");
    if (!strip) throw new Error("there are no figures");
    for (let run = -10; run < 60; run += 1) {
      const levels = [...document.querySelectorAll<HTMLInputElement>("fieldset.levels .level input")];
      const next = levels[levels[0]?.checked ? levels.length - 1 : 0];
      const old = strip.textContent;
      const before = performance.now();
      next?.click();
      while (strip.textContent === old && performance.now() - before < 2_000) await Promise.resolve();
      const said = performance.now() - before;
      if (strip.textContent === old) throw new Error("the figures do not follow the answer");
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      if (run < 0) continue;
      times.said.push(said);
      times.painted.push(performance.now() - before);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    return times;
  });
  const figure = `answer to updated figures, five checklists with ${answers.latest} answers`;
  tell(figure, "ms", said);
  tell(`${figure}, painted`, "ms", painted);
}

function chosenChecklists(): readonly Chosen[] {
  return contentFiles.map(readContent).flatMap((one): readonly Chosen[] => {
    if (!("checklist" in one) || !named.includes(one.checklist.id)) return [];
    const { id, version, title, sections } = one.checklist;
    const questions = placeQuestions(sections).map(({ question }) => {
      const { levels } = scaleOf(one.checklist, question);
      return { id: question.id, level: (levels[1] ?? levels[0])!.id };
    });
    return [{ id, version, digest: one.digest, title, questions }];
  });
}
