import { isEffectiveOn, type Block, type Cell, type EvidenceId, type Line, type Row, type Section, type SectionStatus } from "#domain";
import { anchorTo } from "../anchors.ts";
import { controlsIn, countDecisions, countImplementations, implementations, type Control, type Implementation } from "../controls.ts";
import { cell, endCell, joined, line, linkTo, quiet, strong } from "../lines.ts";
import { anchorOf, authorOf, chapterHeading, paragraph, partHeading } from "../question-lines.ts";
import type { Chapter, Entry, ReportContext } from "../report-context.ts";
import { systemName } from "./cover.ts";
import { whyNotEffective } from "./open-points.ts";

/**
 * The Statement of Applicability: every control of every checklist that has some, applicable or excluded or undecided,
 * why, how far it is implemented, on what evidence, and who said so.
 */
export function composeApplicability(context: ReportContext): readonly Block[] {
  const { texts, chapters, input, passedOver } = context;
  const { applicability, words } = texts;
  const stated = chapters.map((chapter) => ({ chapter, controls: controlsIn(chapter) })).filter(({ controls }) => controls.length > 0);
  const heading = partHeading("applicability", applicability.title);
  if (stated.length === 0) return [heading, paragraph(applicability.noControls, "warning")];
  const others = [...chapters.filter((chapter) => controlsIn(chapter).length === 0), ...passedOver].map(({ title }) => title);
  return [
    heading,
    paragraph(applicability.intro(systemName(context), words.date(input.assessment.assessedAt))),
    { kind: "list", items: applicability.howToRead.map((text) => line(text)), size: "small" },
    ...(others.length > 0 ? [paragraph(applicability.others(others.join(words.listComma)), "quiet")] : []),
    ...stated.flatMap(({ chapter, controls }) => chapterStatement(context, chapter, controls)),
  ];
}

function chapterStatement(context: ReportContext, chapter: Chapter, controls: readonly Control[]): readonly Block[] {
  const groups = groupsOf(controls);
  return [
    chapterHeading("applicability", chapter),
    { kind: "paragraph", line: countsLine(context, controls) },
    ...undecidedWarning(context, controls),
    ...withoutReason(context, controls),
    countsTable(context, chapter, groups, controls),
    ...groups.flatMap(({ section, controls: own }): readonly Block[] => {
      const title = nameOf(context, section);
      return [
        { kind: "heading", level: 3, text: title, anchor: anchorTo("chapter", "applicability", chapter.checklist.id, section.id) },
        controlsTable(context, title, own),
      ];
    }),
  ];
}

interface Group {
  readonly section: Section;
  readonly controls: readonly Control[];
}

/** Controls under the section that holds them, in authored order. */
function groupsOf(controls: readonly Control[]): readonly Group[] {
  const groups = new Map<Section, Control[]>();
  for (const control of controls) {
    const section = control.entry.sections.at(-1);
    if (!section) continue;
    const known = groups.get(section);
    if (known) known.push(control);
    else groups.set(section, [control]);
  }
  return [...groups].map(([section, own]) => ({ section, controls: own }));
}

function nameOf({ input, texts }: ReportContext, { ref, title }: Section): string {
  return [ref, title[input.language]].filter((one) => one !== "").join(texts.words.gap || "　");
}

/** Both sums in words: the decisions, then what the applicable ones have come to. */
function countsLine({ texts }: ReportContext, controls: readonly Control[]): Line {
  const { applicability, words } = texts;
  const applicable = countDecisions(controls, "applicable");
  const outOfScope = countDecisions(controls, "out-of-scope");
  const said = [
    strong(applicability.decided(controls.length, applicable, countDecisions(controls, "excluded"), countDecisions(controls, "undecided"))),
    ...(outOfScope > 0 ? [applicability.outOfScopeCount(outOfScope)] : []),
    ...(applicable > 0
      ? [
          applicability.implemented(
            countImplementations(controls, "implemented"),
            countImplementations(controls, "partly"),
            countImplementations(controls, "not"),
          ),
        ]
      : []),
  ];
  return joined(said.map((one) => line(one)), words.gap);
}

/** A statement with an undecided control is not whole: each is named and one link away. */
function undecidedWarning({ texts }: ReportContext, controls: readonly Control[]): readonly Block[] {
  const undecided = controls.filter(({ decision }) => decision === "undecided");
  if (undecided.length === 0) return [];
  const { applicability, words } = texts;
  return [
    {
      kind: "paragraph",
      tone: "warning",
      line: line(applicability.undecided(undecided.length), words.colon, linksTo(texts, undecided), words.stop.trim()),
    },
  ];
}

function withoutReason({ texts }: ReportContext, controls: readonly Control[]): readonly Block[] {
  const unreasoned = controls.filter(({ decision, entry }) => decision === "applicable" && noteOf(entry) === "");
  if (unreasoned.length === 0) return [];
  const { applicability, words } = texts;
  return [
    {
      kind: "paragraph",
      tone: "quiet",
      line: line(applicability.withoutReason(unreasoned.length), words.colon, linksTo(texts, unreasoned), words.stop.trim()),
    },
  ];
}

function linksTo({ words }: ReportContext["texts"], controls: readonly Control[]): Line {
  return joined(controls.map(({ entry }) => line(linkTo(anchorOf("control", entry), entry.question.ref))), words.listComma);
}

