import { describe, expect, test } from "vitest";
import type { ChecklistId, PinnedChecklist, Profile, QuestionId } from "#domain";
import type { BundledLibrary } from "#workbench";
import { smallLibrary } from "../content/foreign/small-library.ts";
import { goodChecklist } from "../content/good-checklist.ts";
import { altai, applicable, basicAct, begin, checklists, digestOf, level, library, openTab, until } from "./make-workbench.ts";

/** A profile to which the one question of the good checklist applies. */
const profile: Profile = { tier: "high", role: ["deployer"], sector: "customs", tags: ["generative"] };
const own = new TextEncoder().encode(goodChecklist);

/** The one member of a list. Throws when there is not exactly one. */
function only<Member>(members: readonly Member[]): Member {
  const [member, ...more] = members;
  if (member === undefined || more.length > 0) throw new Error(`${members.length} where one is wanted`);
  return member;
}

/** The library of a newer app, in which ALTAI has another version. */
function newerLibrary(version: string): BundledLibrary {
  return {
    ...library,
    checklists: library.checklists.map((one) => {
      if (one.summary.id !== altai) return one;
      const digest = digestOf(new TextEncoder().encode(version));
      const load = async (): Promise<PinnedChecklist> => {
        const { checklist } = await one.load();
        return { checklist: { ...checklist, version }, digest };
      };
      return { summary: { ...one.summary, version, digest }, load, text: one.text };
    }),
  };
}

describe("the checklists and templates", () => {
  test("that come with the app are all there", () => {
    const { workbench } = openTab();
    expect(workbench.checklists().map((one) => [one.id, one.digest])).toEqual(checklists.map((one) => [one.checklist.id, one.digest]));
    expect(workbench.templates().map((one) => one.id).toSorted()).toEqual(["executive-summary", "full-report", "statement-of-applicability"]);
  });
});

describe("a checklist in another version than the assessment names, whose text was never kept", () => {
  async function inNewerApp() {
    const tab = openTab();
    const session = await begin(tab);
    session.answer(altai, applicable(session, altai)[0] as QuestionId, level("3"));
    await tab.workbench.close();
    const storage = await tab.storage;
    for (const { digest } of await storage.listKeptChecklists()) await storage.removeChecklist(digest);
    const newer = openTab(tab.name, { library: newerLibrary("9.0.0") });
    return { tab, newer, session: await newer.workbench.open(session.id) };
  }

  test("is shown as a difference, and used", async () => {
    const { session } = await inNewerApp();
    expect(session.differences()).toMatchObject([{ code: "checklist-differs", facts: { checklist: altai, here: "9.0.0" } }]);
    expect(session.result().checklists.map((one) => [one.id, one.version])[0]).toEqual([altai, "9.0.0"]);
  });

  test("is recorded once it is adopted, and a difference again when that is undone", async () => {
    const { session, newer } = await inNewerApp();
    session.adoptVersions();
    expect(session.assessment().checklists[0]).toMatchObject({ id: altai, version: "9.0.0" });
    await until(() => session.differences().length === 0);
    session.undo();
    await until(() => session.differences().length === 1);
    session.redo();
    await newer.workbench.close();
    expect((await newer.workbench.open(session.id)).differences()).toEqual([]);
  });

  test("keeps its version when another checklist is chosen beside it", async () => {
    const { session } = await inNewerApp();
    const [before] = session.assessment().checklists;
    await session.chooseChecklists([altai, "nist-ai-rmf" as ChecklistId]);
    expect(session.assessment().checklists[0]).toEqual(before);
    expect(session.differences()).toHaveLength(1);
  });
});

describe("a checklist that is not here", () => {
  async function withoutList() {
    const tab = openTab();
    const added = await tab.workbench.addChecklist(own);
    if (!added.ok) throw new Error("the checklist is good");
    const { id, digest } = only(added.value.summaries);
    const session = await begin(tab, { checklists: [altai, id], profile });
    const question = applicable(session, id)[0] as QuestionId;
    session.answer(id, question, level("1"));
    await tab.workbench.removeChecklist(digest);
    expect(tab.workbench.checklists().map((one) => one.id)).not.toContain(id);
    expect([session.differences(), session.result().checklists.map((one) => one.id)]).toEqual([[], [altai, id]]);
    // As if it had been taken off the shelf before texts were kept; the first tab must not be about to keep it again.
    await tab.workbench.close();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await (await tab.storage).removeChecklist(digest);
    const reloaded = openTab(tab.name);
    return { tab: reloaded, id, question, session: await reloaded.workbench.open(session.id) };
  }

  test("is scored as ever where only the shelf is without it", async () => {
    await withoutList();
  });

  test("is a difference; adopting versions does not drop it; its answers stay", async () => {
    const { tab, id, question, session } = await withoutList();
    expect(session.differences()[0]).toMatchObject({ code: "unknown-checklist", facts: { checklist: id } });
    expect(session.result().checklists.map((one) => one.id)).toEqual([altai]);
    session.adoptVersions();
    expect(session.assessment().checklists.map((one) => one.id)).toEqual([altai, id]);
    expect(session.assessment().answers[id]?.[question]?.level).toBe("1");
    await tab.workbench.addChecklist(own);
    await until(() => session.result().checklists.length === 2);
    expect(session.differences()).toEqual([]);
  });
});

