import assert from "node:assert/strict";
import { en as t } from "../../src/ui/texts/en/index.ts";
import { inBrowser, newTab, noteField, openQuestion, openSample, questionFor, saveState, shown, type Site, type Tally } from "./desk.ts";
import { readStoredEvents, readStoredNotes } from "./stored-journal.ts";

/** Another tab opens the database in a newer layout while somebody types in an old one. */
export async function upgradeLoop(site: Site, rounds: number): Promise<Tally> {
  return inBrowser(async (browser) => {
    let lost = 0;
    for (let round = 0; round < rounds; round += 1) {
      const context = await browser.newContext({ locale: "en-GB" });
      const old = await newTab(context);
      await openSample(site, old);
      const newer = await newTab(context);
      await newer.goto(`${site.url}icon.svg`);
      const question = questionFor(round);
      await openQuestion(site, old, question);
      await noteField(old).focus();
      await old.keyboard.press("Control+End");
      await old.keyboard.type(` typed before the upgrade ${round}`, { delay: 2 });
      await newer.evaluate(upgrade);
      await old.getByText(t.frame.outdated.title).waitFor();
      const typed = await shown(old);
      assert.match(typed.note, new RegExp(`upgrade ${round}$`), "what was typed still stands in the old tab");
      assert.equal(await noteField(old).isEditable(), false, "the old tab takes no more words");
      await old.getByText(t.frame.outdated.text).waitFor();
      await saveState(old, "saved").waitFor();
      if (!(await readStoredNotes(newer)).has(`${question} ${typed.note}`)) lost += 1;
      const before = (await readStoredEvents(newer)).length;
      await old.keyboard.press("1");
      await old.keyboard.press("Control+z");
      await old.waitForTimeout(500);
      assert.equal((await readStoredEvents(newer)).length, before, "the old tab writes nothing into the newer layout");
      await old.reload();
      await old.getByText(t.errors["storage-newer-version"]({})).first().waitFor();
      await context.close();
    }
    return { loop: "an old tab after a schema upgrade", rounds, acknowledged: rounds, lost };
  });
}

/** What a build with another layout does first. */
const upgrade = `new Promise((resolve, reject) => {
  const request = indexedDB.open("assay", 1000);
  request.onupgradeneeded = () => request.result.createObjectStore("of-the-newer-layout");
  request.onsuccess = () => (request.result.close(), resolve());
  request.onerror = () => reject(request.error);
})`;
