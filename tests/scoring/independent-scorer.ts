/**
 * A second scorer, written from docs/scoring.md alone. It is slow and plain on purpose: one flat table with a row for
 * each question, every figure asked of the whole table anew, and sums in exact decimals (whole multiples of 10^-30), so
 * that no rounding hides in it. It shares nothing with src/scoring but the shapes of its input.
 */
import type { Answer, AppliesWhen, Assessment, Checklist, Question, Section } from "#domain";

export interface Share {
  readonly low: number | null;
  readonly high: number | null;
  readonly evidenced: number | null;
  readonly coverage: number | null;
  readonly required: number;
}

export interface Verdict {
  readonly id: string;
  readonly version: string;
  readonly blocked: boolean;
  readonly outOfScope: number;
  readonly notApplicableWeight: number;
  readonly total: Share;
  readonly sections: Readonly<Record<string, Share & { readonly status: string }>>;
  readonly phases: Readonly<Record<string, Share>>;
  readonly pdca: Readonly<Record<string, Share>>;
  readonly findings: readonly {
    readonly question: string;
    readonly value: number;
    readonly target: number;
    readonly gap: number;
    readonly exposure: number;
    readonly severity: string;
  }[];
}

type Kind = "scored" | "silent" | "spared" | "outside";

interface Line {
  readonly id: string;
  readonly kind: Kind;
  readonly w: bigint;
  readonly tau: bigint;
  readonly v: bigint;
  readonly proven: boolean;
  readonly knockout: boolean;
  readonly phases: readonly string[];
  readonly within: readonly string[];
  readonly stage: string | undefined;
}

const one = 10n ** 30n;

/** The decimal that a number is written as, exactly. */
function exact(number: number): bigint {
  const [mantissa = "0", exponent = "0"] = String(number).toLowerCase().split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  const power = 30 - fraction.length + Number(exponent);
  const digits = BigInt(whole + fraction);
  return power >= 0 ? digits * 10n ** BigInt(power) : digits / 10n ** BigInt(-power);
}

const inexact = (units: bigint): number => Number(units) / 1e30;
const times = (a: bigint, b: bigint): bigint => (a * b) / one;
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const quotient = (a: bigint, b: bigint): number | null => (b === 0n ? null : Number((a * 10n ** 20n) / b) / 1e20);

export function scoreIndependently(checklist: Checklist, assessment: Assessment): Verdict {
  const table = [...tabulate(checklist, assessment)];
  const everySection = [...walk(checklist.sections)].map(([section]) => section);
  const found = table
    .filter((line) => line.kind === "scored" && line.v < line.tau)
    .map((line) => ({ line, gap: line.tau - line.v, e: times(line.w, line.tau - line.v) }))
    .sort((a, b) => (a.e === b.e ? (a.line.id < b.line.id ? -1 : 1) : a.e > b.e ? -1 : 1));
  const stages = everySection.flatMap((section) => section.pdca ?? []);
  return {
    id: checklist.id,
    version: checklist.version,
    blocked: found.some(({ line }) => line.knockout),
    outOfScope: table.filter((line) => line.kind === "outside").length,
    notApplicableWeight: inexact(sum(table.filter((line) => line.kind === "spared").map((line) => line.w))),
    total: share(table),
    sections: Object.fromEntries(
      everySection.map(({ id }) => {
        const beneath = table.filter((line) => line.within.includes(id));
        return [id, { ...share(beneath), status: statusOf(beneath) }];
      }),
    ),
    phases: byName(table.flatMap((line) => line.phases), (name) => table.filter((line) => line.phases.includes(name))),
    pdca: byName(stages, (name) => table.filter((line) => line.stage === name)),
    findings: found.map(({ line, gap, e }) => ({
      question: line.id,
      value: inexact(line.v),
      target: inexact(line.tau),
      gap: inexact(gap),
      exposure: inexact(e),
      severity: line.knockout ? "critical" : severityOf(e),
    })),
  };
}

function byName(names: readonly string[], of: (name: string) => readonly Line[]): Record<string, Share> {
  return Object.fromEntries([...new Set(names)].map((name) => [name, share(of(name))]));
}

function sum(terms: readonly bigint[]): bigint {
  return terms.reduce((a, b) => a + b, 0n);
}

