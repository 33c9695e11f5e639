/** The crypto and storage paths once more in Firefox, where both differ from Chromium's. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { en as t } from "../../src/ui/texts/en/index.ts";
import { questionAt, questionFor, readScreen, sampleId, type Acknowledged, type Site } from "../loops/desk.ts";
import { readStoredNotes } from "../loops/stored-journal.ts";
import { freePort, serveApp, type Served } from "./app.ts";
import { startFirefox, type Firefox, type FirefoxTab } from "./firefox.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-firefox-"));
const downloads = join(folder, "downloads");
let served: Served;
let site: Site;
let firefox: Firefox;
let tab: FirefoxTab;

const isSaved = `document.querySelector(".save-state[data-state=saved]") !== null`;
const note = `[...document.querySelectorAll("textarea")].find((area) => [...area.labels].some((one) => one.textContent.includes(${JSON.stringify(t.assess.note.label)})))`;
const says = (text: string) => `document.body.innerText.includes(${JSON.stringify(text)})`;
const button = "button";

const start = async () => {
  firefox = await startFirefox(join(folder, "profile"), downloads);
  await firefox.preload(noteDurability);
  tab = await firefox.newTab();
};
const openQuestion = async (of: FirefoxTab, question: string) => {
  await of.goto("about:blank");
  await of.goto(questionAt(site, question));
  await of.until(`${note} !== undefined`);
};
const typeAtEnd = async (of: FirefoxTab, text: string) => {
  await of.until(`!${note}.disabled`);
  await of.evaluate(`(${note}.focus(), ${note}.setSelectionRange(1e6, 1e6))`);
  await of.type(text);
};

beforeAll(async () => {
  served = await serveApp(await freePort());
  site = { url: served.url, folder };
  await start();
});
afterAll(async () => {
  await firefox.close();
  await served.stop();
});

test("the sample opens, an answer by key is saved with strict durability and stands after a reload", async () => {
  await tab.goto(site.url);
  await tab.click(button, t.systems.openSample);
  await tab.until(`document.querySelector("fieldset.levels") !== null`);
  await openQuestion(tab, questionFor(0));
  await tab.until(`!${note}.disabled`);
  await tab.type("3");
  await tab.until(isSaved);
  expect(await tab.evaluate(`[...new Set(window.durabilities)]`)).toEqual(["strict"]);
  await tab.reload();
  await tab.until(`${note} !== undefined`);
  expect(await tab.evaluate<Acknowledged>(readScreen)).toMatchObject({ question: questionFor(0), level: 3 });
});

test("a reload in the middle of a word keeps what was typed", async () => {
  for (const round of [0, 1, 2]) {
    await typeAtEnd(tab, ` half a wor${round}`);
    const { note: typed } = await tab.evaluate<Acknowledged>(readScreen);
    await tab.reload();
    await tab.until(`${note} !== undefined`);
    expect((await tab.evaluate<Acknowledged>(readScreen)).note).toBe(typed);
  }
});

test("killed five times while somebody types, no acknowledged edit is lost", async () => {
  const acknowledged: Acknowledged[] = [];
  for (let round = 0; round < 5; round += 1) {
    await openQuestion(tab, questionFor(round));
    await typeAtEnd(tab, ` fox${round}`);
    await tab.until(isSaved);
    acknowledged.push(await tab.evaluate<Acknowledged>(readScreen));
    const typing = tab.type(" and on").catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 500));
    await firefox.kill();
    await typing;
    await start();
  }
  await tab.goto(`${site.url}icon.svg`);
  const stored = await readStoredNotes(tab);
  const lost = acknowledged.filter((one) => !stored.has(`${one.question} ${one.note}`));
  console.log(JSON.stringify({ loop: "Firefox killed while typing", rounds: 5, acknowledged: acknowledged.length, lost: lost.length }));
  expect(lost).toEqual([]);
});

test("a second tab only reads, and takes over when the first is closed", async () => {
  await openQuestion(tab, questionFor(1));
  await tab.until(`!${note}.disabled`);
  const second = await firefox.newTab();
  await openQuestion(second, questionFor(1));
  await second.until(says(t.frame.following.title));
  expect(await second.evaluate(`${note}.disabled`)).toBe(true);
  await tab.close();
  await second.until(`!${note}.disabled`);
  tab = second;
});

test("the report is signed, strangers' tools call it valid, and so does the verify page", async () => {
  await tab.goto(`${site.url}#/report/${sampleId}`);
  await tab.until(`document.querySelector("article") !== null`);
  await tab.click(button, t.report.sign);
  await tab.click(`[role=dialog] ${button}`, t.identities.createTitle);
  const nameField = `[...document.querySelectorAll("[role=dialog] input")].find((one) => [...one.labels].some((label) => label.textContent.includes(${JSON.stringify(t.identities.name)})))`;
  await tab.until(`${nameField} !== undefined`);
  await tab.evaluate(`${nameField}.focus()`);
  await tab.type("Ada Assessor");
  await tab.click(`[role=dialog] ${button}`, t.identities.make);
  await tab.until(says(t.report.signing.title));
  await tab.click(`[role=dialog] ${button}`, t.report.sign);
  await expect.poll(() => finished(), { timeout: 60_000, interval: 100 }).toBeDefined();
  const signed = finished() ?? "";
  expect(execFileSync("pdfsig", [signed], { encoding: "utf8" })).toMatch(/Signature is Valid\.[\s\S]*Total document signed|Total document signed[\s\S]*Signature is Valid\./);
  await tab.goto("about:blank");
  await tab.goto(`${site.url}#/verify`);
  await tab.until(`document.querySelector("input[type=file]") !== null`);
  await tab.setFiles("input[type=file]", [signed]);
  await tab.until(says(t.verify.verdict.valid));
});

/** The downloaded PDF, once Firefox has written all of it. */
function finished(): string | undefined {
  const names = existsSync(downloads) ? readdirSync(downloads) : [];
  return names.some((name) => name.endsWith(".part")) ? undefined : names.filter((name) => name.endsWith(".pdf")).map((name) => join(downloads, name))[0];
}

/** Notes of every transaction that writes what the browser was asked for. */
const noteDurability = `() => {
  window.durabilities = [];
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...all) {
    const transaction = begin.apply(this, all);
    if (transaction.mode === "readwrite") window.durabilities.push(transaction.durability);
    return transaction;
  };
}`;
