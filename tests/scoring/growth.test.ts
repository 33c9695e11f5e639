import { expect, test } from "vitest";
import type { Answer, Assessment, Checklist, Section } from "#domain";
import { scoreChecklist } from "#scoring";
import { assessment, checklist } from "./notation.ts";

/** `count` questions in sections of ten, each answered with evidence of its own. */
function grown(count: number): { readonly checklist: Checklist; readonly assessment: Assessment } {
  const blank = checklist("# A\n a");
  const [section] = blank.sections;
  const [question] = section?.questions ?? [];
  if (!section || !question) throw new Error("the notation gave no question");
  const sections = Array.from({ length: count / 10 }, (_, at): Section => {
    const questions = Array.from({ length: 10 }, (_, index) => ({ ...question, id: `q${at * 10 + index}` as typeof question.id }));
    return { ...section, id: `S${at}` as typeof section.id, questions };
  });
  const ids = Array.from({ length: count }, (_, index) => index);
  const answers = Object.fromEntries(ids.map((index): [string, Answer] => [`q${index}`, { level: `${index % 5}` as never, evidence: [`e${index}` as never] }]));
  return { checklist: { ...blank, sections }, assessment: assessment("", { answers, evidence: ids.map((index) => `e${index}`).join(" ") }) };
}

test("scoring takes time that grows with the number of questions, each with evidence of its own", () => {
  const sizes = [350, 3_500, 35_000] as const;
  const times = sizes.map((size) => {
    const world = grown(size);
    const once = () => {
      const started = process.cpuUsage();
      const result = scoreChecklist(world.checklist, world.assessment);
      const { user, system } = process.cpuUsage(started);
      expect(result.total.evidenced).toBe(result.total.low);
      return (user + system) / 1000;
    };
    return Math.min(...Array.from({ length: 2 }, once));
  });
  console.log(`scoring of ${sizes.join(", ")} questions: ${times.map((ms) => ms.toFixed(1)).join(", ")} ms`);
  expect(times[2]).toBeLessThan(3_000);
});

test("sections 300 deep are scored like any other", () => {
  const deep = Array.from({ length: 300 }, (_, depth) => `${"#".repeat(depth + 1)} S${depth}\n q${depth}`).join("\n");
  const { sections, total } = scoreChecklist(checklist(`* t1\n${deep}`), assessment("q299:4"));
  expect(total).toMatchObject({ low: 1 / 300, required: 300 });
  expect(sections["S299" as never]).toMatchObject({ low: 1, required: 1 });
  expect(sections["S0" as never]).toMatchObject({ required: 300 });
});
