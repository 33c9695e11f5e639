import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { attachedFiles, readAssayFile } from "#exchange";
import { hashText } from "#journal";
import { scoreAssessment } from "#scoring";
import { assessment, oversight, duties } from "../report/compose/sample.ts";

const result = scoreAssessment([oversight, duties], assessment);

test("a report carries the assessment as a file that opens again, and the figures that it prints", () => {
  const [own, figures] = attachedFiles(assessment, [], result);
  const opened = readAssayFile(new TextEncoder().encode(own?.text));
  expect(opened).toMatchObject({ ok: true, value: { assessment: { id: assessment.id, system: assessment.system } } });
  expect(JSON.parse(figures?.text ?? "")).toMatchObject({ format: "assay-result/1", assessment: assessment.id });
  expect(attachedFiles(assessment, [], result)).toEqual([own, figures]);
});

test("what is attached of the sample holds no bytes of evidence", () => {
  const file = new Uint8Array(readFileSync("public/samples/customs-xray.assay.json"));
  const read = readAssayFile(file);
  if (!read.ok) throw new Error(read.problems[0]?.message);
  const [own] = attachedFiles(read.value.assessment, read.value.journal, result);
  expect(own?.text.length).toBeLessThan(file.length * 1.1);
  expect(own?.text).toMatch(/"sha256": "[0-9a-f]{64}"/);
});

test("a digest is that of the UTF-8 bytes", () => {
  for (const text of ["", "不符合", "a".repeat(1000)]) expect(hashText(text)).toBe(`sha256-${createHash("sha256").update(text).digest("hex")}`);
});
