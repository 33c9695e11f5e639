import { afterEach, describe, expect, test, vi } from "vitest";
import { readChecklistSheet, parseChecklist } from "#content";
import { checklistOf, draftOf, withValue, type Checklist, type ChecklistDraft, type Digest } from "#domain";
import { goodChecklist } from "../content/good-checklist.ts";
import { altai, digestOf, openTab, until, type TestTab } from "./make-workbench.ts";

const own = new TextEncoder().encode(goodChecklist);
const parsed = parseChecklist(goodChecklist);
if (!parsed.ok) throw new Error("the good checklist is good");
const small: Checklist = parsed.value;
const keys = () => Math.random().toString(36);

async function withOwn(): Promise<{ readonly tab: TestTab; readonly digest: Digest }> {
  const tab = openTab();
  const added = await tab.workbench.addChecklist(own);
  if (!added.ok) throw new Error(added.problems[0]?.message);
  return { tab, digest: added.value.summaries[0]!.digest };
}

afterEach(() => void vi.useRealTimers());

describe("the shelf", { timeout: 30_000 }, () => {
  test("says which checklists are own and which come with the app, after a reload too", async () => {
    const { tab, digest } = await withOwn();
    const owned = (one: TestTab) => one.workbench.checklists().filter((it) => it.own).map((it) => it.digest);
    expect(owned(tab)).toEqual([digest]);
    const reloaded = openTab(tab.name);
    await until(() => owned(reloaded).length === 1);
    expect(reloaded.workbench.checklists().find((one) => one.id === altai)?.own).toBeUndefined();
  });

  test("hands out an own checklist as its very bytes, and any as a spreadsheet that is the same checklist", async () => {
    const { tab, digest } = await withOwn();
    const yaml = await tab.workbench.exportChecklist(digest, "yaml");
    expect([yaml.name, digestOf(yaml.bytes)]).toEqual(["small-1.0.0.yaml", digest]);
    const bundled = tab.workbench.checklists().find((one) => one.id === "aif-maturity")!;
    const sheet = await tab.workbench.exportChecklist(bundled.digest, "xlsx");
    const read = readChecklistSheet(sheet.bytes);
    expect(read.ok && read.value.checklist.id).toBe("aif-maturity");
    await expect(tab.workbench.exportChecklist("sha256-00" as Digest, "yaml")).rejects.toMatchObject({ code: "not-found" });
  });

  test("takes a filled-in spreadsheet, and keeps and digests the YAML that it says", async () => {
    const { tab, digest } = await withOwn();
    const { bytes } = await tab.workbench.exportChecklist(digest, "xlsx");
    const elsewhere = openTab();
    const added = await elsewhere.workbench.addChecklist(bytes);
    if (!added.ok) throw new Error(added.problems[0]?.message);
    const [summary] = added.value.summaries;
    expect(summary).toMatchObject({ id: "small", own: true });
    const [stored] = await (await elsewhere.storage).listChecklists();
    expect(digestOf(new TextEncoder().encode(stored?.text))).toBe(summary?.digest);
    expect(parseChecklist(stored?.text ?? "")).toMatchObject({ ok: true, value: small });
  });

  test("refuses the untouched template by its cells, and keeps nothing of it", async () => {
    const { workbench } = openTab();
    const before = workbench.checklists().length;
    const read = await workbench.addChecklist((await workbench.checklistTemplate()).bytes);
    expect(read.ok).toBe(false);
    expect(read.problems.every((one) => one.sheet !== undefined)).toBe(true);
    expect(workbench.checklists()).toHaveLength(before);
  });

  test("puts a removed checklist back byte for byte; what comes with the app is not removed", async () => {
    const { tab, digest } = await withOwn();
    const restore = await tab.workbench.removeChecklist(digest);
    expect(tab.workbench.checklists().some((one) => one.digest === digest)).toBe(false);
    await restore();
    expect(digestOf((await tab.workbench.exportChecklist(digest, "yaml")).bytes)).toBe(digest);
    const bundled = tab.workbench.checklists().find((one) => !one.own)!;
    await expect(tab.workbench.removeChecklist(bundled.digest)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a checklist that is being written", { timeout: 30_000 }, () => {
  const titled = (draft: ChecklistDraft, en: string) => withValue(draft, ["title", "en"], en);

  test("begins with a section, a question and the maturity scale, and is resumed as it was left in the middle of a word", async () => {
    const tab = openTab();
    const editing = await tab.workbench.editChecklist(null);
    expect(editing.isResumed).toBe(false);
    expect(editing.draft).toMatchObject({ scales: [{ id: "maturity" }], sections: [{ questions: [{ weight: "2" }] }] });
    editing.keep(titled(editing.draft, "half a wo"));
    expect(tab.workbench.hasUnsaved()).toBe(true);
    tab.workbench.leave(false);
    await until(() => !tab.workbench.hasUnsaved());
    editing.close();
    const again = await openTab(tab.name).workbench.editChecklist(null);
    expect([again.isResumed, again.draft.title.en, again.fresh().title.en]).toEqual([true, "half a wo", ""]);
  });

  test("says when it could not be kept, and is kept when that is tried again", async () => {
    let isFull = true;
    const tab = openTab(undefined, {
      around: (storage) => ({ ...storage, writeSetting: (key, value) => (isFull && key.startsWith("checklist-draft") ? Promise.reject(new Error("full")) : storage.writeSetting(key, value)) }),
    });
    const editing = await tab.workbench.editChecklist(null);
    editing.keep(titled(editing.draft, "kept"));
    tab.workbench.leave(false);
    await until(() => editing.saveState().kind === "failed");
    expect(tab.workbench.hasUnsaved()).toBe(true);
    isFull = false;
    editing.retrySave();
    await until(() => editing.saveState().kind === "saved");
    expect(tab.workbench.hasUnsaved()).toBe(false);
    editing.close();
    expect((await tab.workbench.editChecklist(null)).draft.title.en).toBe("kept");
  });

  test("is edited in one tab at a time", async () => {
    const tab = openTab();
    const editing = await tab.workbench.editChecklist(null);
    await expect(openTab(tab.name).workbench.editChecklist(null)).rejects.toMatchObject({ code: "locked-elsewhere" });
    editing.close();
    await until(() => true);
    (await openTab(tab.name).workbench.editChecklist(null)).close();
  });

  test("names what is missing by its place in the draft", async () => {
    const editing = await openTab().workbench.editChecklist(null);
    const paths = (await editing.check(editing.draft)).map((one) => one.path);
    expect(paths).toEqual(expect.arrayContaining(["title.en", "source.licence", "sections.0.title.zh-TW", "sections.0.questions.0.text.en", "sections.0.questions.0.phases"]));
    expect((await editing.save(editing.draft)).ok).toBe(false);
  });

  test("goes on the shelf through the same door, exports cleanly, and its draft is forgotten", async () => {
    const tab = openTab();
    const editing = await tab.workbench.editChecklist(null);
    const draft = draftOf(small, keys);
    const saved = await editing.save(draft);
    expect(saved).toMatchObject({ ok: true, value: { id: "small", version: "1.0.0", own: true } });
    const yaml = await editing.exportAs(draft, "yaml");
    expect(parseChecklist(yaml.bytes)).toMatchObject({ ok: true, problems: [], value: small });
    const sheet = readChecklistSheet((await editing.exportAs(draft, "xlsx")).bytes);
    expect(sheet.ok && sheet.value.checklist).toEqual(small);
    editing.close();
    expect((await tab.workbench.editChecklist(null)).isResumed).toBe(false);
  });

  test.each<[string, (draft: ChecklistDraft) => ChecklistDraft, string]>([
    ["other words are a patch", (draft) => withValue(draft, ["title", "en"], "Renamed"), "1.0.1"],
    ["another weight is a major version", (draft) => withValue(draft, ["sections", 0, "sections", 0, "questions", 0, "weight"], "1"), "2.0.0"],
    ["another target of a section is a major version", (draft) => withValue(draft, ["sections", 0, "target"], "0.5"), "2.0.0"],
  ])("with changed content asks for a higher version: %s", async (_what, change, proposed) => {
    const { tab, digest } = await withOwn();
    const editing = await tab.workbench.editChecklist(digest);
    expect(await editing.check(editing.draft)).toEqual([]);
    const changed = change(editing.draft);
    expect(await editing.check(changed)).toMatchObject([{ code: "version-not-higher", path: "version", facts: { version: "1.0.0", proposed } }]);
    const saved = await editing.save(withValue(changed, ["version"], proposed));
    expect(saved).toMatchObject({ ok: true, value: { version: proposed } });
    expect(tab.workbench.checklists().filter((one) => one.own).map((one) => one.version)).toEqual(expect.arrayContaining(["1.0.0", proposed]));
  });

  test("that begins with one of the app has an id of its own, and may not take the other's", async () => {
    const { workbench } = openTab();
    const bundled = workbench.checklists().find((one) => one.id === altai)!;
    const editing = await workbench.editChecklist(bundled.digest);
    expect(editing.draft).toMatchObject({ id: `${altai}-own`, version: "1.0.0", title: bundled.title });
    expect(await editing.check(editing.draft)).toEqual([]);
    const taken = withValue(withValue(editing.draft, ["id"], altai), ["title", "en"], "Mine");
    expect(await editing.check(taken)).toMatchObject([{ code: "id-of-bundled", path: "id" }]);
    expect(checklistOf(editing.draft)).toMatchObject({ sections: editing.base?.checklist.sections });
  });
});
