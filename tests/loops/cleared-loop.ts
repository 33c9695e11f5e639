import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import type { AssessmentEvent } from "#domain";
import { headsOf } from "#journal";
import { en as t } from "../../src/ui/texts/en/index.ts";
import { inBrowser, newTab, noteField, openQuestion, openSample, questionFor, saveState, shown, type Site, type Tally } from "./desk.ts";
import { readStoredEvents } from "./stored-journal.ts";

/** The browser clears its storage; the last export brings back every event up to it, with the same heads. */
export async function clearedLoop(site: Site, rounds: number): Promise<Tally> {
  return inBrowser(async (browser) => {
    let lost = 0;
    let acknowledged = 0;
    for (let round = 0; round < rounds; round += 1) {
      const context = await browser.newContext({ locale: "en-GB", acceptDownloads: true });
      const page = await newTab(context);
      await openSample(site, page);
      await answer(site, page, `before the export ${round}`, questionFor(round));
      const file = await exportFile(site, page, join(site.folder, `cleared-${round}.assay.json`));
      const exported = (JSON.parse(readFileSync(file, "utf8")) as { readonly journal: readonly AssessmentEvent[] }).journal;
      await answer(site, page, `after the export ${round}`, questionFor(round + 1));
      if (round % 2) await page.goto("about:blank");
      const devtools = await context.newCDPSession(page);
      await devtools.send("Storage.clearDataForOrigin", { origin: new URL(site.url).origin, storageTypes: "all" });
      await page.goto("about:blank");
      await importFile(site, page, file);
      const now = new Map((await readStoredEvents(page)).map((event) => [event.id, event.hash]));
      acknowledged += exported.length;
      lost += exported.filter((event) => now.get(event.id) !== event.hash).length;
      const heads = (events: readonly AssessmentEvent[]) => headsOf(events).map((head) => head.hash);
      assert.deepEqual(heads(await readStoredEvents(page)), heads(exported), "the heads are those of the export");
      await answer(site, page, `after the clearing ${round}`, questionFor(round));
      await importFile(site, page, file);
      await openQuestion(site, page, questionFor(round));
      if ((await shown(page)).note !== `after the clearing ${round}`) lost += 1;
      await context.close();
    }
    return { loop: "storage cleared and restored", rounds, acknowledged, lost };
  });
}

async function answer(site: Site, page: Page, text: string, question: string): Promise<void> {
  await openQuestion(site, page, question);
  await noteField(page).fill(text);
  await saveState(page, "saved").waitFor();
}

async function exportFile(site: Site, page: Page, path: string): Promise<string> {
  await page.goto(`${site.url}#/`);
  await page.locator(".system-row").getByRole("button").last().click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: t.systems.exportFile }).click()]);
  await download.saveAs(path);
  return path;
}

async function importFile(site: Site, page: Page, file: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(`${site.url}#/`);
  await page.locator("input[type=file]").first().setInputFiles(file);
  const confirm = new RegExp([t.systems.importConfirm, t.systems.join, t.systems.openHere].map((label) => `^${label}$`).join("|"));
  await page.getByRole("dialog").getByRole("button", { name: confirm }).click();
  await page.locator("fieldset.levels").waitFor();
}
