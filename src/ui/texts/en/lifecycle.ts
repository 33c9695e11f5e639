export const lifecycle = {
  label: "Lifecycle",
  hint: "Gaps and reports are read through its phases. The choice is kept in this browser.",
  own: "Assay (NIST AI RMF and retirement)",
  overlap: "One of Assay’s phases may stand under several of these, so they overlap and do not add up (S8).",
  source: (name: string, publisher: string, date: string) => `${name}. ${publisher}, ${date}.`,
  noQuestion: "No question of this checklist stands here",
  loading: "Opening the lifecycle",
  failed: "This lifecycle could not be opened",
  failedText: "The assessment is untouched. Try again, or choose another lifecycle.",
};
