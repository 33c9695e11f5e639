import type { Evidence } from "./assessment.ts";
import type { KnownTag, LifecyclePhase, Obligation, PdcaStage, Role, Tier } from "./checklist.ts";
import type { QuestionState, SectionStatus, Severity } from "./result.ts";
import type { CalendarDate } from "./text.ts";

/** What the closed lists are called in one language: every surface says the same word, and none can be missing. */
export interface Words {
  readonly phase: Readonly<Record<LifecyclePhase, string>>;
  readonly tier: Readonly<Record<Tier, string>>;
  readonly role: Readonly<Record<Role, string>>;
  readonly tag: Readonly<Record<KnownTag, string>>;
  readonly pdca: Readonly<Record<PdcaStage, string>>;
  readonly obligation: Readonly<Record<Obligation, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly status: Readonly<Record<SectionStatus, string>>;
  readonly questionState: Readonly<Record<QuestionState, string>>;
  readonly evidenceKind: Readonly<Record<Evidence["kind"], string>>;
  /** the day in full; what is no calendar date comes back as it was written */
  readonly date: (date: CalendarDate) => string;
}

/** A tag in words; one that is not known, as it was written. */
export function sayTag(words: Pick<Words, "tag">, tag: string): string {
  return Object.hasOwn(words.tag, tag) ? words.tag[tag as KnownTag] : tag;
}
