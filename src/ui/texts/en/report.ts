import type { OpenPoint } from "#domain";
import { common } from "./common.ts";

export const report = {
  title: "Report",
  lede: "The sheets below are the document itself. Signing closes it: whoever receives it can check, without Assay, that nothing has changed.",
  template: "Kind of report",
  language: "Language of the report",
  inside: {
    label: "Inside the PDF",
    assessment: {
      label: "The whole assessment",
      hint: "Every answer, note and earlier change goes along as a file, though no evidence files. Whoever receives the report can recompute each figure, and reads all of it.",
    },
    nothing: {
      label: "Nothing but the pages",
      hint: "The report says that the assessment was left out. Its figures can then be checked only by somebody who has a copy.",
    },
  },
  saveUnsigned: "Save unsigned",
  sign: "Sign and save",
  printing: "Printing the report",
  composing: "Composing the report",
  preview: "The report as it will be printed",
  contents: "Contents",
  saved: (file: string) => `${file} is among your downloads, unsigned.`,
  savedWithCodes: (file: string, count: number) =>
    `${file} is among your downloads, unsigned. ${common.count(count, "character that", "characters that")} the report’s typefaces lack ${count === 1 ? "is" : "are"} printed as codes.`,
  before: {
    title: "Before signing",
    text: "You may sign with these open. They are printed in the report, so that its readers see what the signer saw.",
    clean: "Nothing is open: every required question is answered, every exclusion reasoned, every link to evidence in force.",
    count: (count: number) => (count === 0 ? "Nothing is open" : `${common.count(count, "open point", "open points")}, printed in the report`),
    kinds: {
      conflict: "Copies disagree; counted as unanswered",
      "unanswered-must": "Required, but unanswered",
      "not-applicable-without-reason": "Not applicable without a reason",
      "evidence-not-effective": "Evidence not in force",
      "met-without-evidence": "Target met without evidence",
    } satisfies Record<OpenPoint["kind"] | "conflict", string>,
  },
  signed: {
    title: "Signed so far",
    since: (changes: number | null) => {
      if (changes === null) return "The state that was signed is not in this journal.";
      return changes === 0 ? "Unchanged since." : `${common.count(changes, "change", "changes")} since it was signed.`;
    },
    digest: "SHA-256 of the signed file",
  },
  signing: {
    title: "Sign this report",
    text: "The signature covers every byte of the file and forbids any later change but a further signature.",
    subject: (template: string, language: string) => `${template}, ${language}`,
    who: "Sign as",
    reason: "Reason for signing",
    reasonHint: "Stands in the signature, where PDF readers show it.",
    busy: "Signing, then checking the signature",
    missingTitle: "Some characters cannot be printed",
    missingText: "The report’s typefaces have no drawing for these. Each is printed as its code in brackets; nothing is left out.",
    goBack: "Back, to change them",
    signAnyway: "Sign with the codes",
    doneTitle: "Signed",
    doneText: "The file is among your downloads. Its signature was checked here, and the journal records it.",
    saveAgain: "Save again",
    toVerify: "Check it on the Verify page",
  },
};
