import { common } from "./common.ts";

export const systems = {
  title: "Systems",
  lede: "Each system under assessment, with what is known of it so far. Everything stays in this browser until you export it.",
  create: "New system",
  openFile: "Open a file",
  openSample: "Open the customs sample",
  search: "Search by system or owner",
  noneFound: (search: string) => `No system matches “${search}”.`,
  unnamed: "Unnamed system",
  changed: (ago: string) => `Changed ${ago}`,
  neverExported: "No copy outside this browser",
  exported: (ago: string) => `Copy from ${ago}`,
  exportedBehind: (ago: string, changes: number) => `Copy from ${ago}, ${common.count(changes, "change", "changes")} since`,
  actionsFor: (name: string) => `Actions for ${name}`,
  exportFile: "Export to a file",
  remove: "Delete",
  removeTitle: (name: string) => `Delete ${name}?`,
  removeText: "Its answers, history and evidence links are removed from this browser. Copies that you exported are not touched. This cannot be undone.",
  empty: {
    title: "The systems you assess will stand here",
    text: "Begin with your own, or look at a finished piece of work first: a customs X-ray system, assessed from what Taiwan’s National Audit Office published in 2025.",
  },
  mayBeCleared: (count: number) =>
    `This browser may clear its data when the disk runs low, and ${count === 1 ? "one assessment has" : `${count} assessments have`} no current copy elsewhere. Export to a file, or ask the browser to keep the data.`,
  askToKeep: "Ask to keep",
  reading: "Reading the file…",
  importTitle: "Open this assessment?",
  importRefused: "This file cannot be opened",
  importRefusedText: "Nothing was changed. What stands in the way:",
  importConfirm: "Open",
  join: "Join the two copies",
  plan: {
    system: "System",
    answers: "Answers",
    events: "Entries in its history",
    joins: (events: number, conflicts: number) =>
      events === 0
        ? "This assessment is already here and the file adds nothing new."
        : `This assessment is already here. The file adds ${common.count(events, "entry", "entries")}; ${conflicts === 0 ? "nothing contradicts" : `${common.count(conflicts, "answer contradicts", "answers contradict")} what is here, and both are kept until you decide`}.`,
    differs: "What you should know before opening it:",
  },
};
