import { expect, test } from "vitest";
import { resultFile } from "#exchange";
import { scoreAssessment } from "#scoring";
import { pinned, projected } from "./sample.ts";

test("a result leaves in the shape that scoring.md states, and in no other", () => {
  const file = resultFile(scoreAssessment([pinned.checklist], projected()));
  const total = { low: 0.5, high: 1, evidenced: 0.5, coverage: 0.5, required: 3.6 };
  expect(file).toEqual({
    format: "assay-result/1",
    assessment: "a-1",
    checklists: [
      {
        id: "small",
        version: "1.0.0",
        blocked: false,
        outOfScope: 0,
        notApplicableWeight: 0,
        total,
        sections: { S1: { ...total, status: "incomplete" } },
        phases: { "deploy-use": total },
        pdca: {},
        findings: [],
      },
    ],
  });
});
