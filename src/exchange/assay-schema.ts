import { z } from "zod";
import {
  languages,
  relations,
  roles,
  tiers,
  type AiSystem,
  type Answer,
  type AssessmentEvent,
  type Attestation,
  type ChecklistRef,
  type Classification,
  type Digest,
  type Evidence,
  type ProblemCode,
  type Profile,
  type ProfileSettings,
  type Unbranded,
} from "#domain";

/** What is said when a value fails a schema that has its own rule. */
export const explanations = z.registry<{ readonly code: ProblemCode; readonly rule: string }>();

/** Ids are keys of plain objects, so none may be a name that every object has. */
const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,119}$/)
  .refine((name) => !(name in {}))
  .register(explanations, {
    code: "bad-pattern",
    rule: "must start with a letter or digit and go on with letters, digits or any of . _ : -",
  });

const calendarDate = z
  .string()
  .refine(isCalendarDate)
  .register(explanations, { code: "bad-pattern", rule: "must be a calendar date, YYYY-MM-DD" });

const instant = z
  .string()
  .refine((text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && isMoment(text))
  .register(explanations, { code: "bad-pattern", rule: "must be a moment in UTC such as 2026-11-21T09:00:00.000Z" });

/** By hand a moment may also be a date, leave out its milliseconds or name an offset. */
const looseInstant = z
  .string()
  .refine((text) => isCalendarDate(text) || (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/.test(text) && isMoment(text)))
  .register(explanations, { code: "bad-pattern", rule: "must be a moment such as 2026-11-21T09:00:00Z, or a date" });

const digest = z
  .templateLiteral(["sha256-", z.string().regex(/^[0-9a-f]{64}$/)])
  .register(explanations, { code: "bad-pattern", rule: "must be sha256- and 64 lowercase hex digits" }) satisfies z.ZodType<Digest>;

const hex = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .register(explanations, { code: "bad-pattern", rule: "must be 64 lowercase hex digits" });

const address = z
  .string()
  .max(2000)
  .refine(isSafeAddress)
  .register(explanations, { code: "bad-pattern", rule: "must be an address that starts with https:, http: or mailto:" });

const share = z.number().min(0).max(1);

export const system = z.object({ name: z.string(), purpose: z.string(), owner: z.string().exactOptional() }) satisfies z.ZodType<
  Unbranded<AiSystem>
>;

export const profile = z.strictObject({
  tier: z.enum(tiers).exactOptional(),
  role: z.array(z.enum(roles)).exactOptional(),
  sector: z.string().exactOptional(),
  tags: z.array(z.string()).exactOptional(),
  targets: z
    .record(
      z.string().refine((key) => key.length <= 250 && !(key in {})),
      share,
    )
    .exactOptional(),
}) satisfies z.ZodType<Unbranded<Profile>>;

const checklistRef = z.strictObject({ id, version: z.string().max(80), digest: digest.exactOptional() }) satisfies z.ZodType<
  Unbranded<ChecklistRef>
>;

const source = z.strictObject({ checklist: id, question: id, relation: z.enum(relations), basis: z.enum(["published", "judgement"]) });

const answer = z.strictObject({
  level: id.exactOptional(),
  notApplicable: z.literal(true).exactOptional(),
  justification: z.string().exactOptional(),
  note: z.string().exactOptional(),
  evidence: z.array(id).exactOptional(),
  source: source.exactOptional(),
  saidOf: checklistRef.exactOptional(),
  by: z.string().exactOptional(),
  at: instant.exactOptional(),
}) satisfies z.ZodType<Unbranded<Answer>>;

/** An answer as written by hand: null and false say the same as leaving a key out. */
const handAnswer = z.strictObject({
  level: id.nullish(),
  notApplicable: z.boolean().nullish(),
  justification: z.string().nullish(),
  note: z.string().nullish(),
  evidence: z.array(id).nullish(),
  source: source.nullish(),
  saidOf: checklistRef.nullish(),
  by: z.string().nullish(),
  at: looseInstant.nullish(),
});
export type HandAnswer = z.output<typeof handAnswer>;

const evidenceBase = {
  id,
  name: z.string(),
  effectiveFrom: calendarDate.nullable().exactOptional(),
  expires: calendarDate.nullable().exactOptional(),
  withdrawn: z.boolean().exactOptional(),
  description: z.string().exactOptional(),
};

export const evidence = z.discriminatedUnion("kind", [
  z.strictObject({
    ...evidenceBase,
    kind: z.literal("file"),
    sha256: hex,
    size: z.int().min(0).exactOptional(),
    mediaType: z.string().max(255).exactOptional(),
  }),
  z.strictObject({ ...evidenceBase, kind: z.literal("link"), url: address }),
  z.strictObject({ ...evidenceBase, kind: z.literal("statement") }),
]) satisfies z.ZodType<Unbranded<Evidence>>;

export const attestation = z.object({
  digest,
  template: z.string(),
  language: z.enum(languages),
  signer: z.string(),
  fingerprint: z.string(),
  heads: z.array(z.string()),
  at: instant,
}) satisfies z.ZodType<Unbranded<Attestation>>;

const profileSettings = z.strictObject({
  tier: z.enum(tiers).exactOptional(),
  role: z.array(z.enum(roles)).exactOptional(),
  tags: z.array(z.string()).exactOptional(),
}) satisfies z.ZodType<Unbranded<ProfileSettings>>;

export const classification = z.strictObject({
  tree: id,
  version: z.string().max(80),
  path: z.array(z.strictObject({ node: id, choice: id })).max(200),
  conclusion: id,
  sets: profileSettings,
  entered: profileSettings.exactOptional(),
  on: calendarDate,
  note: z.string().exactOptional(),
  by: z.string().exactOptional(),
  at: instant.exactOptional(),
}) satisfies z.ZodType<Unbranded<Classification>>;

const line = {
  id,
  assessment: id,
  device: id,
  seq: z.int().min(1),
  parents: z.array(id),
  partOf: id.exactOptional(),
  at: instant,
  by: z.string(),
  prev: digest.nullable(),
  hash: digest,
};

/** One line of a journal, of every kind that the domain knows. */
export const event = z.discriminatedUnion("kind", [
  z.object({ ...line, kind: z.literal("assessment-created"), system, profile, assessedAt: calendarDate, checklists: z.array(checklistRef) }),
  z.object({ ...line, kind: z.literal("system-described"), system }),
  z.object({ ...line, kind: z.literal("profile-set"), profile }),
  z.object({ ...line, kind: z.literal("assessment-dated"), assessedAt: calendarDate }),
  z.object({ ...line, kind: z.literal("checklists-chosen"), checklists: z.array(checklistRef) }),
  z.object({ ...line, kind: z.literal("question-answered"), checklist: id, question: id, answer: answer.nullable() }),
  z.object({ ...line, kind: z.literal("evidence-recorded"), evidence }),
  z.object({ ...line, kind: z.literal("system-classified"), classification }),
  z.object({ ...line, kind: z.literal("report-signed"), attestation }),
  z.object({ ...line, kind: z.literal("event-undone"), target: id }),
]) satisfies z.ZodType<Unbranded<AssessmentEvent>>;

const mostEvents = 200_000;

/** Exact texts of checklists by the digest of their bytes; whether they are that is not looked at here. */
const texts = z
  .record(digest, z.string().max(5_000_000))
  .refine((all) => Object.keys(all).length <= 400)
  .register(explanations, { code: "out-of-range", rule: "must hold at most 400 texts" });

/**
 * `*.assay.json`. Closed wherever a misspelt key would change a figure (profile, answers, evidence, checklists); open at
 * the top, in the system and in journal lines, where a stranger's keys do no harm.
 */
export const assayFileSchema = z.object({
  format: z.literal("assay-assessment/1"),
  id,
  system: z.object({ name: z.string(), purpose: z.string().default(""), owner: z.string().exactOptional() }),
  assessedAt: calendarDate,
  profile: profile.default({}),
  checklists: z.array(checklistRef).max(200).default([]),
  answers: z.record(id, z.record(id, handAnswer)).default({}),
  evidence: z.array(evidence).default([]),
  attestations: z.array(attestation).default([]),
  classifications: z.array(classification).max(200).default([]),
  journal: z.array(event).max(mostEvents).default([]),
  texts: texts.default({}),
});

function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function isMoment(text: string): boolean {
  return isCalendarDate(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
}

function isSafeAddress(text: string): boolean {
  if (!/^(https?:\/\/|mailto:)\S+$/i.test(text)) return false;
  return URL.canParse(text);
}
