import { formatInterval, wordsEn, type Figure, type Instant, type Obligation } from "#domain";
import { elapsed, localDate, localTime } from "../dates.ts";
import { sizeText } from "../sizes.ts";

export const common = {
  ...wordsEn,

  product: "Assay",
  productLine: "Trustworthy-AI risk assessment workbench",
  skipToContent: "Skip to content",
  opensIn: "Opens in a new window",

  navigation: {
    label: "Main",
    systems: "Systems",
    assess: "Assess",
    gaps: "Gaps",
    report: "Report",
    verify: "Verify",
    settings: "Settings",
    needsSystem: "Open a system first",
  },
  language: { label: "Language", en: "English", "zh-TW": "中文", short: { en: "EN", "zh-TW": "中" } },
  theme: { label: "Appearance", light: "Light", dark: "Dark", system: "As the system" },

  buttons: {
    add: "Add",
    apply: "Apply",
    back: "Back",
    cancel: "Cancel",
    change: "Change",
    chooseFile: "Choose a file",
    clear: "Clear",
    close: "Close",
    continue: "Continue",
    copy: "Copy",
    create: "Create",
    delete: "Delete",
    done: "Done",
    download: "Download",
    edit: "Edit",
    explain: "Explain this figure",
    export: "Export",
    import: "Import",
    next: "Next",
    open: "Open",
    previous: "Previous",
    print: "Print",
    redo: "Redo",
    remove: "Remove",
    retry: "Try again",
    save: "Save",
    search: "Search",
    sign: "Sign",
    undo: "Undo",
    more: "More actions",
  },

  yes: "Yes",
  no: "No",
  none: "None",
  optional: "optional",
  working: "Working…",
  loading: "Opening…",
  copied: "Copied",
  dismiss: "Dismiss",
  notices: "Notices",
  dropFileHere: "or drop it here",
  addTag: "Type a word, then Enter",
  removeTag: (tag: string) => `Remove ${tag}`,
  sortBy: (column: string) => `Sort by ${column}`,

  save: {
    saved: (at: Instant) => `Saved ${localTime(at)}`,
    saving: "Saving…",
    notSaved: "Not saved",
  },

  moment: (at: Instant) => `${wordsEn.date(localDate(at))}, ${localTime(at)}`,
  time: (at: Instant) => localTime(at),
  ago: (at: Instant, now: Instant) => {
    const { unit, count } = elapsed(at, now);
    return unit === "moment" ? "just now" : `${count} ${unit}${count === 1 ? "" : "s"} ago`;
  },
  size: (bytes: number) => sizeText(bytes, "bytes"),
  comma: ", ",
  list: (items: readonly string[]) =>
    items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`,
  count: (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`,
  questions: (count: number) => `${count} question${count === 1 ? "" : "s"}`,

  figure: {
    interval: (figure: Pick<Figure, "low" | "high">) =>
      figure.low === null ? `${formatInterval(figure)}, no figure: nothing applies` : `${formatInterval(figure)} of target`,
    description: (label: string, parts: readonly string[]) => `${label}: ${parts.join(", ")}`,
    coverage: (percent: string) => `${percent} answered`,
    evidenced: (percent: string) => `${percent} evidenced`,
    coverageLabel: "Answered",
    evidencedLabel: "Evidenced",
    intervalLabel: "Share of target",
    blocked: "blocked by a knockout",
    legend: {
      title: "How to read the bar",
      known: "Reached: what the answers give",
      core: "Evidenced: what evidence in force supports",
      unknown: "Unknown: what open questions could still give",
      target: "Target",
      blocked: "Blocked by a knockout",
    },
  },

  heatmap: {
    section: "Section",
    tone: "Depth of tone: what is known to be missing",
    hatch: "Hatched: still unknown",
    blank: "Blank: no question",
    dotted: "Dotted: not applicable",
    noQuestion: "no question",
    notApplicable: "not applicable",
  },
  radar: {
    axis: "Section",
    table: "The figures behind this chart",
  },

  obligationMeaning: {
    must: "Required",
    should: "Recommended",
    may: "Permitted",
  } satisfies Record<Obligation, string>,
  tierUnknown: "Tier not set, scored as high risk",
  phases: "Lifecycle phases",
  knockout: "Knockout",
  knockoutFails: "Knockout fails",

  levels: {
    notApplicable: "Not applicable",
    notApplicableMeaning: "The question leaves every figure once you say why.",
    target: "Target",
    takeBack: "Take the answer back",
    key: (key: string) => `Key ${key}`,
  },

  evidence: {
    state: { effective: "In force", expired: "Expired", withdrawn: "Withdrawn", "not-yet": "Not yet in force" },
    from: (date: string) => `from ${date}`,
    until: (date: string) => `until ${date}`,
    between: (from: string, until: string) => `${from} to ${until}`,
    undated: "no dates",
    open: (name: string) => `Open evidence ${name}`,
    unlink: (name: string) => `Unlink ${name}`,
  },
};
