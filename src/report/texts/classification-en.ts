import type { ClassificationTexts } from "./classification-texts.ts";

export const classificationEn: ClassificationTexts = {
  title: "Classification",
  intro: "How the system’s place under the law or the framework was judged: the outcome, and every question on the way to it with the article that it rests on.",
  outcome: "Outcome",
  rests: "Rests on",
  sets: "Enters in the profile",
  setsNothing: "Nothing",
  on: "Classified on",
  by: "Recorded by",
  nobody: "Name not set",
  tree: "Decision tree",
  reasons: "Reasons given",
  way: (tree) => `The way through “${tree}”`,
  noWay: "No turn is recorded.",
  article: "Article",
  question: "Question",
  answer: "Answer",
  differs: (what) => `The profile was changed afterwards. It no longer says what the classification set: ${what}.`,
  otherVersion: (recorded, here) => `Recorded with version ${recorded} of the decision tree. The words printed here are those of version ${here}; what version ${here} does not hold is named by its id.`,
  notHere: (tree) => `The decision tree ${tree} was not at hand when this report was prepared, so its nodes and answers are named by their ids.`,
  notAdvice: "A reading aid, not legal advice.",
  source: "On the source",
  tierDiffers: (tier, classified) => `${tier}; the classification says ${classified.toLowerCase()}`,
  withDate: (outcome, date) => `${outcome}, ${date}`,
  setting: (words, { tier, roles, tags }) =>
    [
      ...(tier ? [`tier ${tier.toLowerCase()}`] : []),
      ...(roles.length > 0 ? [`${roles.length === 1 ? "role" : "roles"} ${roles.join(words.listComma).toLowerCase()}`] : []),
      ...(tags.length > 0 ? [`${tags.length === 1 ? "characteristic" : "characteristics"} ${tags.join(words.listComma)}`] : []),
    ].join("; "),
};
