import type { LeftOut, LeftOutReason } from "#domain";

/** One sentence for each reason why something of a foreign library is not there as it was. */
const reasons: Record<LeftOutReason, (what: string) => string> = {
  "no-place": (what) => `“${what}” has no place in a checklist and is left out.`,
  "other-kind": (what) => `“${what}” are no checklists and are left out.`,
  "no-question": () => "A text under which nothing is asked is left out.",
  "other-language": (what) => `The translation in “${what}” is left out.`,
  "not-scored": (what) => `Answers of the kind “${what}” have no value; the scale of the framework stands in for them.`,
  squeezed: (what) => `“${what}” has more steps than Assay keeps; they are brought together.`,
  reordered: () => "A question that stood after a section now stands before it.",
  "not-applicable": () => "A choice “not applicable” is Assay’s own answer of that name.",
  "group-tag": (what) => `An implementation group was not chosen: its questions apply only to systems whose profile carries “${what}” under “Further marks”.`,
  "simplified-chinese": () => "The Chinese is in simplified characters and has not been converted.",
  "copied-language": (what) => `A text is missing in ${what === "en" ? "English" : "Traditional Chinese"}; the other language stands in for it.`,
  "filled-in": (what) => `“${what}” was missing; a neutral sentence of Assay’s stands there.`,
  assumed: (what) => `“${what}” is not known and was assumed.`,
};

export const leftOut = {
  title: "What is not as it was in the file",
  say: ({ why, what }: LeftOut): string => reasons[why](what),
  place: (line: number, count: number) => (count === 1 ? `line ${line}` : `${count} times, first in line ${line}`),
};
