import { common } from "./common.ts";

export const settings = {
  title: "Settings",
  lede: "What belongs to this browser rather than to one assessment.",
  person: {
    title: "You",
    text: "So that a colleague, or an auditor two years on, knows whom to ask.",
    name: "Your name",
    hint: "Stands beside each answer you give from now on, and in the report.",
  },
  identities: "Signing identities",
  identitiesText: "With an identity you sign reports. Make one here for work in confidence between parties who know each other, or import one that an authority vouches for.",
  checklists: {
    title: "Checklists",
    text: "Each is pinned by the digest of its file: an assessment always says which text was answered.",
    source: "Source",
    publisher: "Publisher",
    date: "Date of the source",
    version: "Version",
    licence: "Licence",
    digest: "Digest (SHA-256)",
    add: "Add your own checklist",
    addHint: "A filled-in spreadsheet (.xlsx), a YAML file in Assay’s checklist format, or a library of CISO Assistant. It is checked here and kept in this browser.",
    own: "Your organisation’s own",
    bundled: "Come with Assay",
    noOwn: "Your organisation’s own checklists will stand here. Write one in the app, fill in the spreadsheet, or begin with a copy of one below.",
    create: "New checklist",
    template: "Download spreadsheet template",
    editCopy: "Edit a copy",
    asSheet: "Download spreadsheet",
    asYaml: "Download YAML",
    actionOn: (verb: string, title: string) => `${verb}: ${title}`,
    removeTitle: (title: string) => `Remove ${title}?`,
    removeText: (assessments: number) => {
      if (assessments === 0) return "No assessment in this browser uses this version. You can bring it back from its file at any time.";
      const used = assessments === 1 ? "One assessment here uses this version and keeps its answers" : `${assessments} assessments here use this version and keep their answers`;
      return `${used}, and its text stays with them, so they are scored as before. It cannot be chosen for an assessment until it is brought back.`;
    },
    removed: (title: string) => `${title} was taken off the shelf.`,
    restored: (title: string) => `${title} is on the shelf again.`,
    added: (name: string) => `${name} can now be chosen for an assessment.`,
    groups: {
      title: "Which groups are asked?",
      text: (file: string) => `${file} sorts its questions into groups. Questions of the groups that you choose are asked of every system.`,
      holds: (questions: number, tag: string) => `${common.questions(questions)} · mark ${tag}`,
      others: "Questions of other groups are kept, and asked only of systems that carry the group’s mark: in the profile, under “Further marks”.",
      none: "No group is chosen: nothing of them is asked until a system carries a group’s mark, in the profile under “Further marks”.",
      confirm: "Add checklist",
    },
    refused: (file: string) => `${file} cannot be used yet`,
  },
  storage: {
    title: "Data in this browser",
    text: "Assessments, evidence files and signing keys are kept in this browser only. Export assessments to files: no other copy exists.",
    promise: "If the disk runs low",
    kept: "The browser has promised to keep the data",
    notKept: "The browser may clear the data",
    used: "In use",
    room: "Room for this app",
    notTold: "The browser does not say",
  },
  about: {
    title: "About Assay",
    version: "Version",
    licences: "Licences",
    own: "Assay is published under the Apache License 2.0. The seal is drawn after Noto Serif CJK TC (SIL Open Font License 1.1). Assay is built on these packages and typefaces:",
  },
};
