import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright";
import { findBrowser } from "../find-browser.ts";
import { en as t } from "../../src/ui/texts/en/index.ts";

/** What a loop found. An edit is acknowledged when the interface says that it is saved while the field shows it. */
export interface Tally {
  readonly loop: string;
  readonly rounds: number;
  readonly acknowledged: number;
  readonly lost: number;
}

/** Where the built app is served, and a folder for browser profiles. */
export interface Site {
  readonly url: string;
  readonly folder: string;
}

export type Loop = (site: Site, rounds: number) => Promise<Tally>;

/** What stood on the screen when the interface said "saved". */
export interface Acknowledged {
  readonly question: string;
  readonly note: string;
  /** place of the chosen level, -1 for none */
  readonly level: number;
}

export const sampleId = "sample-customs-xray";
export const questionAt = (site: Site, question: string) => `${site.url}#/assess/${sampleId}/eu-altai/${question}`;

export const noteField = (page: Page) => page.getByRole("textbox", { name: t.assess.note.label });
export const saveState = (page: Page, state: "saved" | "saving" | "not-saved") => page.locator(`.save-state[data-state=${state}]`);

/** A browser for `work`, closed afterwards. Each of its contexts is a profile of its own. */
export async function inBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ["--no-sandbox", "--disable-background-networking"] });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** A tab whose questions are answered with yes. */
export async function newTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.on("dialog", (dialog) => void dialog.accept().catch(() => undefined));
  return page;
}

/** Opens the sample in an empty browser. */
export async function openSample(site: Site, page: Page): Promise<void> {
  await page.goto(site.url);
  await page.getByRole("button", { name: t.systems.openSample }).click();
  await page.locator("fieldset.levels").waitFor();
}

/** The questions of the sample that a person answered with a level, in the sample's order. */
export const questions: readonly string[] = Object.entries(
  (JSON.parse(readFileSync(join(import.meta.dirname, "../../public/samples/customs-xray.assay.json"), "utf8")) as SampleFile).answers["eu-altai"] ?? {},
).flatMap(([question, answer]) => (answer.level === undefined ? [] : [question]));

interface SampleFile {
  readonly answers: Readonly<Record<string, Readonly<Record<string, { readonly level?: string }>>>>;
}

/** A question for a round; rounds come back to the first when all were used. */
export function questionFor(round: number): string {
  const question = questions[round % questions.length];
  if (!question) throw new Error("the sample has no answers");
  return question;
}

export async function openQuestion(site: Site, page: Page, question: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(questionAt(site, question));
  await noteField(page).waitFor();
}

export async function shown(page: Page): Promise<Acknowledged> {
  await noteField(page).waitFor();
  return page.evaluate<Acknowledged>(readScreen);
}

/** Types at the end of the note as a person does: quick runs of letters and pauses in between, until told to stop. */
export async function typeLikeAPerson(page: Page, words: readonly string[], random: () => number): Promise<void> {
  await noteField(page).focus();
  await page.keyboard.press("Control+End");
  for (const word of words) {
    await page.keyboard.type(` ${word}`, { delay: 5 + random() * 40 });
    if (random() < 0.6) await page.waitForTimeout(300 + random() * 400);
  }
}

/** From now on calls `note` each time the interface says "saved", with what it shows then; until the page is loaded again. */
export async function hearAcknowledgements(page: Page, note: (said: Acknowledged) => void): Promise<void> {
  await page.exposeFunction("acknowledgeEdit", note);
  await page.evaluate(`new MutationObserver(() => {
    const state = document.querySelector(".save-state");
    if (state && state.getAttribute("data-state") === "saved") acknowledgeEdit(${readScreen});
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-state"] })`);
}

/** Edits acknowledged that are not what is shown now: a later text of the same field begins with them. */
export function countLost(acknowledged: readonly Acknowledged[], now: Acknowledged): number {
  return acknowledged.filter((one) => one.question === now.question && !(now.note.startsWith(one.note) && now.level === one.level)).length;
}

/** Runs in the page, and is a text because a compiler would add to a function what the page has not. */
export const readScreen = `({
  question: location.hash.split("/").at(-1),
  note: [...document.querySelectorAll("textarea")].find((area) => [...area.labels].some((one) => one.textContent.includes(${JSON.stringify(t.assess.note.label)})))?.value ?? "",
  level: [...document.querySelectorAll("fieldset.levels input[type=radio]")].findIndex((one) => one.checked),
})`;
