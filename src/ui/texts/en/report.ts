import type { OpenPoint } from "#domain";
import { common } from "./common.ts";

export const report = {
  title: "Report",
  lede: "What stands below is the document that will be printed. Signing closes it: whoever receives it can check that nothing has changed, without Assay.",
  template: "Kind of report",
  language: "Language of the report",
  saveUnsigned: "Save unsigned",
  sign: "Sign and save",
  printing: "Printing the report",
  preview: "Preview",
  before: {
    title: "Before signing",
    text: "These points are open. You may sign all the same; they are then printed in the report.",
    clean: "Nothing is open: every required question is answered, every reason given, every evidence in force.",
    kinds: {
      conflict: "Two copies disagree; the question counts as unanswered",
      "unanswered-must": "Required questions without an answer",
      "not-applicable-without-reason": "Not applicable, but no reason given",
      "evidence-not-effective": "Evidence expired, withdrawn or not yet in force",
      "met-without-evidence": "Target met, but no evidence linked",
    } satisfies Record<OpenPoint["kind"] | "conflict", string>,
  },
  signed: {
    title: "Signed so far",
    since: (changes: number | null) =>
      changes === null
        ? "The signed state is not in this history."
        : changes === 0
          ? "The assessment has not changed since."
          : `${common.count(changes, "change", "changes")} since it was signed.`,
    digest: "SHA-256 of the file",
  },
  signing: {
    title: "Sign this report",
    text: "The signature covers every byte of the file and forbids later changes, save further signatures.",
    who: "Sign as",
    reason: "Reason, printed in the signature",
    busy: "Signing and checking the signature",
    missingTitle: "Some characters cannot be printed",
    missingText: "The report’s fonts have no drawing for these. Each is printed as its code in brackets; nothing is left out.",
    goBack: "Back to change them",
    signAnyway: "Sign with the codes",
    doneTitle: "Signed",
    doneText: "The file is among your downloads. Its signature was checked here, and the journal records it.",
    saveAgain: "Save again",
  },
};
