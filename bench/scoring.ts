import { scoreAssessment } from "#scoring";
import { assessmentOf, checklistOf } from "./made-up.ts";
import { measure, tellGrowth } from "./measure.ts";

export async function benchScoring(): Promise<void> {
  const medians: number[] = [];
  for (const count of [350, 3_500, 35_000]) {
    const checklist = checklistOf(count);
    const assessment = assessmentOf(checklist, count);
    const runs = count < 35_000 ? { runs: 100, warm: 30 } : {};
    medians.push(await measure(`score ${count.toLocaleString("en")} questions`, () => scoreAssessment([checklist], assessment), runs));
  }
  const [few = Number.NaN, , many = Number.NaN] = medians;
  tellGrowth("scoring, 350 to 35,000 questions", 100, [few, many]);
}
