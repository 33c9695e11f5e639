import { formatShare, severities, tiers, type Block, type LocalText, type Row } from "#domain";
import { anchorTo } from "../anchors.ts";
import { formatAmount } from "../figures.ts";
import { viewOf } from "../lifecycle.ts";
import { cell, code, endCell, line, strong } from "../lines.ts";
import { paragraph, partHeading } from "../question-lines.ts";
import type { Chapter, ReportContext } from "../report-context.ts";
import { targetOriginOf } from "../target-origin.ts";
import { explainedRules } from "../texts/methodology-texts.ts";

/** The rules for an auditor: how to read a bar, each rule with its id, the constants and the targets applied. */
export function composeMethodology(context: ReportContext): readonly Block[] {
  const { texts, policy } = context;
  const { methodology, words } = texts;
  const heading = (text: string, part: string): Block => ({ kind: "heading", level: 2, text, anchor: anchorTo("part", "methodology", part) });
  return [
    partHeading("methodology", methodology.title),
    paragraph(methodology.intro),
    heading(methodology.barTitle, "bar"),
    { kind: "list", items: methodology.bar.map((text) => line(text)) },
    heading(methodology.symbolsTitle, "symbols"),
    { kind: "facts", rows: methodology.symbols.map(({ symbol, meaning }) => ({ label: symbol, line: line(meaning) })) },
    heading(methodology.rulesTitle, "rules"),
    {
      kind: "entries",
      title: methodology.rulesTitle,
      rows: explainedRules.map((rule) => {
        const { title, text, formula } = methodology.rules[rule];
        return {
          anchor: anchorTo("rule", rule),
          name: line(strong(`${rule} ${title}`)),
          about: [],
          title: [],
          body: line(text, formula === undefined ? [] : ["\n", code(formula)]),
          foot: [],
        };
      }),
    },
    paragraph(methodology.beyond),
    heading(methodology.lifecycleTitle, "lifecycle"),
    ...lifecycleOf(context),
    heading(methodology.constantsTitle, "constants"),
    paragraph(methodology.constantsIntro),
    tierTable(context),
    paragraph(methodology.tierUnknown(words.tier[policy.tierWhenUnknown]), "quiet"),
    severityTable(context),
    targetsTable(context),
  ];
}

/** Which lifecycle the phases are of; of a view its source, whose mapping it is, and the mapping itself. */
function lifecycleOf(context: ReportContext): readonly Block[] {
  const { texts, input } = context;
  const { methodology, words } = texts;
  const view = viewOf(context);
  if (!view) return [paragraph(methodology.lifecycleOwn)];
  const { source, note, phases } = view;
  const title = view.title[input.language];
  const remark = (label: string, said: LocalText | undefined) => (said ? [paragraph(`${label}${words.colon}${said[input.language]}`)] : []);
  return [
    paragraph(`${methodology.lifecycleView(title, source.name, source.publisher, source.date)}${words.gap}${methodology.lifecycleOverlap}`),
    ...remark(methodology.lifecycleMapping, note),
    ...remark(methodology.lifecycleSource, source.note),
    {
      kind: "table",
      title: methodology.lifecycleTable(title),
      columns: [
        { title: methodology.viewPhase, width: 0.45 },
        { title: methodology.ownPhases, width: 0.55 },
      ],
      rows: phases.map((phase) => ({
        cells: [cell(phase.title[input.language]), cell(phase.maps.map((one) => words.phase[one]).join(words.listComma))],
      })),
      empty: words.none,
    },
  ];
}

function tierTable({ texts, policy: { tierTargets } }: ReportContext): Block {
  const { methodology, words } = texts;
  return {
    kind: "table",
    title: methodology.tierTable,
    columns: [
      { title: methodology.tier, width: 0.6 },
      { title: methodology.defaultTarget, width: 0.4, align: "end" },
    ],
    rows: tiers.map((tier) => ({ cells: [cell(words.tier[tier]), endCell(formatShare(tierTargets[tier]))] })),
    empty: words.none,
  };
}

function severityTable({ texts, policy: { severityFrom } }: ReportContext): Block {
  const { methodology, words } = texts;
  const threshold = (severity: (typeof severities)[number]) =>
    severity === "low"
      ? methodology.below(formatAmount(severityFrom.medium))
      : methodology.atLeast(formatAmount(severityFrom[severity]));
  return {
    kind: "table",
    title: methodology.severityTable,
    columns: [
      { title: methodology.severity, width: 0.6 },
      { title: methodology.threshold, width: 0.4, align: "end" },
    ],
    rows: severities.map((severity) => ({
      cells: [{ kind: "severity", severity, label: words.severity[severity] }, endCell(threshold(severity))],
    })),
    empty: words.none,
  };
}

/** S4 as it came out: each target with where it was found and how many questions in scope it governs. */
function targetsTable({ texts, chapters }: ReportContext): Block {
  const { methodology } = texts;
  return {
    kind: "table",
    title: methodology.targetsTable,
    columns: [
      { title: methodology.checklist, width: 0.34 },
      { title: methodology.foundAt, width: 0.42 },
      { title: methodology.target, width: 0.12, align: "end" },
      { title: methodology.questions, width: 0.12, align: "end" },
    ],
    rows: chapters.flatMap((chapter) =>
      targetsOf(texts, chapter).map(({ target, origin, count }): Row => ({
        cells: [cell(chapter.title), cell(origin), endCell(target), endCell(String(count))],
      })),
    ),
    empty: methodology.targetsEmpty,
  };
}

interface TargetGroup {
  readonly target: string;
  readonly origin: string;
  count: number;
}

function targetsOf(texts: ReportContext["texts"], { entries }: Chapter): readonly TargetGroup[] {
  const groups = new Map<string, TargetGroup>();
  for (const { contribution } of entries) {
    if (contribution.state === "out-of-scope") continue;
    const target = formatShare(contribution.target);
    const origin = targetOriginOf(texts, contribution.targetFrom);
    const group = groups.get(`${target} ${origin}`);
    if (group) group.count += 1;
    else groups.set(`${target} ${origin}`, { target, origin, count: 1 });
  }
  return [...groups.values()];
}
