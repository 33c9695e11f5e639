import assert from "node:assert/strict";
import { en as t } from "../../src/ui/texts/en/index.ts";
import { inBrowser, newTab, noteField, openQuestion, openSample, questionFor, saveState, shown, type Site, type Tally } from "./desk.ts";
import { readStoredNotes } from "./stored-journal.ts";

/** The disk fills up under somebody who types: it is said, nothing stored is harmed, and it is saved once there is room. */
export async function quotaLoop(site: Site, rounds: number): Promise<Tally> {
  return inBrowser(async (browser) => {
    let lost = 0;
    for (let round = 0; round < rounds; round += 1) {
      const context = await browser.newContext({ locale: "en-GB", serviceWorkers: "block" });
      const page = await newTab(context);
      const devtools = await context.newCDPSession(page);
      // Before the first write: Chromium remembers for a while how much room it found.
      await devtools.send("Storage.overrideQuotaForOrigin", { origin: new URL(site.url).origin, quotaSize: 8_000_000 });
      await openSample(site, page);
      const question = questionFor(round);
      await openQuestion(site, page, question);
      await page.evaluate(fillDisk);
      await noteField(page).focus();
      await page.keyboard.press("Control+End");
      await page.keyboard.type(` typed on a full disk ${round}`);
      await saveState(page, "not-saved").waitFor();
      await page.getByText(t.errors["storage-full"]({})).first().waitFor();
      const typed = await shown(page);
      assert.equal((await readStoredNotes(page)).has(`${question} ${typed.note}`), false, "the disk is full, so nothing was written");
      await page.evaluate(freeDisk);
      await page.getByRole("button", { name: t.common.buttons.retry }).first().click();
      await saveState(page, "saved").waitFor();
      await openQuestion(site, page, question);
      if ((await shown(page)).note !== typed.note) lost += 1;
      if (!(await readStoredNotes(page)).has(`${question} ${typed.note}`)) lost += 1;
      await context.close();
    }
    return { loop: "a full disk", rounds, acknowledged: rounds, lost };
  });
}

/** Another database of this origin takes all the room there is, to the last kilobyte. */
const fillDisk = `(async () => {
  const opening = indexedDB.open("ballast");
  opening.onupgradeneeded = () => opening.result.createObjectStore("weight", { autoIncrement: true });
  const db = await new Promise((resolve) => (opening.onsuccess = () => resolve(opening.result)));
  for (let size = 500_000; size > 200; ) {
    const isTaken = await new Promise((resolve) => {
      const transaction = db.transaction("weight", "readwrite");
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = () => resolve(false);
      const weight = new Uint8Array(size);
      for (let at = 0; at < size; at += 65536) crypto.getRandomValues(weight.subarray(at, at + 65536));
      transaction.objectStore("weight").add(weight);
    });
    if (!isTaken) size = Math.floor(size / 2);
  }
  db.close();
})()`;

const freeDisk = `new Promise((resolve) => (indexedDB.deleteDatabase("ballast").onsuccess = () => resolve()))`;
