import { formatShare, severities, tiers, type Block, type Row } from "#domain";
import { anchorTo } from "../anchors.ts";
import { formatAmount } from "../figures.ts";
import { cell, code, endCell, line } from "../lines.ts";
import { paragraph, partHeading } from "../question-lines.ts";
import type { Chapter, ReportContext } from "../report-context.ts";
import { targetOriginOf } from "../target-origin.ts";
import { explainedRules } from "../texts/methodology-texts.ts";

/** The rules for an auditor: how to read a bar, each rule with its id, the constants and the targets applied. */
export function composeMethodology(context: ReportContext): readonly Block[] {
  const { texts, chapters, policy } = context;
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
    ...explainedRules.flatMap((rule): readonly Block[] => {
      const { title, text, formula } = methodology.rules[rule];
      return [
        { kind: "heading", level: 3, text: `${rule} ${title}`, anchor: anchorTo("part", "rule", rule) },
        paragraph(text),
        ...(formula === undefined ? [] : [{ kind: "paragraph", line: line(code(formula)) } as const]),
      ];
    }),
    paragraph(methodology.beyond),
    heading(methodology.constantsTitle, "constants"),
    paragraph(methodology.constantsIntro),
    tierTable(context),
    paragraph(methodology.tierUnknown(words.tier[policy.tierWhenUnknown]), "quiet"),
    severityTable(context),
    ...chapters.map((chapter) => targetsTable(context, chapter)),
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
function targetsTable({ texts }: ReportContext, { entries, title }: Chapter): Block {
  const { methodology } = texts;
  const groups = new Map<string, { readonly target: string; readonly origin: string; count: number }>();
  for (const { contribution } of entries) {
    if (contribution.state === "out-of-scope") continue;
    const target = formatShare(contribution.target);
    const origin = targetOriginOf(texts, contribution.targetFrom);
    const group = groups.get(`${target} ${origin}`);
    if (group) group.count += 1;
    else groups.set(`${target} ${origin}`, { target, origin, count: 1 });
  }
  return {
    kind: "table",
    title: methodology.targetsTable(title),
    columns: [
      { title: methodology.foundAt, width: 0.6 },
      { title: methodology.target, width: 0.2, align: "end" },
      { title: methodology.questions, width: 0.2, align: "end" },
    ],
    rows: [...groups.values()].map(({ target, origin, count }): Row => ({
      cells: [cell(origin), endCell(target), endCell(String(count))],
    })),
    empty: methodology.targetsEmpty,
  };
}
