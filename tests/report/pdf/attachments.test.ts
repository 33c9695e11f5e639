import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languages, type AttachedFile } from "#domain";
import { composeReport, renderPdf } from "#report";
import { md5 } from "../../../src/paper/md5.ts";
import { printed } from "../compose/print-report.ts";
import { inputOf } from "../compose/sample.ts";
import { fonts } from "./read-fonts.ts";
import { askOf } from "./read-pdf.ts";

const hashOf = (text: string | Uint8Array) => createHash("sha256").update(text).digest("hex");
const file = (kind: AttachedFile["kind"], name: string, text: string): AttachedFile => ({ kind, name, mediaType: "application/json", text, digest: `sha256-${hashOf(text)}` });
const attachments = [file("assessment", "assessment.assay.json", '{"note":"不符合\\u0000\uFFFE"}\r\n'), file("result", "result.json", "")];

describe.each(languages)("what a report in %s carries", (language) => {
  const document = composeReport(inputOf({ language, attachments }));
  const bytes = renderPdf(document, fonts);

  test("comes out byte for byte", () => {
    const folder = mkdtempSync(join(tmpdir(), "assay-attached-"));
    writeFileSync(join(folder, "r.pdf"), bytes);
    for (const [index, { text }] of attachments.entries()) {
      const out = join(folder, `${index}`);
      execFileSync("pdfdetach", ["-save", String(index + 1), "-o", out, join(folder, "r.pdf")]);
      expect(hashOf(readFileSync(out))).toBe(hashOf(text));
    }
    rmSync(folder, { recursive: true });
  });

  test("is listed with its kind, what it is, its relation and its checksums", () => {
    const listed = askOf(bytes, "qpdf", "--list-attachments", "--verbose", "{}");
    const json = askOf(bytes, "qpdf", "--json", "--json-key=qpdf", "{}");
    for (const { name, text, mediaType } of attachments) {
      expect(listed).toContain(`preferred name: ${name}`);
      expect(listed).toContain(`mime type: ${mediaType}`);
      expect(listed).toContain(`checksum: ${createHash("md5").update(text).digest("hex")}`);
    }
    for (const one of document.attachments ?? []) expect(listed).toContain(one.description);
    expect([...json.matchAll(/"\/AFRelationship": "(\/\w+)"/g)].map(([, relation]) => relation).toSorted()).toEqual(["/Data", "/Source"]);
    expect(json).toMatch(/"\/AF": \[\s*"\d+ 0 R",\s*"\d+ 0 R"\s*\]/);
  });

  test("is printed with its SHA-256, in full and in brief", () => {
    const brief = composeReport(inputOf({ language, attachments, template: { ...inputOf().template, parts: [{ part: "provenance", detail: "brief" }] } }));
    for (const one of [document, brief]) {
      const words = printed(one.blocks);
      for (const { name, text } of attachments) {
        expect(words).toContain(name);
        expect(words).toContain(hashOf(text));
      }
    }
  });
});

test("a report that carries nothing says nothing of files", () => {
  const document = composeReport(inputOf());
  expect(document).not.toHaveProperty("attachments");
  expect(printed(document.blocks)).not.toContain("result.json");
});

test.each(languages)("a report in %s that was to carry nothing says that the assessment was left out, in full and in brief", (language) => {
  const leftOut = { en: "left the assessment out", "zh-TW": "不附上評估" }[language];
  for (const part of [{ part: "provenance" }, { part: "provenance", detail: "brief" }] as const) {
    const document = composeReport(inputOf({ language, attachments: [], template: { ...inputOf().template, parts: [part] } }));
    expect(document).not.toHaveProperty("attachments");
    expect(printed(document.blocks)).toContain(leftOut);
  }
});

test("MD5 is what others compute", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => Buffer.from(md5(bytes)).toString("hex") === createHash("md5").update(bytes).digest("hex")));
});
