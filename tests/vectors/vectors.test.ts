import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readAttachments, verifyPdf } from "#signing";
import { buildVectors, judgedAt, type Vector } from "./build-vectors.ts";

const folder = import.meta.dirname;
const read = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
const listed = JSON.parse(readFileSync(join(folder, "verdicts.json"), "utf8")) as { readonly judgedAt: string; readonly vectors: readonly Omit<Vector, "bytes" | "isRepeatable">[] };

test("every vector has a verdict and a line for strangers, and all are small", () => {
  const files = readdirSync(folder).filter((name) => name.endsWith(".pdf"));
  expect(files.toSorted()).toEqual(listed.vectors.map(({ file }) => file).toSorted());
  const words = readFileSync(join(folder, "README.md"), "utf8");
  for (const { file, valid, what } of listed.vectors) expect(words).toContain(`| \`${file}\` | ${valid ? "valid" : "not valid"} | ${what} |`);
  expect(files.reduce((sum, name) => sum + read(name).length, 0)).toBeLessThan(2_000_000);
  expect(listed.judgedAt).toBe(judgedAt);
});

describe.each(listed.vectors)("$file", ({ file, valid, problems, signatures, certification }) => {
  test(`is ${valid ? "valid" : "not valid"}, for the reasons given`, async () => {
    const result = await verifyPdf(read(file), judgedAt);
    const codes = [...result.problems, ...result.signatures.flatMap((one) => one.problems)].map(({ code }) => code);
    expect({ valid: result.valid, signatures: result.signatures.length, certification: result.certification, problems: codes.toSorted() }).toEqual({
      valid,
      signatures,
      certification,
      problems: problems.toSorted(),
    });
  });

  test.runIf(valid)("is valid for pdfsig and sound for qpdf as well", () => {
    const said = execFileSync("pdfsig", ["-nocert", join(folder, file)], { encoding: "utf8" });
    expect(said.match(/Signature Validation: Signature is Valid\./g)).toHaveLength(signatures);
    expect(said.match(/ {2}- Total document signed/g)).toHaveLength(1);
    expect(execFileSync("qpdf", ["--check", join(folder, file)], { encoding: "utf8" })).toContain("No syntax or stream encoding errors found");
  });
});

describe("building again", () => {
  let built: readonly Vector[];
  beforeAll(async () => {
    built = await buildVectors();
  }, 120_000);

  test("gives the same bytes wherever no chance is in them", () => {
    const same = built.filter(({ isRepeatable }) => isRepeatable);
    expect(same.length).toBeGreaterThan(15);
    for (const { file, bytes } of same) expect(Buffer.from(bytes).equals(read(file)), file).toBe(true);
  });

  test("gives the same verdicts everywhere", async () => {
    for (const { file, bytes, valid } of built) expect((await verifyPdf(bytes, judgedAt)).valid, file).toBe(valid);
  });

  test("carries files that come out of the signed report", async () => {
    const [assessment] = await readAttachments(read("good-report-zh.pdf"));
    expect(JSON.parse(new TextDecoder().decode(assessment?.bytes ?? undefined))).toMatchObject({ format: "assay-assessment/1" });
  });
});
