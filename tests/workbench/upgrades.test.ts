import { describe, expect, test } from "vitest";
import type { Answer, Digest } from "#domain";
import { scoreAssessment } from "#scoring";
import type { Session, Upgrade, UpgradePlan } from "#workbench";
import { crane, craneBytes, craneQuestion as q, pinnedCrane } from "../fixtures/crane/crane.ts";
import { answerAll, libraryWith, openInNewerApp } from "./crane-tab.ts";
import { basicAct, begin, digestOf, level, openTab, until } from "./make-workbench.ts";

const [first, second] = [pinnedCrane("1.0.0"), pinnedCrane("2.0.0")];
const firstRef = { id: crane, version: "1.0.0", digest: first.digest };
const secondRef = { id: crane, version: "2.0.0", digest: second.digest };
const said = (session: Session, id: string): Answer | undefined => session.assessment().answers[crane]?.[q(id)];

function onlyUpgrade(session: Session): Upgrade {
  const [upgrade, ...more] = session.upgrades();
  if (!upgrade || more.length > 0) throw new Error(`${more.length} upgrades where one is wanted`);
  return upgrade;
}

async function takenOver() {
  const opened = await openInNewerApp();
  const { session } = opened;
  const before = { assessment: session.assessment(), result: session.result(), events: session.journal().length };
  const plan = await session.planUpgrade(onlyUpgrade(session));
  session.takeOver(plan);
  return { ...opened, before, plan };
}

const fatesOf = (plan: UpgradePlan) => Object.fromEntries(plan.answers.map((one) => [one.question, one.fate]));

describe("an assessment in an app that comes with a newer version of its checklist", () => {
  test("is scored with the version that it names, to the last figure, and no difference is told", async () => {
    const { session } = await openInNewerApp();
    expect([session.differences(), session.checklists().map((one) => one.digest)]).toEqual([[], [first.digest]]);
    expect(session.result()).toEqual(scoreAssessment([first.checklist], session.assessment()));
  });

  test("is told of the newer one, and not of it again as news once it was put off", async () => {
    const { tab, session } = await openInNewerApp();
    expect(session.upgrades()).toMatchObject([{ from: firstRef, to: { version: "2.0.0" }, isPutOff: false }]);
    await session.putOff(onlyUpgrade(session));
    expect(onlyUpgrade(session).isPutOff).toBe(true);
    await tab.workbench.close();
    expect(onlyUpgrade(await tab.workbench.open(session.id)).isPutOff).toBe(true);
    expect(session.assessment().checklists).toEqual([firstRef]);
  });

  test("sees beforehand what would become of each answer and each figure, and nothing is written", async () => {
    const { session } = await openInNewerApp();
    const events = session.journal().length;
    const plan = await session.planUpgrade(onlyUpgrade(session));
    expect(fatesOf(plan)).toEqual({ "PC-1.a": "to-confirm", "PC-1.b": "carried", "PC-1.c": "carried", "PC-2.a": "proposed", "PC-2.b": "kept-to-read", "PC-2.c": "level-gone" });
    expect([plan.results.before, plan.results.after].map((one) => one.contributions.length)).toEqual([6, 7]);
    expect([session.journal().length, session.assessment().checklists]).toEqual([events, [firstRef]]);
  });
});

describe("taking a newer version over", () => {
  test("scores against it at once, as the plan said", async () => {
    const { session, plan } = await takenOver();
    expect(session.assessment().checklists).toEqual([secondRef]);
    expect(session.result().checklists).toEqual([plan.results.after]);
    expect([session.upgrades(), session.differences()]).toEqual([[], []]);
  });

  test("carries what stands, and gives to all else the name of the wording it was given to, its author and its moment", async () => {
    const { session, before, answeredAt } = await takenOver();
    expect(said(session, "1.b")).toEqual(before.assessment.answers[crane]?.[q("1.b")]);
    for (const id of ["1.a", "2.a", "2.b", "2.c"]) {
      expect(said(session, id)).toEqual({ ...before.assessment.answers[crane]?.[q(id)], saidOf: firstRef });
      expect(said(session, id)?.at).toBe(answeredAt(q(id)));
    }
    expect([said(session, "2.d"), said(session, "2.e")]).toEqual([undefined, undefined]);
  });

  test("is one change: one undo brings everything back, one redo takes it over again", async () => {
    const { session, before } = await takenOver();
    const taken = session.assessment();
    session.undo();
    expect([session.assessment(), session.result()]).toEqual([before.assessment, before.result]);
    await until(() => session.upgrades().length === 1);
    session.redo();
    expect(session.assessment()).toEqual(taken);
    expect(session.journal()).toHaveLength(before.events + 5 + 2);
  });

  test("is on the disk: the next opening finds the newer version and the old wording", async () => {
    const { tab, session } = await takenOver();
    await tab.workbench.close();
    const again = await tab.workbench.open(session.id);
    expect(again.checklists().map((one) => one.digest)).toEqual([second.digest]);
    again.earlierVersion(firstRef);
    await until(() => again.earlierVersion(firstRef) !== null);
    expect(again.earlierVersion(firstRef)?.checklist).toEqual(first.checklist);
  });

  test("is refused while another tab edits, and changes nothing", async () => {
    const { tab, session } = await openInNewerApp();
    const other = openTab(tab.name, { library: libraryWith("2.0.0") });
    const following = await other.workbench.open(session.id);
    const plan = await following.planUpgrade(onlyUpgrade(following));
    expect(() => following.takeOver(plan)).toThrow(expect.objectContaining({ code: "locked-elsewhere" }));
    expect(following.result()).toEqual(session.result());
  });

  test("an answer is confirmed by saying it again without its earlier wording; no figure moves", async () => {
    const { session } = await takenOver();
    const { saidOf: _saidOf, ...stands } = said(session, "1.a") ?? {};
    const figures = session.result();
    session.answer(crane, q("1.a"), stands);
    expect([said(session, "1.a")?.saidOf, said(session, "1.a")?.level]).toEqual([undefined, "2"]);
    expect(session.result()).toEqual(figures);
  });
});

