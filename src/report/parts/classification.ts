import { departureOf, sayTag, type Block, type Classification, type DecisionTree, type Line, type ProfileSettings } from "#domain";
import { anchorTo } from "../anchors.ts";
import { cell, code, line, strong } from "../lines.ts";
import { paragraph, partHeading } from "../question-lines.ts";
import type { ReportContext } from "../report-context.ts";

/** By which trees the system was classified, turn by turn; nothing when it was not. */
export function composeClassifications(context: ReportContext): readonly Block[] {
  const { classifications } = context.input.assessment;
  if (classifications.length === 0) return [];
  const { title, intro } = context.texts.classification;
  return [partHeading("classification", title), paragraph(intro), ...classifications.flatMap((one) => composeOne(context, one))];
}

/** The outcome and its date, for the cover; its id where the tree is not at hand. */
export function classificationFact(context: ReportContext, one: Classification): string {
  const { texts, input } = context;
  const conclusion = conclusionOf(treeOf(context, one), one);
  return texts.classification.withDate(conclusion?.title[input.language] ?? one.conclusion, texts.words.date(one.on));
}

/** What the profile should say of the tier by a classification, where it says something else. */
export function tierByClassification({ input }: ReportContext): ProfileSettings["tier"] {
  const { profile, classifications } = input.assessment;
  return classifications.map((one) => departureOf(profile, one)?.tier).find((tier) => tier !== undefined);
}

function composeOne(context: ReportContext, one: Classification): readonly Block[] {
  const { texts, input } = context;
  const tree = treeOf(context, one);
  const title = tree?.title[input.language] ?? one.tree;
  return [
    { kind: "heading", level: 2, text: title, anchor: anchorTo("part", "classification", one.tree) },
    ...warnings(context, one, tree).map((said) => paragraph(said, "warning")),
    facts(context, one, tree),
    wayTable(context, one, tree),
    paragraph(conclusionOf(tree, one)?.text[input.language] ?? texts.classification.notAdvice),
    ...(tree?.source.note ? [paragraph(`${texts.classification.source}${texts.words.colon}${tree.source.note[input.language]}`, "quiet")] : []),
  ];
}

function warnings(context: ReportContext, one: Classification, tree: DecisionTree | undefined): readonly string[] {
  const { classification } = context.texts;
  const departure = departureOf(context.input.assessment.profile, one);
  return [
    ...(departure ? [classification.differs(settingsOf(context, departure))] : []),
    ...(tree ? [] : [classification.notHere(one.tree)]),
    ...(tree && tree.version !== one.version ? [classification.otherVersion(one.version, tree.version)] : []),
  ];
}

function facts(context: ReportContext, one: Classification, tree: DecisionTree | undefined): Block {
  const { texts, input } = context;
  const { classification, words } = texts;
  const conclusion = conclusionOf(tree, one);
  const rows: readonly (readonly [string, Line])[] = [
    [classification.outcome, line(conclusion ? strong(conclusion.title[input.language]) : code(one.conclusion))],
    ...(conclusion ? [[classification.rests, line(conclusion.ref)] as const] : []),
    [classification.sets, line(settingsOf(context, one.sets) || classification.setsNothing)],
    [classification.on, line(words.date(one.on))],
    [classification.by, line(one.by?.trim() || classification.nobody)],
    [classification.tree, line(code(one.tree), words.inBrackets(words.version(one.version)))],
    ...(one.note ? [[classification.reasons, line(one.note)] as const] : []),
  ];
  return { kind: "facts", rows: rows.map(([label, said]) => ({ label, line: said })) };
}

function wayTable({ texts, input }: ReportContext, one: Classification, tree: DecisionTree | undefined): Block {
  const { classification } = texts;
  return {
    kind: "table",
    title: classification.way(tree?.title[input.language] ?? one.tree),
    columns: [
      { title: classification.article, width: 0.22 },
      { title: classification.question, width: 0.5 },
      { title: classification.answer, width: 0.28 },
    ],
    rows: one.path.map((turn) => {
      const node = tree?.nodes.find((known) => known.id === turn.node);
      const choice = node?.answers.find((known) => known.id === turn.choice);
      return {
        cells: [
          cell(node?.ref ?? ""),
          node ? cell(node.question[input.language]) : cell(code(turn.node)),
          choice ? cell(choice.label[input.language]) : cell(code(turn.choice)),
        ],
      };
    }),
    empty: classification.noWay,
  };
}

/** A setting in words; empty for one that sets nothing. */
function settingsOf({ texts }: ReportContext, { tier, role = [], tags = [] }: ProfileSettings): string {
  const { words, classification } = texts;
  const list = (names: readonly string[]) => names.join(words.listComma);
  return [
    ...(tier ? [classification.setsTier(words.tier[tier])] : []),
    ...(role.length > 0 ? [classification.setsRoles(list(role.map((one) => words.role[one])))] : []),
    ...(tags.length > 0 ? [classification.setsTags(list(tags.map((tag) => sayTag(words, tag))))] : []),
  ].join(words.semicolon);
}

function treeOf({ input }: ReportContext, one: Classification): DecisionTree | undefined {
  return input.trees?.find((tree) => tree.id === one.tree);
}

function conclusionOf(tree: DecisionTree | undefined, one: Classification): DecisionTree["conclusions"][number] | undefined {
  return tree?.conclusions.find((known) => known.id === one.conclusion);
}