function share(lines: readonly Line[]): Share {
  const applicable = lines.filter((line) => line.kind === "scored" || line.kind === "silent");
  const scored = applicable.filter((line) => line.kind === "scored");
  const silent = applicable.filter((line) => line.kind === "silent");
  const proven = scored.filter((line) => line.proven);
  const due = (some: readonly Line[]) => sum(some.map((line) => times(line.w, line.tau)));
  const got = (some: readonly Line[]) => sum(some.map((line) => times(line.w, least(line.v, line.tau))));
  const weight = (some: readonly Line[]) => sum(some.map((line) => line.w));
  return {
    low: quotient(got(scored), due(applicable)),
    high: quotient(got(scored) + due(silent), due(applicable)),
    evidenced: quotient(got(proven), due(applicable)),
    coverage: quotient(weight(scored), weight(applicable)),
    required: inexact(due(applicable)),
  };
}

function statusOf(lines: readonly Line[]): string {
  const count = (kind: Kind) => lines.filter((line) => line.kind === kind).length;
  const scored = lines.filter((line) => line.kind === "scored");
  const noGap = scored.every((line) => line.v >= line.tau);
  if (count("outside") === lines.length) return "out-of-scope";
  if (count("scored") + count("silent") === 0) return "not-applicable";
  if (scored.length === 0) return "not-assessed";
  if (noGap) return count("silent") === 0 ? "satisfied" : "incomplete";
  return scored.every((line) => line.v === 0n && line.tau > 0n) ? "not-satisfied" : "partially-satisfied";
}

function severityOf(e: bigint): string {
  if (e >= exact(2)) return "critical";
  if (e >= exact(1.2)) return "high";
  return e >= exact(0.5) ? "medium" : "low";
}

/** Each section with those above it, outermost first. */
function* walk(sections: readonly Section[], above: readonly Section[] = []): Generator<readonly [Section, readonly Section[]]> {
  for (const section of sections) {
    yield [section, above];
    yield* walk(section.sections ?? [], [...above, section]);
  }
}

function* tabulate(checklist: Checklist, assessment: Assessment): Generator<Line> {
  for (const [section, above] of walk(checklist.sections)) {
    for (const question of section.questions ?? []) yield lineOf(question, [...above, section], checklist, assessment);
  }
}

function lineOf(question: Question, path: readonly Section[], checklist: Checklist, assessment: Assessment): Line {
  const answer: Answer = assessment.answers[checklist.id]?.[question.id] ?? {};
  const levels = (checklist.scales.find(({ id }) => id === question.scale) ?? checklist.scales[0]).levels;
  const v = answer.notApplicable ? undefined : levels.find(({ id }) => id === answer.level)?.value;
  const spared = answer.notApplicable === true && /\S/u.test(answer.justification ?? "");
  const outside = [question, ...path].some((thing) => !matches(thing.appliesWhen ?? {}, assessment));
  return {
    id: question.id,
    kind: outside ? "outside" : spared ? "spared" : v === undefined ? "silent" : "scored",
    w: exact(question.weight),
    tau: exact(targetOf(question, path, checklist, assessment)),
    v: exact(v ?? 0),
    proven: isProven(answer, assessment),
    knockout: question.knockout === true,
    phases: question.phases,
    within: path.map(({ id }) => id),
    stage: path.findLast(({ pdca }) => pdca !== undefined)?.pdca,
  };
}

function matches(conditions: AppliesWhen, { profile }: Assessment): boolean {
  const said: Readonly<Record<string, readonly string[]>> = {
    tier: profile.tier ? [profile.tier] : [],
    role: profile.role ?? [],
    sector: profile.sector ? [profile.sector] : [],
    tags: profile.tags ?? [],
  };
  return Object.entries(conditions).every(
    ([key, listed]: readonly [string, readonly string[]]) => said[key]?.some((value) => listed.includes(value)),
  );
}

function targetOf(question: Question, path: readonly Section[], checklist: Checklist, { profile }: Assessment): number {
  const overrides = profile.targets ?? {};
  const steps = [
    ...[question, ...path.toReversed()].map(({ id, target }) => [overrides[`${checklist.id}/${id}`], target]),
    [overrides[checklist.id], checklist.target],
  ];
  const byTier = { minimal: 0.4, limited: 0.6, high: 0.8, unacceptable: 1 }[profile.tier ?? "high"];
  return steps.flat().find((target) => target !== undefined) ?? byTier;
}

function isProven(answer: Answer, assessment: Assessment): boolean {
  const day = assessment.assessedAt;
  return (answer.evidence ?? []).some((linked) =>
    assessment.evidence.some(
      (one) =>
        one.id === linked && one.withdrawn !== true && (one.effectiveFrom ?? day) <= day && day <= (one.expires ?? day),
    ),
  );
}