function countsTable(context: ReportContext, { title }: Chapter, groups: readonly Group[], controls: readonly Control[]): Block {
  const { applicability } = context.texts;
  const hasOutOfScope = countDecisions(controls, "out-of-scope") > 0;
  const counts = [
    { title: applicability.controls, of: (own: readonly Control[]) => own.length },
    { title: applicability.decision.applicable, of: (own: readonly Control[]) => countDecisions(own, "applicable") },
    ...implementations.map((one) => ({
      title: applicability.implementation[one],
      of: (own: readonly Control[]) => countImplementations(own, one),
    })),
    { title: applicability.decision.excluded, of: (own: readonly Control[]) => countDecisions(own, "excluded") },
    { title: applicability.decision.undecided, of: (own: readonly Control[]) => countDecisions(own, "undecided") },
    ...(hasOutOfScope
      ? [{ title: applicability.decision["out-of-scope"], of: (own: readonly Control[]) => countDecisions(own, "out-of-scope") }]
      : []),
  ];
  const row = (name: Cell, own: readonly Control[]): Row => ({ cells: [name, ...counts.map(({ of }) => endCell(String(of(own))))] });
  const width = 0.1;
  return {
    kind: "table",
    title: applicability.countsTable(title),
    columns: [
      { title: applicability.group, width: 1 - width * counts.length },
      ...counts.map((count) => ({ title: count.title, width, align: "end" as const })),
    ],
    rows: [row(cell(strong(applicability.all)), controls), ...groups.map((group) => row(cell(nameOf(context, group.section)), group.controls))],
    empty: applicability.noControls,
  };
}

function controlsTable(context: ReportContext, title: string, controls: readonly Control[]): Block {
  const { applicability } = context.texts;
  return {
    kind: "table",
    title: applicability.controlsTable(title),
    isTitledAbove: true,
    columns: [
      { title: applicability.control, width: 0.185 },
      { title: applicability.applies, width: 0.115 },
      { title: applicability.reason, width: 0.315 },
      { title: applicability.standing, width: 0.17 },
      { title: applicability.evidence, width: 0.215 },
    ],
    rows: controls.map((control) => ({
      anchor: anchorOf("control", control.entry),
      cells: [
        controlCell(context, control),
        cell(strong(applicability.applying[control.decision])),
        cell(reasonLine(context, control)),
        standingCell(context, control),
        cell(evidenceLines(context, control.entry)),
      ],
    })),
    empty: applicability.noControls,
  };
}

function controlCell({ input }: ReportContext, { entry: { question } }: Control): Cell {
  return cell(strong(question.ref), "\n", question.control?.[input.language] ?? "");
}

/** Why, in the words of whoever answered; then how strongly the checklist asks for it; then who said it and when. */
function reasonLine(context: ReportContext, { entry, decision }: Control): Line {
  const { applicability, words, openPoints } = context.texts;
  const { answer, question, conflict } = entry;
  const note = noteOf(entry);
  const why: Readonly<Record<Control["decision"], Line>> = {
    applicable: note === "" ? line(quiet(applicability.noReason)) : line(note),
    excluded: joined([line(answer?.justification?.trim() ?? ""), line(note)], "\n"),
    undecided: joined([line(answer?.notApplicable ? openPoints.notApplicableWithoutReason : applicability.notAnswered), line(note)], "\n"),
    "out-of-scope": line(applicability.outOfScope),
  };
  const asked = `${applicability.asked}${words.colon}${words.obligation[question.obligation].toLowerCase()}`;
  const said = answer && decision !== "out-of-scope" ? authorOf(context, entry, "day") : "";
  return joined(
    [
      why[decision],
      line(conflict > 0 ? strong(openPoints.conflict(conflict)) : []),
      line(quiet([asked, said].filter((one) => one !== "").join(words.semicolon))),
    ].filter((one) => one.some(({ text }) => text !== "")),
    "\n",
  );
}

function noteOf({ answer }: Entry): string {
  return answer?.note?.trim() ?? "";
}

/** The shape of each mark is that of the section status nearest in meaning. */
const marks: Readonly<Record<Implementation, SectionStatus>> = {
  implemented: "satisfied",
  partly: "partially-satisfied",
  not: "not-satisfied",
};

function standingCell({ texts, input }: ReportContext, { implementation, entry }: Control): Cell {
  const { applicability } = texts;
  if (!implementation) return cell("–");
  const level = entry.level?.label[input.language] ?? "";
  return { kind: "status", status: marks[implementation], label: joinedWords([applicability.implementation[implementation], level]) };
}

function joinedWords(words: readonly string[]): string {
  return words.filter((word) => word !== "").join("\n");
}

/** Each piece by name, in force on the assessment date or why not (S7). */
function evidenceLines(context: ReportContext, entry: Entry): Line {
  const { applicability } = context.texts;
  const linked = entry.answer?.evidence ?? [];
  if (linked.length === 0) return line(entry.contribution.state === "answered" ? quiet(applicability.noEvidence) : "–");
  return joined(linked.map((id) => evidenceState(context, id)), "\n");
}

function evidenceState({ evidence, texts, input }: ReportContext, id: EvidenceId): Line {
  const { words, applicability, questions } = texts;
  const known = evidence.get(id);
  if (!known) return line(questions.unknownEvidence(id));
  const day = input.assessment.assessedAt;
  const state = isEffectiveOn(known, day) ? applicability.inForce : whyNotEffective(known, day, texts);
  return line(linkTo(anchorTo("evidence", id), known.name || id), quiet(words.inBrackets(state)));
}
