import { createSignal, type Accessor } from "solid-js";
import type { EvidencePeriod } from "./evidence-dates.tsx";

/** What is entered of new evidence before it is recorded; shared by its kinds, kept while the dialog is shut. */
export interface EvidenceDraft {
  readonly files: readonly File[];
  readonly url: string;
  readonly name: string;
  readonly description: string;
  readonly period: EvidencePeriod;
}

export interface EvidenceEntry {
  readonly draft: Accessor<EvidenceDraft>;
  readonly set: (change: Partial<EvidenceDraft>) => void;
  readonly clear: () => void;
}

export function createEvidenceEntry(): EvidenceEntry {
  const [draft, setDraft] = createSignal(blank);
  return {
    draft,
    set: (change) => setDraft((before) => ({ ...before, ...change })),
    clear: () => setDraft(blank),
  };
}

const blank: EvidenceDraft = { files: [], url: "", name: "", description: "", period: { effectiveFrom: null, expires: null } };