describe("the text of a version that an assessment names", () => {
  test("is kept from the moment it is chosen, once, and forgotten with the last assessment that names it", async () => {
    const tab = openTab(undefined, { library: libraryWith("1.0.0") });
    const kept = async () => (await (await tab.storage).listKeptChecklists()).map((one) => one.digest);
    expect(await kept()).toEqual([]);
    const one = await begin(tab, { checklists: [crane] });
    const other = await begin(tab, { checklists: [basicAct] });
    await other.chooseChecklists([basicAct, crane]);
    expect(await kept()).toHaveLength(2);
    expect((await (await tab.storage).getChecklist(first.digest))?.text).toBe(new TextDecoder().decode(craneBytes("1.0.0")));
    await tab.workbench.close();
    await tab.workbench.remove(one.id);
    expect(await kept()).toContain(first.digest);
    await tab.workbench.remove(other.id);
    expect(await kept()).toEqual([]);
  });

  test("travels with the file, so that a receiver with a newer app re-derives every figure", async () => {
    const older = openTab(undefined, { library: libraryWith("1.0.0") });
    const session = await begin(older, { checklists: [crane] });
    answerAll(session);
    const { bytes } = await older.workbench.exportAssessment(session.id);
    const receiver = openTab(undefined, { library: libraryWith("2.0.0") });
    const plan = await receiver.workbench.readAssessment(bytes);
    expect(plan).toMatchObject({ ok: true, value: { differences: [] } });
    if (!plan.ok) return;
    const there = await receiver.workbench.open(await plan.value.confirm());
    expect([there.result(), there.differences()]).toEqual([session.result(), []]);
    expect(there.upgrades()).toHaveLength(1);
  });

  test("that is not what its digest says is left out and told; the rest of the file is read", async () => {
    const older = openTab(undefined, { library: libraryWith("1.0.0") });
    const { id } = await begin(older, { checklists: [crane] });
    const file = JSON.parse(new TextDecoder().decode((await older.workbench.exportAssessment(id)).bytes));
    file.texts[first.digest] = file.texts[first.digest].replace("weight: 3", "weight: 1");
    file.texts[digestOf(new Uint8Array([1]))] = "named by nobody";
    const receiver = openTab(undefined, { library: libraryWith("2.0.0") });
    const plan = await receiver.workbench.readAssessment(new TextEncoder().encode(JSON.stringify(file)));
    expect(plan.ok && plan.value.differences.map((one) => one.code)).toEqual(["text-altered", "checklist-differs"]);
    if (plan.ok) await plan.value.confirm();
    expect((await (await receiver.storage).listKeptChecklists()).map((one) => one.digest)).not.toContain(first.digest);
  });
});

describe("an organisation's own checklist", () => {
  test("in a newer version is offered to the assessments that name the older one", async () => {
    const tab = openTab();
    await tab.workbench.addChecklist(craneBytes("1.0.0"));
    const session = await begin(tab, { checklists: [crane] });
    answerAll(session);
    expect(session.upgrades()).toEqual([]);
    await tab.workbench.addChecklist(craneBytes("2.0.0"));
    await until(() => session.upgrades().length === 1);
    session.takeOver(await session.planUpgrade(onlyUpgrade(session)));
    expect(session.assessment().checklists).toEqual([secondRef]);
    expect((await begin(tab, { checklists: [crane] })).assessment().checklists).toEqual([secondRef]);
  });

  test("that is brought again under its number, with other text, takes the place of the first on the shelf and is offered", async () => {
    const tab = openTab();
    await tab.workbench.addChecklist(craneBytes("1.0.0"));
    const session = await begin(tab, { checklists: [crane] });
    session.answer(crane, q("1.a"), level("2"));
    const mended = new TextEncoder().encode(new TextDecoder().decode(craneBytes("1.0.0")).replace("Can the operator stop", "Can the operator halt"));
    await tab.workbench.addChecklist(mended);
    expect(tab.workbench.checklists().filter((one) => one.id === crane).map((one) => one.digest)).toEqual([digestOf(mended)]);
    await until(() => session.upgrades().length === 1);
    expect(session.checklists().map((one): Digest => one.digest)).toEqual([first.digest]);
    expect(fatesOf(await session.planUpgrade(onlyUpgrade(session)))).toEqual({ "PC-1.a": "to-confirm" });
  });

  test("in an older version than the one in use is never offered", async () => {
    const tab = openTab();
    await tab.workbench.addChecklist(craneBytes("2.0.0"));
    const session = await begin(tab, { checklists: [crane] });
    await tab.workbench.addChecklist(craneBytes("1.0.0"));
    expect([session.upgrades(), (await begin(tab, { checklists: [crane] })).assessment().checklists]).toEqual([[], [secondRef]]);
  });
});
