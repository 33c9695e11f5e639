import { summarize, type ChecklistId, type Instant, type QuestionId } from "#domain";
import type { BundledLibrary, Session } from "#workbench";
import { crane, craneBytes, craneQuestion as q, pinnedCrane } from "../fixtures/crane/crane.ts";
import { begin, level, library, openTab, until, type TestTab } from "./make-workbench.ts";

/** The library of an app that comes with one version of the crane checklist. */
export function libraryWith(version: "1.0.0" | "2.0.0"): BundledLibrary {
  const pinned = pinnedCrane(version);
  const text = async () => new TextDecoder().decode(craneBytes(version));
  return { ...library, checklists: [...library.checklists, { summary: summarize(pinned), load: async () => pinned, text }] };
}

/** One answer of each fate: to be confirmed, carried, carried, proposed, kept to read, level gone. */
const answers: readonly (readonly [string, string])[] = [["1.a", "2"], ["1.b", "1"], ["1.c", "2"], ["2.a", "2"], ["2.b", "0"], ["2.c", "once"]];

export function answerAll(session: Session, checklist: ChecklistId = crane): void {
  for (const [id, said] of answers) session.answer(checklist, q(id), level(said, { note: `seen at ${id}` }));
}

/** An assessment answered in full against the first version, closed, and opened again in an app that has the second. */
export async function openInNewerApp(): Promise<{ readonly tab: TestTab; readonly session: Session; readonly answeredAt: (question: QuestionId) => Instant | undefined }> {
  const older = openTab(undefined, { library: libraryWith("1.0.0") });
  const begun = await begin(older, { checklists: [crane] });
  answerAll(begun);
  const before = begun.assessment().answers[crane] ?? {};
  await older.workbench.close();
  const tab = openTab(older.name, { library: libraryWith("2.0.0") });
  await until(() => tab.workbench.assessments() !== null);
  return { tab, session: await tab.workbench.open(begun.id), answeredAt: (question) => before[question]?.at };
}
