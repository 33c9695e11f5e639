import assert from "node:assert/strict";
import type { AssessmentId } from "#domain";
import { projectAssessment } from "#journal";
import { inBrowser, newTab, noteField, openQuestion, openSample, questionFor, sampleId, saveState, shown, type Site, type Tally } from "./desk.ts";
import { readStoredEvents } from "./stored-journal.ts";

const day = 86_400_000;

/** Each session's clock stands before the last one's: what was said last still stands, in order, and undo goes by order. */
export async function clockLoop(site: Site, rounds: number): Promise<Tally> {
  return inBrowser(async (browser) => {
    const context = await browser.newContext({ locale: "en-GB" });
    const first = await newTab(context);
    await openSample(site, first);
    await first.close();
    const question = questionFor(0);
    let lost = 0;
    for (let round = 0; round < rounds; round += 1) {
      const page = await newTab(context);
      await page.addInitScript(setBack(round * 40 * day));
      await openQuestion(site, page, question);
      for (const text of [`said in session ${round}`, `said last in session ${round}`]) {
        await noteField(page).fill(text);
        await saveState(page, "saved").waitFor();
      }
      await noteField(page).blur();
      await page.keyboard.press("Control+z");
      if (!(await becomes(page, `said in session ${round}`))) lost += 1;
      await page.keyboard.press("Control+Shift+z");
      if (!(await becomes(page, `said last in session ${round}`))) lost += 1;
      await saveState(page, "saved").waitFor();
      await openQuestion(site, page, question);
      if ((await shown(page)).note !== `said last in session ${round}`) lost += 1;
      const events = await readStoredEvents(page);
      const told = projectAssessment(events)?.assessment.answers as Record<string, Record<string, { note?: string }>> | undefined;
      assert.equal(told?.["eu-altai"]?.[question]?.note, `said last in session ${round}`, `the journal of ${sampleId as AssessmentId} tells the last word`);
      await page.close();
    }
    return { loop: "the clock set back", rounds, acknowledged: rounds * 3, lost };
  });
}

async function becomes(page: Parameters<typeof shown>[0], note: string): Promise<boolean> {
  for (let tries = 0; tries < 60; tries += 1) {
    if ((await shown(page)).note === note) return true;
    await page.waitForTimeout(50);
  }
  return false;
}

/** What a wrong clock says, `by` milliseconds behind. */
const setBack = (by: number) => `{
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...parts) { parts.length === 0 ? super(Real.now() - ${by}) : super(...parts); }
    static now() { return Real.now() - ${by}; }
  };
}`;
