import type { Texts } from "../../texts/index.ts";

/** What a path into a draft is called on the form: its own name, and the language or number that tells it from others. */
export function nameOfField(t: Texts, path: string): string {
  const steps = path.split(".");
  const language = steps.at(-1) === "en" || steps.at(-1) === "zh-TW" ? (steps.pop() as "en" | "zh-TW") : null;
  const last = steps.findLast((step) => !/^\d+$/.test(step)) ?? "";
  const within = steps.slice(0, -1).findLast((step) => !/^\d+$/.test(step));
  const number = /^\d+$/.test(steps.at(-1) ?? "") ? Number(steps.at(-1)) + 1 : null;
  const { fields } = t.checklistEditor;
  const name = within === "source" && last === "name" ? fields.sourceName : (fields.byKey as Readonly<Record<string, string>>)[last];
  const whole = [name ?? last, number].filter((part) => part !== null && part !== "").join(" ");
  return language ? t.checklistEditor.inLanguage(whole, language) : whole;
}
