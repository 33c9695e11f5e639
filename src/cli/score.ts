import { compareWithChecklists, resultFile } from "#exchange";
import type { Assessment, PinnedChecklist } from "#domain";
import { readThrough, scoreAssessment } from "#scoring";
import { lifecycleAsked, openAssessment, openChecklist, versionsFor } from "./open-files.ts";
import { needed, noFiles, readOptions } from "./options.ts";
import { note, problemLine, say } from "./print.ts";
import { resultTable } from "./result-table.ts";
import { wrongUsage } from "./usage.ts";

/** `assay score`: 0 with the result on standard output, 1 when a file is faulty. */
export function score(args: readonly string[]): number {
  const { values, positionals } = readOptions("score", args, {
    checklist: { type: "string", multiple: true },
    assessment: { type: "string" },
    lifecycle: { type: "string" },
    json: { type: "boolean" },
  });
  const path = needed("score", "assessment", values.assessment);
  // `--checklist a.yaml b.yaml` is what a shell makes of `--checklist *.yaml`.
  const paths = [...(values.checklist ?? []), ...positionals];
  if (!values.checklist) {
    noFiles("score", positionals);
    throw wrongUsage("score", "--checklist is missing.");
  }
  const view = lifecycleAsked(values.lifecycle, (file, problem) => note(problemLine(file, problem)));
  const opened = openAssessment(path);
  const given = openAll(paths);
  if (!opened.ok) for (const problem of opened.problems) note(problemLine(path, problem));
  if (!opened.ok || !given || view === null) return 1;

  const { assessment, disagreements } = opened.value;
  const checklists = versionsFor(assessment, given);
  for (const problem of [...disagreements, ...differences(assessment, checklists)]) note(problemLine(path, problem));
  const plain = checklists.map((one) => one.checklist);
  const result = scoreAssessment(plain, assessment);
  const reading = view && readThrough(plain, result, view);
  say(values.json ? JSON.stringify(resultFile(result, reading), null, 2) : resultTable(result, checklists, reading));
  return 0;
}

/** Every checklist, or null once each problem of those that are faulty has been printed. */
export function openAll(paths: readonly string[]): readonly PinnedChecklist[] | null {
  const all = paths.map((path) => ({ path, opened: openChecklist(path) }));
  const sound: PinnedChecklist[] = [];
  for (const { path, opened } of all) {
    if (opened.ok) sound.push(opened.value);
    for (const problem of opened.problems) note(problemLine(path, problem));
  }
  return sound.length === all.length ? sound : null;
}

/** What the assessment and these checklists disagree on; checklists that are merely not asked for are no difference. */
export function differences(assessment: Assessment, checklists: readonly PinnedChecklist[]) {
  return compareWithChecklists(assessment, checklists).filter((one) => one.code !== "unknown-checklist");
}
