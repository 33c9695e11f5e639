import { common } from "./common.ts";

export const systems = {
  title: "Systems",
  lede: "Every AI system under assessment, and how far it stands from its targets. Everything stays in this browser until you export it.",
  create: "New system",
  openFile: "Open a file",
  openSample: "Open the customs sample",
  openingSample: "Opening the sample…",
  search: "Search by system or owner",
  found: (count: number) => `${common.count(count, "system", "systems")} found`,
  noneFound: (search: string) => `No system or owner matches “${search}”.`,
  shown: (shown: number, all: number) => `${shown} of ${all} shown, latest change first`,
  more: (count: number) => `Show ${count} more`,
  unnamed: "Unnamed system",
  noChecklist: "No checklist chosen yet",
  blocked: (count: number, all: number) => {
    if (all === 1) return "This checklist cannot be read as passed.";
    return count === all ? `in all ${all} checklists` : `in ${count} of ${all} checklists`;
  },
  changed: (ago: string) => `Changed ${ago}`,
  neverExported: "No copy outside this browser",
  exported: (ago: string) => `Copy exported ${ago}`,
  exportedBehind: (ago: string, changes: number) => `Copy exported ${ago}, ${common.count(changes, "change", "changes")} since`,
  gapsOf: (name: string) => `Gaps of ${name}`,
  reportOf: (name: string) => `Report on ${name}`,
  actionsFor: (name: string) => `Actions for ${name}`,
  exportFile: "Export to a file",
  exportFirst: "Export a copy first",
  exportDone: (file: string) =>
    `${file} is among your downloads: answers, history and the list of evidence. Evidence files are named in it by digest, not carried.`,
  remove: "Delete",
  removed: (name: string) => `${name} was deleted from this browser.`,
  removeTitle: (name: string) => `Delete ${name}?`,
  removeText: "Its answers, history and evidence files leave this browser for good. Copies that you exported, and reports that were signed, are not touched.",
  empty: {
    title: "The systems you assess will stand here",
    text: "Begin with your own, or look first at a finished piece of work: a customs X-ray system, assessed from what Taiwan’s National Audit Office published in 2025.",
  },
  fromDisk: {
    title: "Your work is in this browser, not in the file you opened",
    text: "Assay runs from a file here. Moving or copying that file takes no assessment along, and in Chrome and Edge every page opened from a disk in this browser profile can read what is stored. Export what you want to keep, hand over or carry away.",
    exportAll: (count: number) => (count === 1 ? "Export the one without a copy" : `Export the ${count} without a copy`),
  },
  lost: {
    title: (count: number) => (count === 1 ? "The assessment that was listed here is gone" : `The ${count} assessments that were listed here are gone`),
    text: "The browser has thrown away what it stored for Assay, which can happen after a crash or a power cut. Open your last export of each: it brings back every answer up to then, with its history.",
    takeNote: "I have noted it",
  },
  mayBeCleared: (count: number) =>
    `This browser may clear its data when the disk runs low, and ${count === 1 ? "one assessment has" : `${count} assessments have`} no current copy elsewhere. Export to a file, or ask the browser to keep the data.`,
  askToKeep: "Ask to keep",
  keeps: "The browser has promised to keep the data, even when the disk runs low.",
  doesNotKeep: "The browser made no promise. It may decide otherwise once Assay is installed or bookmarked; until then, export to files.",
  reading: "Reading the file",
  importTitle: "Open this assessment?",
  joinTitle: "This assessment is already here",
  importRefused: "This file cannot be opened",
  importRefusedText: "Nothing was changed. What stands in the way:",
  importConfirm: "Open",
  join: "Join the two copies",
  openHere: "Open the one here",
  plan: {
    system: "System",
    answers: "Answers",
    events: "Journal entries",
    joins: (events: number, conflicts: number) => {
      if (events === 0) return "The file adds nothing to what is here.";
      const adds = `The file adds ${common.count(events, "entry", "entries")} to the journal here.`;
      if (conflicts === 0) return `${adds} No answer contradicts another.`;
      return `${adds} On ${common.questions(conflicts)} the copies disagree: both answers are kept, and the question counts as unanswered until you decide.`;
    },
    differs: "What you should know before opening it",
  },
};
