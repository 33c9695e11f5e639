/** Random checklists and assessments: nested sections, targets and overrides, scope, N/A, evidence windows. */
import fc from "fast-check";
import { lifecyclePhases, pdcaStages, placeQuestions, roles, tiers, type Answer, type Assessment, type Checklist, type Evidence, type Profile, type Question, type Section } from "#domain";
import { assessment, checklist, today } from "./notation.ts";

export interface World {
  readonly checklist: Checklist;
  readonly assessment: Assessment;
}

const tags = ["biometric", "generative", "children"];
const target = fc.constantFrom(0, 0.2, 0.35, 0.5, 0.6, 0.7, 0.8, 0.9, 1);
const once = <T>(times: number, value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const rarely = <T>(value: fc.Arbitrary<T>) => once(4, value);
const mostly = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 5 });
const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });

const appliesWhen = fc.record(
  { tier: some(tiers), role: some(roles), sector: some(["customs", "health"]), tags: some(tags) },
  { requiredKeys: [] },
);

/** Drawn values as a noun, without undefined members, as a reader of files would leave it. */
function stated<T extends object>(value: object): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}

const question = fc
  .record({
    phases: some(lifecyclePhases),
    weight: fc.constantFrom(1, 2, 3),
    obligation: fc.constantFrom("must", "should", "may"),
    scale: rarely(fc.constantFrom("maturity", "duty")),
    target: rarely(target),
    knockout: rarely(fc.constant(true)),
    appliesWhen: once(8, appliesWhen),
  })
  .map((drawn) => stated<Question>(drawn));

const { section } = fc.letrec<{ section: Section }>((tie) => ({
  section: fc
    .record({
      pdca: rarely(fc.constantFrom(...pdcaStages)),
      target: rarely(target),
      appliesWhen: once(10, appliesWhen),
      questions: fc.array(question, { maxLength: 4 }),
      sections: fc.oneof({ depthSize: "small", withCrossShrink: true }, fc.constant([]), fc.array(tie("section"), { maxLength: 3 })),
    })
    .map((drawn) => stated<Section>(drawn)),
}));

const randomChecklist: fc.Arbitrary<Checklist> = fc
  .record({ sections: fc.array(section, { minLength: 1, maxLength: 4 }), target: rarely(target) })
  .map((drawn) => {
    const blank = checklist("# A\n a");
    return { ...blank, ...stated<Pick<Checklist, "target">>({ target: drawn.target }), sections: drawn.sections.map((one, index) => named(one, `${index}`)) };
  });

/** Ids by place: unique, and in an order of their own. */
function named(section: Section, id: string): Section {
  return {
    ...section,
    id: `S${id}` as never,
    ref: id,
    title: { en: id, "zh-TW": id },
    questions: (section.questions ?? []).map((one, index) => ({
      ...one,
      id: `${"qQzZ"[index % 4]}${id}.${index}` as never,
      ref: id,
      text: { en: id, "zh-TW": id },
      help: { en: id, "zh-TW": id },
      evidence: [],
    })),
    sections: (section.sections ?? []).map((one, index) => named(one, `${id}-${index}`)),
  };
}

const day = fc.constantFrom("2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22", "2027-01-01");
const evidence = fc
  .record({
    effectiveFrom: fc.option(day, { freq: 2 }),
    expires: fc.option(day, { freq: 2 }),
    withdrawn: rarely(fc.boolean()),
  })
  .map((drawn) => stated<Pick<Evidence, "effectiveFrom" | "expires" | "withdrawn">>(drawn));

const links = mostly(fc.subarray(["e0", "e1", "e2", "e3", "lost"]));
export const level = fc.constantFrom("0", "1", "2", "3", "4");
const answer = fc
  .oneof(
    { weight: 6, arbitrary: fc.record({ level: fc.oneof({ weight: 9, arbitrary: level }, { weight: 1, arbitrary: fc.constant("?") }), evidence: links }) },
    { weight: 1, arbitrary: fc.record({ notApplicable: fc.constant(true), justification: fc.constantFrom("why", " ", "\u3000", undefined), level: rarely(level), evidence: links }) },
    { weight: 1, arbitrary: fc.record({ note: fc.constant("later"), evidence: links }) },
    { weight: 2, arbitrary: fc.constant(undefined) },
  )
  .map((drawn) => drawn && stated<Answer>(drawn));

const profile = fc
  .record({
    tier: mostly(fc.constantFrom(...tiers)),
    role: mostly(fc.subarray([...roles])),
    sector: mostly(fc.constantFrom("customs", "tax")),
    tags: mostly(fc.subarray(tags)),
  })
  .map((drawn) => stated<Profile>(drawn));

export const world: fc.Arbitrary<World> = randomChecklist.chain((drawn) => {
  const questions = placeQuestions(drawn.sections).map(({ question }) => question.id as string);
  const overridable = ["c", "d", ...questions.map((id) => `c/${id}`), ...sectionIds(drawn.sections).map((id) => `c/${id}`)];
  return fc
    .record({
      answers: fc.tuple(...questions.map(() => answer)),
      targets: fc.dictionary(fc.constantFrom(...overridable), target, { maxKeys: 3 }),
      evidence: fc.array(evidence, { maxLength: 4 }),
      profile,
    })
    .map((said) => {
      const given = Object.fromEntries(questions.flatMap((id, index) => (said.answers[index] ? [[id, said.answers[index]]] : [])));
      const base = assessment("", { answers: given, profile: { ...said.profile, targets: said.targets }, on: today });
      const known = said.evidence.map((one, index) => ({ ...one, id: `e${index}` as never, name: "", kind: "statement" as const }));
      return { checklist: drawn, assessment: { ...base, evidence: known } };
    });
});

function sectionIds(sections: readonly Section[]): readonly string[] {
  return sections.flatMap((one) => [one.id as string, ...sectionIds(one.sections ?? [])]);
}

/** The assessment with another answer to one question. */
export function answering({ checklist, assessment }: World, question: string, given: Answer): Assessment {
  return { ...assessment, answers: { [checklist.id]: { ...assessment.answers[checklist.id], [question]: given } } };
}
