export const frame = {
  place: (line: number, column: number) => `line ${line}, column ${column}`,
  cell: (sheet: string, row: number | undefined, column: string | undefined) =>
    [`sheet “${sheet}”`, row === undefined ? "" : `row ${row}`, column === undefined ? "" : `column ${column}`].filter(Boolean).join(", "),
  meant: (word: string) => `Did you mean “${word}”?`,
  known: (words: string) => `Known here: ${words}.`,
  andMore: (count: number) => `and ${count} more`,
  following: {
    title: "Another tab is editing this assessment",
    text: "What is done there appears here at once. This tab can edit as soon as the other one is closed.",
  },
  differs: {
    title: "A checklist here is not the one that was answered",
    text: "Answers are kept and stand where the question's id stands. Take over the checklist that is here to score against it from now on; the journal records it.",
    adopt: "Take over",
  },
  update: {
    title: "A newer version of Assay is ready",
    text: "What you are typing is saved first, in every open tab.",
    apply: "Start the new version",
    later: "Later",
  },
  outdated: {
    title: "Assay was updated in another tab",
    text: "What was typed here was saved first. This tab is still the old version: it can be read and copied from, and goes on once it is loaded again.",
    unsaved: "This tab is still the old version, and the last of what was typed here could not be saved. Copy it before loading this tab again.",
    reload: "Load this tab again",
  },
  notFound: "Not found",
  notOpened: "This could not be opened",
  toSystems: "To the systems",
  toSettings: "To the settings",
  unavailable: "Assessments cannot be kept in this browser",
};
