import type { AssessmentId, ChecklistId } from "./ids.ts";
import type { Figure } from "./result.ts";
import type { Digest, Instant, LocalText } from "./text.ts";

/** What a list of assessments shows of one before it is opened. Its figures are a copy; the journal decides. */
export interface AssessmentMeta {
  readonly id: AssessmentId;
  readonly name: string;
  readonly owner: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** number of events in the journal */
  readonly events: number;
  /** when a copy last left this device, and how many events it held; null and 0 when none ever did */
  readonly exportedAt: Instant | null;
  readonly exportedEvents: number;
  readonly checklists: readonly {
    readonly id: ChecklistId;
    readonly version: string;
    readonly title: LocalText;
    readonly total: Figure;
    readonly blocked: boolean;
  }[];
  /** checklist versions that the journal names anywhere, so that their texts are kept; absent in what an older build wrote */
  readonly pins?: readonly Digest[];
}
