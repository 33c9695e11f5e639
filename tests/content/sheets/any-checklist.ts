import fc from "fast-check";
import { lifecyclePhases, obligations, pdcaStages, roles, tiers, type Checklist, type Unbranded } from "#domain";

type Loose<Key extends "sections"> = Unbranded<Checklist>[Key];
type AnySection = Loose<"sections">[number];
type AnyQuestion = NonNullable<AnySection["questions"]>[number];

/** Any text that a checklist may hold: every character there is, blanks around it, what looks like an escape or a formula. */
const text = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 20 }).filter((one) => /\S/.test(one) && one.isWellFormed()),
  fc.constantFrom("=1+1", " 兩側空白 ", "_x000D_", "a\r\nb", "&lt;b>", "'", '"quoted", twice', "0.80", "TRUE", "\u0000\u001f", "]]>", "4.10", "＝全形"),
);
const both = fc.record({ en: text, "zh-TW": text });
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,8}$/).filter((one) => !(one in {}));
const share = fc.oneof(fc.constantFrom(0, 1, 0.1, 0.7, 1e-7), fc.double({ min: 0, max: 1, noNaN: true }).map((value) => (Object.is(value, -0) ? 0 : value)));
const some = <T>(values: fc.Arbitrary<T>) => fc.array(values, { minLength: 1, maxLength: 3 });
const optional = { noNullPrototype: true } as const;

const appliesWhen = fc.record(
  { tier: some(fc.constantFrom(...tiers)), role: some(fc.constantFrom(...roles)), sector: some(text), tags: some(text) },
  { requiredKeys: [], ...optional },
).filter((one) => Object.keys(one).length > 0);

const question = fc.record(
  {
    id,
    ref: text,
    text: both,
    help: both,
    evidence: fc.array(both, { minLength: 2, maxLength: 4 }),
    phases: fc.uniqueArray(fc.constantFrom(...lifecyclePhases), { minLength: 1 }),
    weight: fc.constantFrom(1 as const, 2 as const, 3 as const),
    obligation: fc.constantFrom(...obligations),
    target: share,
    knockout: fc.constant(true as const),
    appliesWhen,
    control: both,
    // Ids of questions carry a number after a full stop, so none of these is one that is still asked.
    replaces: fc.uniqueArray(fc.constantFrom("gone", "Q-1", "S:2"), { minLength: 1 }),
  },
  { requiredKeys: ["id", "ref", "text", "help", "evidence", "phases", "weight", "obligation"], ...optional },
);

const head = fc.record(
  { id, ref: text, title: both, pdca: fc.constantFrom(...pdcaStages), target: share, appliesWhen },
  { requiredKeys: ["id", "ref", "title"], ...optional },
);

const { section } = fc.letrec<{ section: AnySection }>((tie) => ({
  section: fc.oneof(
    { depthSize: "small", maxDepth: 3, withCrossShrink: true },
    fc.tuple(head, some(question)).map(([own, questions]) => ({ ...own, questions }) as AnySection),
    fc.tuple(head, some(tie("section"))).map(([own, sections]) => ({ ...own, sections }) as AnySection),
  ),
}));

const level = fc.record({ id, label: both, meaning: both });
const scale = fc
  .tuple(id, fc.uniqueArray(level, { minLength: 2, maxLength: 5, selector: (one) => one.id }))
  .map(([own, levels]) => ({ id: own, levels: levels.map((one, index) => ({ ...one, value: index / (levels.length - 1) })) }));

const source = fc.record(
  { name: text, publisher: text, date: fc.constantFrom("2026", "2026-01", "2026-11-21"), licence: text, url: fc.constantFrom("https://example.org/?a=1&b=2", "http://x"), note: both },
  { requiredKeys: ["name", "publisher", "date", "licence"], ...optional },
);

/** Any sound checklist: ids made distinct, questions that name scales that there are. */
export const anyChecklist = fc
  .record(
    { id, title: both, source, target: share, scales: fc.uniqueArray(scale, { minLength: 1, maxLength: 3, selector: (one) => one.id }), sections: some(section), scaleOf: fc.infiniteStream(fc.nat(5)) },
    { requiredKeys: ["id", "title", "source", "scales", "sections", "scaleOf"], ...optional },
  )
  .map(({ scales, sections, scaleOf, ...own }): Unbranded<Checklist> => {
    let number = 0;
    const distinct = (given: string) => `${given}.${(number += 1)}`;
    const settle = (one: AnySection): AnySection => ({
      ...one,
      id: distinct(one.id),
      ...(one.sections ? { sections: one.sections.map(settle) } : {}),
      ...(one.questions ? { questions: one.questions.map((asked): AnyQuestion => withScale({ ...asked, id: distinct(asked.id) }, scales[scaleOf.next().value]?.id)) } : {}),
    });
    return { format: "assay-checklist/1", version: "1.2.3", ...own, scales: scales as Unbranded<Checklist>["scales"], sections: sections.map(settle) };
  });

function withScale(question: AnyQuestion, scale: string | undefined): AnyQuestion {
  return scale === undefined ? question : { ...question, scale };
}
