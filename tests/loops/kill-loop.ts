import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { startKillable } from "../real-browser/killable.ts";
import { countLost, hearAcknowledgements, newTab, openQuestion, openSample, questionFor, shown, typeLikeAPerson, type Acknowledged, type Site, type Tally } from "./desk.ts";
import { readStoredNotes } from "./stored-journal.ts";

/** The whole browser is killed while somebody types; started again, it shows every edit that was called saved. */
export async function killLoop(site: Site, rounds: number): Promise<Tally> {
  const profile = mkdtempSync(join(site.folder, "kill-"));
  const acknowledged: Acknowledged[] = [];
  let lost = 0;
  for (let round = 0; round <= rounds; round += 1) {
    const { context, kill } = await startKillable(profile);
    const page = await newTab(context);
    if (round === 0) await openSample(site, page);
    else {
      await openQuestion(site, page, questionFor(round - 1));
      lost += countLost(acknowledged.slice(-20), await shown(page));
    }
    if (round === rounds) lost += await countUnstored(page, acknowledged);
    else acknowledged.push(...(await typeUntilKilled(site, page, round, kill)));
    await kill();
  }
  return { loop: "killed while typing", rounds, acknowledged: acknowledged.length, lost };
}

/** Sets a level, types, and kills at some moment after two edits were acknowledged. */
async function typeUntilKilled(site: Site, page: Page, round: number, kill: () => Promise<void>): Promise<readonly Acknowledged[]> {
  await openQuestion(site, page, questionFor(round));
  await page.keyboard.press(String(round % 4));
  const heard: Acknowledged[] = [];
  await hearAcknowledgements(page, (said) => void heard.push(said));
  const words = Array.from({ length: 200 }, (_, word) => `k${round}w${word}`);
  const typing = typeLikeAPerson(page, words, Math.random).catch(() => undefined);
  while (heard.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 1200));
  await kill();
  await typing;
  return heard;
}

/** Every text that was acknowledged must stand in an event of its own. */
async function countUnstored(page: Page, acknowledged: readonly Acknowledged[]): Promise<number> {
  const stored = await readStoredNotes(page);
  return acknowledged.filter((one) => !stored.has(`${one.question} ${one.note}`)).length;
}
