import type { Assessment, Checklist, ChecklistRef, Digest, PinnedChecklist } from "#domain";

/** Whether this is the very version that the reference names: by digest, or by its number where it has none. */
export function isWhatIsNamed(ref: ChecklistRef, { checklist, digest }: { readonly checklist: Pick<Checklist, "id" | "version">; readonly digest: Digest }): boolean {
  return checklist.id === ref.id && (ref.digest ? digest === ref.digest : checklist.version === ref.version);
}

/** How an assessment pins a checklist that is here. */
export function refOf({ checklist, digest }: PinnedChecklist): ChecklistRef {
  return { id: checklist.id, version: checklist.version, digest };
}

/** Each version that an assessment's answers were given to before the one that stands now, once. */
export function earlierRefs({ answers }: Assessment): readonly ChecklistRef[] {
  const refs = Object.values(answers).flatMap((byQuestion) => Object.values(byQuestion).flatMap(({ saidOf }) => saidOf ?? []));
  return [...new Map(refs.map((ref) => [`${ref.id} ${ref.digest ?? ref.version}`, ref])).values()];
}
