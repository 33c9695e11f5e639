import { describe, expect, test } from "vitest";
import { walkTree, type AssessmentId, type ChecklistId, type ChoiceId, type ConcludedWalk, type DecisionTreeId, type NodeId } from "#domain";
import { altai, begin, draft, level, openTab, questionsOf, trees } from "./make-workbench.ts";

const aiAct = "eu-ai-act" as ChecklistId;
const act = trees.find((one) => one.id === "eu-ai-act-tier")!;
const on = "2026-11-21";
const noes = Object.fromEntries(act.nodes.map((node) => [node.id, "no"]));
const system = { ...noes, "ai-system": "system", union: "yes", role: "deployer" };
const highRisk = { ...system, area: "employment", "area-4": "yes", profiling: "yes" };
const limited = { ...system, interaction: "yes", area: "none" };

function walked(answers: Readonly<Record<string, string>>): ConcludedWalk {
  const walk = walkTree(act, answers as Record<NodeId, ChoiceId>);
  if (walk.kind !== "concluded") throw new Error(`it asks ${walk.next.id}`);
  return walk;
}

describe("classifying an open assessment", () => {
  test("records the walk and enters what it sets as one change, undone and redone as one", async () => {
    const session = await begin(openTab(), { profile: { sector: "finance", tags: ["children"] } });
    const events = session.journal().length;
    session.classify(act, walked(highRisk), { on, note: "Sifts applications." });
    expect(session.assessment().profile).toEqual({ tier: "high", role: ["deployer"], sector: "finance", tags: ["children", "personal-data"] });
    expect(session.assessment().classifications).toMatchObject([{ tree: act.id, version: act.version, conclusion: "high-annex-iii", on, note: "Sifts applications.", by: "Mei" }]);
    expect(session.journal().slice(events).map((event) => event.kind)).toEqual(["profile-set", "system-classified"]);
    session.undo();
    expect([session.assessment().profile, session.assessment().classifications]).toEqual([{ sector: "finance", tags: ["children"] }, []]);
    session.redo();
    expect(session.assessment().classifications).toHaveLength(1);
    expect(session.assessment().profile.tier).toBe("high");
  });

  test("recording the same again writes nothing; another outcome takes out what the first had entered", async () => {
    const session = await begin(openTab(), { profile: {} });
    session.classify(act, walked(highRisk), { on });
    const events = session.journal().length;
    session.classify(act, walked(highRisk), { on });
    expect(session.journal()).toHaveLength(events);
    session.classify(act, walked(limited), { on });
    expect(session.assessment().profile).toEqual({ tier: "limited", role: ["deployer"] });
    expect(session.assessment().classifications).toHaveLength(1);
  });

  test("survives the file and another browser, with who recorded it", async () => {
    const [mine, theirs] = [openTab(), openTab()];
    const session = await begin(mine);
    session.classify(act, walked(highRisk), { on });
    const plan = await theirs.workbench.readAssessment((await mine.workbench.exportAssessment(session.id)).bytes);
    if (!plan.ok) throw new Error(plan.problems[0]?.message);
    const there = await theirs.workbench.open(await plan.value.confirm());
    expect(there.assessment().classifications).toEqual(session.assessment().classifications);
  });

  test("is recorded with the creation of an assessment, where undo does not reach it", async () => {
    const tab = openTab();
    const first = await begin(tab);
    first.classify(act, walked(highRisk), { on });
    const { classifications } = first.assessment();
    const session = await tab.workbench.open(await tab.workbench.create(draft({ classifications })));
    expect(session.assessment().classifications).toEqual(classifications);
    expect(session.canUndo()).toBe(false);
  });
});

describe("trying a profile", () => {
  test("[S18] tells scope, targets and figures of both, and records nothing", async () => {
    const session = await begin(openTab(), { checklists: [altai, aiAct], profile: { tier: "high", role: ["deployer"] } });
    session.answer(altai, questionsOf(altai)[0]!, level("2"));
    const [events, before] = [session.journal().length, JSON.stringify(session.result())];
    const trial = session.tryProfile({ tier: "minimal", role: ["deployer"] });
    expect([session.journal().length, JSON.stringify(session.result())]).toEqual([events, before]);
    const states = session.result().checklists.map((one) => one.contributions.filter((line) => line.state !== "out-of-scope").length);
    expect(trial.checklists.map((one) => one.inScope.before)).toEqual(states);
    session.setProfile(trial.after);
    for (const [place, tried] of trial.checklists.entries()) {
      const now = session.result().checklists[place]!;
      expect(tried.after).toEqual({ ...now.total, blocked: now.blocked });
      expect(tried.inScope.after).toBe(now.contributions.filter((line) => line.state !== "out-of-scope").length);
      expect(tried.inScope.before + tried.inScope.enter - tried.inScope.leave).toBe(tried.inScope.after);
    }
    expect(trial.checklists[1]?.inScope.leave).toBeGreaterThan(0);
    expect(trial.checklists[0]?.targets.moved).toBeGreaterThan(0);
  });

  test("[S4] one step of the tier's default is told as one step", async () => {
    const session = await begin(openTab(), { checklists: ["nist-ai-rmf" as ChecklistId], profile: { tier: "high" } });
    const [tried] = session.tryProfile({ tier: "limited" }).checklists;
    expect(tried?.targets).toMatchObject({ from: 0.8, to: 0.6 });
    expect(session.tryProfile({ tier: "high" }).checklists[0]?.targets).toEqual({ moved: 0, from: null, to: null });
  });

  test("of what is not stored yet scores the draft as it stands", async () => {
    const { workbench } = openTab();
    const trial = await workbench.tryProfile(draft({ checklists: [aiAct], profile: {} }), { tier: "high", role: ["deployer"] });
    expect(trial.checklists).toHaveLength(1);
    expect(trial.checklists[0]?.inScope.enter).toBeGreaterThan(0);
    await expect(workbench.tryProfile(draft({ checklists: ["nowhere" as ChecklistId] }), {})).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("ways that are not recorded", () => {
  const kept = { answers: { union: "yes" } as Record<NodeId, ChoiceId>, note: "so far" };
  const tabOn = (store: Map<string, string>) =>
    openTab(undefined, { preferences: { read: (key) => store.get(key) ?? null, write: (key, value) => void store.set(key, value) } }).workbench;

  test("are kept in this browser until they are dropped or their assessment is removed", async () => {
    const store = new Map<string, string>();
    tabOn(store).walks.keep("a-1", act.id, kept);
    const again = tabOn(store);
    expect(again.walks.find("a-1", act.id)).toEqual(kept);
    expect(again.walks.find("a-11", act.id)).toBeNull();
    await again.remove("a-1" as AssessmentId);
    expect(tabOn(store).walks.find("a-1", act.id)).toBeNull();
  });

  test("that cannot be read are as if there were none", () => {
    for (const text of ["{", "[]", '"x"', '{"a-1/t":{"answers":[],"note":""}}', '{"a-1/t":{"answers":{"n":1},"note":""}}', '{"a-1/t":null}']) {
      expect(tabOn(new Map([["walks", text]])).walks.find("a-1", "t" as DecisionTreeId)).toBeNull();
    }
  });
});

describe("the bundled trees", () => {
  test("are listed at once and opened one by one; an unknown one is not found", async () => {
    const { workbench } = openTab();
    expect(workbench.trees.map((one) => one.id)).toEqual(trees.map((one) => one.id));
    expect(await workbench.tree(act.id)).toBe(act);
    await expect(workbench.tree("nowhere" as DecisionTreeId)).rejects.toMatchObject({ code: "not-found" });
  });
});
