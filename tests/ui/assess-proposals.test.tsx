import { cleanup, fireEvent, render, screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { answerTo, type ChecklistId, type Crosswalk, type Language, type Mapping, type QuestionId } from "#domain";
import type { Session } from "#workbench";
import { App } from "../../src/ui/app.tsx";
import { texts } from "../../src/ui/texts/index.ts";
import { altai, begin, checklists, crosswalk, level, library, openTab, until } from "../workbench/make-workbench.ts";

const nist = "nist-ai-rmf" as ChecklistId;
const here = ["ALTAI-1.2.a", "ALTAI-1.2.b"] as const;
const there = ["MAP-3.5", "GOVERN-3.2"] as const;

vi.setConfig({ testTimeout: 40_000 });

beforeEach(() => {
  window.location.hash = "";
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

const relate = (from: string, relation: Mapping["relation"], to: string, published = false): Mapping => ({
  from: { checklist: nist, id: from as QuestionId },
  to: { checklist: altai, id: to as QuestionId },
  relation,
  basis: published ? { kind: "published", by: "NIST" } : { kind: "judgement", by: "Assay", date: "2026-11-21" },
});

const usual = [relate(there[0], "equal", here[0], true), relate(there[1], "superset", here[1])];

/** ALTAI and NIST AI RMF side by side in `language`, open at `question` of ALTAI; both sources are answered 3. */
async function show(options: { readonly language?: Language; readonly mappings?: readonly Mapping[]; readonly question?: string } = {}): Promise<Session> {
  const own: Crosswalk = { ...crosswalk, mappings: options.mappings ?? usual };
  const tab = openTab(undefined, { library: { ...library, crosswalk: async () => own }, preferredLanguages: [options.language ?? "en"] });
  const session = await begin(tab, { checklists: [altai, nist] });
  session.recordEvidence({ id: "e1" as never, kind: "statement", name: "Minutes" });
  session.answer(nist, there[0] as QuestionId, level("3", { evidence: ["e1"] as never }));
  session.answer(nist, there[1] as QuestionId, level("3"));
  window.location.hash = `#/assess/${session.id}/${altai}/${options.question ?? here[0]}`;
  render(() => <App workbench={tab.workbench} />);
  await screen.findByRole("region", { name: texts(options.language ?? "en").assess.strip }, { timeout: 25_000 });
  return session;
}

const press = (name: string | RegExp, place: { getByRole: typeof screen.getByRole } = screen) => fireEvent.click(place.getByRole("button", { name }));
const said = (session: Session, question: string) => answerTo(session.assessment(), altai, question as QuestionId);
const panel = (name = "Proposed answer") => screen.findByRole("region", { name });
const total = (session: Session) => JSON.stringify(session.result().checklists[0]);

describe.each<Language>(["en", "zh-TW"])("[S17] beside a question, in %s", (language) => {
  const t = texts(language);

  test("a proposal names level, source, relation and basis; taken over, the answer names its source and links its evidence", async () => {
    const session = await show({ language });
    const before = total(session);
    const proposal = await panel(t.proposals.title);
    const label = checklists.find((one) => one.checklist.id === altai)!.checklist.scales[0].levels[3]!.label[language];
    expect(proposal.textContent).toContain(t.proposals.proposed(label));
    expect(proposal.textContent).toContain(t.proposals.relation.equal);
    expect(proposal.textContent).toContain(t.assess.related.published("NIST", null));
    expect(within(proposal).getByRole("link", { name: there[0] })).toBeTruthy();
    expect(total(session)).toBe(before);
    press(t.proposals.accept, within(proposal));
    await until(() => said(session, here[0])?.level === "3");
    expect(said(session, here[0])).toMatchObject({ evidence: ["e1"], by: "Mei", source: { checklist: nist, question: there[0], relation: "equal", basis: "published" } });
    expect((await panel(t.proposals.takenOverTitle)).textContent).toContain(there[0]);
    press(t.common.buttons.undo, within(await screen.findByText(t.proposals.dialog.accepted(1)).then((toast) => toast.parentElement as HTMLElement)));
    await waitFor(() => expect(said(session, here[0])).toBeUndefined());
    expect(total(session)).toBe(before);
  });

  test("the preview lists every change with its effect; what is taken over is one change", async () => {
    const session = await show({ language });
    const before = total(session);
    press(t.proposals.button(2));
    const dialog = await screen.findByRole("dialog", { name: t.proposals.dialog.title });
    expect(within(dialog).getAllByRole("link").map((link) => link.textContent)).toEqual([...there]);
    const effect = within(dialog).getByRole("region", { name: t.proposals.dialog.effect });
    expect(effect.textContent).toContain(t.proposals.dialog.count(2));
    expect(total(session)).toBe(before);
    fireEvent.click(within(dialog).getByRole("checkbox", { name: new RegExp(here[1]) }));
    expect(effect.textContent).toContain(t.proposals.dialog.count(1));
    fireEvent.click(within(dialog).getByRole("checkbox", { name: new RegExp(here[1]) }));
    press(t.proposals.dialog.accept(2), within(dialog));
    await until(() => said(session, here[1])?.level === "3");
    await waitFor(() => expect(dialog.isConnected && !dialog.hasAttribute("data-closed")).toBe(false));
    session.undo();
    expect([said(session, here[0]), said(session, here[1])]).toEqual([undefined, undefined]);
    expect(total(session)).toBe(before);
  });
});

describe("[S17] an answer taken over", () => {
  async function takenOver(): Promise<Session> {
    const session = await show();
    press("Take over", within(await panel()));
    await panel("Where this answer comes from");
    return session;
  }

  test("says when its source has changed since, and follows when told to", async () => {
    const session = await takenOver();
    session.answer(nist, there[0] as QuestionId, level("1"));
    const region = await panel("Where this answer comes from");
    await waitFor(() => expect(region.textContent).toContain("it now lets “Ad hoc” be proposed; here stands “Practised”"));
    expect(said(session, here[0])?.level).toBe("3");
    press("Follow: set to Ad hoc", within(region));
    await until(() => said(session, here[0])?.level === "1");
    expect(said(session, here[0])?.source?.question).toBe(there[0]);
    session.answer(nist, there[0] as QuestionId, null);
    await waitFor(() => expect(screen.getByRole("region", { name: "Where this answer comes from" }).textContent).toContain("lets nothing be proposed any more"));
  });

  test("keeps its source with a note and evidence; another level by hand makes it the person's own", async () => {
    const session = await takenOver();
    const note = screen.getByRole("textbox", { name: "Note" });
    fireEvent.input(note, { target: { value: "Seen." } });
    fireEvent.blur(note);
    await until(() => said(session, here[0])?.note === "Seen.");
    expect(said(session, here[0])?.source).toBeDefined();
    press("Unlink Minutes");
    await until(() => said(session, here[0])?.evidence === undefined);
    expect(said(session, here[0])?.source).toBeDefined();
    fireEvent.keyDown(document.body, { key: "3" });
    expect(said(session, here[0])?.source).toBeDefined();
    fireEvent.keyDown(document.body, { key: "2" });
    await until(() => said(session, here[0])?.level === "2");
    expect(said(session, here[0])).toMatchObject({ note: "Seen.", level: "2" });
    expect(said(session, here[0])?.source).toBeUndefined();
    expect(await screen.findByText(/^For comparison: NIST AI RMF 1.0, MAP-3.5 would let “Practised” be proposed here/)).toBeTruthy();
  });

  test("can be made the person's own as it stands", async () => {
    const session = await takenOver();
    press("Make it our own answer");
    await until(() => said(session, here[0])?.source === undefined);
    expect(said(session, here[0])?.level).toBe("3");
  });
});

describe("[S17] the preview", () => {
  const openDialog = async () => {
    press(/^Proposed answers/);
    return screen.findByRole("dialog");
  };

  test("filters by basis, by relation and by source, and takes over only what is shown", async () => {
    const session = await show();
    const dialog = await openDialog();
    const rows = () => within(dialog).getAllByRole("link").map((link) => link.textContent);
    fireEvent.click(within(dialog).getByRole("checkbox", { name: "Published relations only (1)" }));
    expect(rows()).toEqual([there[0]]);
    expect(within(dialog).getByText("1 of 2 answers shown")).toBeTruthy();
    press("Take over 1 answer", within(dialog));
    await until(() => said(session, here[0]) !== undefined);
    expect(said(session, here[1])).toBeUndefined();
  });

  test("does not choose beforehand what its sources disagree on, and says so", async () => {
    const session = await show({ mappings: [...usual, relate(there[1], "superset", here[0])] });
    session.answer(nist, there[1] as QuestionId, level("1"));
    const dialog = await openDialog();
    const row = within(dialog).getByRole("checkbox", { name: new RegExp(here[0]) }) as HTMLInputElement;
    expect(row.checked).toBe(false);
    expect(row.closest("li")?.textContent).toContain("The sources do not agree; the lowest is proposed.");
    expect(within(dialog).getByRole("button", { name: "Take over 1 answer" })).toBeTruthy();
    press("Choose all shown", within(dialog));
    expect(within(dialog).getByRole("button", { name: "Take over 2 answers" })).toBeTruthy();
    press("Choose none", within(dialog));
    expect((within(dialog).getByRole("button", { name: "Take over" }) as HTMLButtonElement).disabled).toBe(true);
  });

  test("is not offered where nothing is proposed", async () => {
    await show({ mappings: [relate(there[0], "intersects", here[0])] });
    await screen.findByText(/^Also asked by/);
    expect(screen.queryByRole("button", { name: /^Proposed answers/ })).toBeNull();
    expect(screen.queryByRole("region", { name: "Proposed answer" })).toBeNull();
  });

  test("is offered once a section is answered that lets something be proposed elsewhere", async () => {
    const session = await show();
    const section = checklists.find((one) => one.checklist.id === nist)!.checklist.sections.find((one) => one.id.startsWith("MAP"))!;
    window.location.hash = `#/assess/${session.id}/${nist}/${there[0]}`;
    await waitFor(() => expect(document.querySelector(".question-id")?.textContent).toBe(there[0]));
    expect(screen.queryByText(/is answered\. It lets/)).toBeNull();
    const open = session.result().checklists[1]!.contributions.filter((one) => one.state === "unanswered" && one.question.startsWith("MAP"));
    session.answerAll(open.map((one) => ({ checklist: nist, question: one.question, answer: level("2") })));
    expect(await screen.findByText(`“${section.title.en}” is answered. It lets 1 answer be proposed in other checklists.`)).toBeTruthy();
  });
});

describe("[S17] the common core", () => {
  test("is suggested in one sentence while it is not among the checklists chosen", async () => {
    render(() => <App workbench={openTab().workbench} />);
    window.location.hash = "#/new";
    const box = (name: string) => screen.findByRole("checkbox", { name });
    fireEvent.click(await box("EU ALTAI"));
    expect(await screen.findByText(/^Choose “Common core” as well and answer it first/)).toBeTruthy();
    fireEvent.click(await box("Common core"));
    await waitFor(() => expect(screen.queryByText(/^Choose “Common core” as well/)).toBeNull());
  });
});

describe("[S17] evidence of related questions", () => {
  test("is shown to be looked at, whatever the relation, and linked one by one", async () => {
    const session = await show({ mappings: [relate(there[0], "intersects", here[0])] });
    fireEvent.click((await screen.findByText("Evidence of related questions (1)")).closest("summary") as HTMLElement);
    press("Link: Minutes");
    await until(() => said(session, here[0])?.evidence?.[0] === "e1");
    expect(said(session, here[0])?.level).toBeUndefined();
    expect(screen.queryByText(/^Evidence of related questions/)).toBeNull();
  });
});