describe("an organisation's own checklist", () => {
  test("is listed, pinned to its bytes, used, and there again after a reload", async () => {
    const tab = openTab();
    const withMark = new Uint8Array([0xef, 0xbb, 0xbf, ...own]);
    const added = await tab.workbench.addChecklist(withMark);
    if (!added.ok) throw new Error(added.problems[0]?.message);
    const summary = only(added.value.summaries);
    expect(added.value.left).toEqual([]);
    expect(summary.digest).toBe(digestOf(withMark));
    expect(tab.workbench.checklists()).toContainEqual(summary);
    const session = await begin(tab, { checklists: [summary.id], profile });
    const question = applicable(session, summary.id)[0] as QuestionId;
    session.answer(summary.id, question, level("1"));
    await tab.workbench.close();
    const reloaded = openTab(tab.name);
    const again = await reloaded.workbench.open(session.id);
    expect([again.differences(), again.result()]).toEqual([[], session.result()]);
    expect(reloaded.workbench.checklists()).toContainEqual(summary);
    const [stored] = await (await reloaded.storage).listChecklists();
    expect(digestOf(new TextEncoder().encode(stored?.text))).toBe(summary.digest);
  });

  test("is one, however often it is added, and gone when it is removed", async () => {
    const { workbench } = openTab();
    const before = workbench.checklists().length;
    const [one] = await Promise.all([workbench.addChecklist(own), workbench.addChecklist(own)]);
    expect(workbench.checklists()).toHaveLength(before + 1);
    await workbench.removeChecklist(one.ok ? only(one.value.summaries).digest : digestOf(own));
    expect(workbench.checklists()).toHaveLength(before);
  });

  test("from a CISO Assistant library is kept in our own format, with what is not as it was", async () => {
    const tab = openTab();
    const added = await tab.workbench.addChecklist(new TextEncoder().encode(smallLibrary));
    if (!added.ok) throw new Error(added.problems[0]?.message);
    const summary = only(added.value.summaries);
    expect(tab.workbench.checklists()).toContainEqual(summary);
    expect(added.value.left.map((one) => one.why)).toContain("other-kind");
    const [stored] = await (await tab.storage).listChecklists();
    expect(digestOf(new TextEncoder().encode(stored?.text))).toBe(summary.digest);
    const session = await begin(tab, { checklists: [summary.id], profile: { tags: ["kettle-2024:home"] } });
    expect(applicable(session, summary.id)).toHaveLength(summary.questions);
  });

  test("from a library with the groups that were chosen is asked of every system", async () => {
    const tab = openTab();
    const bytes = new TextEncoder().encode(smallLibrary);
    const groups = await tab.workbench.groupsIn(bytes);
    expect(groups.map((one) => one.tag)).toEqual(["kettle-2024:home"]);
    expect(await tab.workbench.groupsIn(own)).toEqual([]);
    const added = await tab.workbench.addChecklist(bytes, groups.map((one) => one.tag));
    if (!added.ok) throw new Error(added.problems[0]?.message);
    const summary = only(added.value.summaries);
    const session = await begin(tab, { checklists: [summary.id], profile: {} });
    expect(applicable(session, summary.id)).toHaveLength(summary.questions);
  });

  test("from a library that holds nothing to assess is refused and not kept", async () => {
    const tab = openTab();
    const read = await tab.workbench.addChecklist(new TextEncoder().encode("urn: urn:a:risk:library:m\nobjects:\n  threats: []\n"));
    expect(read.problems).toMatchObject([{ code: "no-questions", line: 3 }]);
    expect(await (await tab.storage).listChecklists()).toEqual([]);
  });

  test("that is broken is refused with line and column, and not kept", async () => {
    const tab = openTab();
    const broken = new TextEncoder().encode(goodChecklist.replace("weight: 3", "weight: 7"));
    const read = await tab.workbench.addChecklist(broken);
    expect(read.ok).toBe(false);
    for (const problem of read.problems) expect(problem).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
    expect(read.problems.length).toBeGreaterThan(0);
    expect(await (await tab.storage).listChecklists()).toEqual([]);
  });

  test("of the name of a bundled one leaves assessments on theirs", async () => {
    const tab = openTab();
    const session = await begin(tab, { checklists: [basicAct] });
    const renamed = goodChecklist.replace(/^id: .*$/m, `id: ${basicAct}`);
    expect((await tab.workbench.addChecklist(new TextEncoder().encode(renamed))).ok).toBe(true);
    await tab.workbench.close();
    expect((await tab.workbench.open(session.id)).differences()).toEqual([]);
    const fresh = await begin(tab, { checklists: [basicAct] });
    expect(fresh.assessment().checklists[0]?.digest).toBe(digestOf(new TextEncoder().encode(renamed)));
  });
});
