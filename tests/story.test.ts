/**
 * The whole story in five steps: a checklist is parsed, an assessment scored, a report composed, a paper rendered,
 * bytes signed. Read this first.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parseChecklist, parseTemplate } from "#content";
import {
  formatInterval,
  placeQuestions,
  type AssessmentId,
  type ChecklistId,
  type DeviceId,
  type Digest,
  type EventBody,
  type LevelId,
  type Parsed,
} from "#domain";
import { headsOf, nextEvent, projectAssessment, verifyJournal, type Journal } from "#journal";
import { composeReport, findMissingCharacters, renderPdf } from "#report";
import { scoreAssessment } from "#scoring";
import { createIdentity, digestOf, signPdf, verifyPdf } from "#signing";
import { readReportFonts } from "./report-fonts.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-story-"));
const read = (path: string) => new Uint8Array(readFileSync(join(import.meta.dirname, "..", path)));
const now = "2026-11-21T09:00:00.000Z";

function must<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Error(parsed.problems.map((one) => one.message).join("\n"));
  return parsed.value;
}

describe("from a YAML checklist to a signature that strangers verify", () => {
  // 1. A checklist is parsed. Its digest is that of the file's bytes, so anyone can hash the file and compare.
  const source = read("checklists/tw-ai-basic-act.yaml");
  const checklist = must(parseChecklist(source));
  const template = must(parseTemplate(read("templates/full-report.yaml")));
  const questions = placeQuestions(checklist.sections).map((one) => one.question);

  // 2. Every edit is an event; the state is what the events tell.
  const history = (digest: Digest): Journal => {
    const edits: readonly EventBody[] = [
      {
        kind: "assessment-created",
        system: { name: "海關X光影像AI輔助緝毒系統", purpose: "Marks X-ray images in which narcotics may be hidden." },
        profile: { tier: "high", role: ["deployer"], tags: ["public-sector"] },
        assessedAt: "2026-11-21",
        checklists: [{ id: checklist.id, version: checklist.version, digest }],
      },
      ...questions.slice(0, -4).map(
        (question, place): EventBody => ({
          kind: "question-answered",
          checklist: checklist.id,
          question: question.id,
          answer: { level: String(place % 3) as LevelId, note: "多數關員已關閉警示。\nMost officers have switched the alert off." },
        }),
      ),
    ];
    const author = { assessment: "story" as AssessmentId, device: "tablet-1" as DeviceId, by: "評估員", at: now };
    return edits.reduce<Journal>((journal, body) => [...journal, nextEvent(journal, body, author)], []);
  };

  let journal: Journal;
  let pdf: Uint8Array;
  let signed: Uint8Array;
  const path = join(folder, "report.pdf");

  beforeAll(async () => {
    const digest = await digestOf(source);
    journal = history(digest);
    const assessment = projectAssessment(journal)!.assessment;

    // 3. The assessment is scored. Every surface prints this one result.
    const result = scoreAssessment([checklist], assessment);

    // 4. A report is composed, and a paper rendered from it.
    const document = composeReport({
      template,
      language: "zh-TW",
      checklists: [{ checklist, digest }],
      assessment,
      result,
      conflicts: [],
      provenance: {
        appVersion: "story",
        createdAt: now,
        heads: headsOf(journal).map((head) => ({ device: head.device, seq: head.seq, hash: head.hash })),
        events: journal.length,
      },
    });
    const fonts = readReportFonts();
    expect(findMissingCharacters(document, fonts)).toEqual([]);
    pdf = renderPdf(document, fonts);

    // 5. The bytes are signed, and checked.
    const identity = await createIdentity({ commonName: "王小明 Wang", algorithm: "ecdsa-p256", validFrom: now, validYears: 3 });
    signed = await signPdf(pdf, identity, { field: "Signature1", signedAt: now, name: "王小明 Wang", certify: true });
    writeFileSync(path, signed);
  });

  test("the history is whole, and open questions keep the score an interval [S6]", () => {
    expect(verifyJournal(journal, "story" as AssessmentId)).toEqual([]);
    const [scored] = scoreAssessment([checklist], projectAssessment(journal)!.assessment).checklists;
    expect(scored?.id).toBe("tw-ai-basic-act" as ChecklistId);
    expect(formatInterval(scored!.total)).toMatch(/^\d+–\d+%$/);
  });

  test("we find the signature valid, over the whole file", async () => {
    const verdict = await verifyPdf(signed, now);
    expect(verdict).toMatchObject({ valid: true, problems: [], signatures: [{ valid: true, coversWholeFile: true }] });
  });

  test("pdfsig finds it valid, and the total document signed", () => {
    const said = execFileSync("pdfsig", [path], { encoding: "utf8" });
    expect(said).toContain("Signature is Valid.");
    expect(said).toContain("Total document signed");
    expect(said).toContain("ETSI.CAdES.detached");
  });

  test("openssl finds the signed attributes and the digest in order", () => {
    const verdict = verifyWithOpenssl(signed, folder);
    expect(verdict).toContain("CAdES Verification successful");
  });

  test("qpdf finds nothing wrong, and pdftotext returns the Chinese", () => {
    expect(execFileSync("qpdf", ["--check", path], { encoding: "utf8" })).toContain("No syntax or stream encoding errors found");
    const text = execFileSync("pdftotext", ["-raw", path, "-"], { encoding: "utf8" });
    expect(text.replaceAll(/\s/g, "")).toContain("多數關員已關閉警示。");
  });

  test("one flipped byte is refused", async () => {
    const altered = signed.slice();
    altered[Math.floor(pdf.length / 2)]! ^= 1;
    expect((await verifyPdf(altered, now)).valid).toBe(false);
  });
});

/** Takes the CMS and the two signed ranges out of the file, as a stranger with a text editor would, and asks openssl. */
function verifyWithOpenssl(bytes: Uint8Array, where: string): string {
  const text = Buffer.from(bytes).toString("latin1");
  const [, start1, length1, start2, length2] = (/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(text) ?? []).map(Number);
  const hex = text.slice(start1! + length1! + 1, start2! - 1);
  const der = Buffer.from(hex, "hex");
  const size = der[1] === 0x82 ? 4 + der.readUInt16BE(2) : 0;
  writeFileSync(join(where, "signature.der"), der.subarray(0, size));
  writeFileSync(join(where, "content.bin"), Buffer.concat([bytes.subarray(start1, start1! + length1!), bytes.subarray(start2, start2! + length2!)]));
  const options = ["-inform", "DER", "-in", "signature.der", "-content", "content.bin", "-binary", "-out", "verified.bin"];
  execFileSync("openssl", ["cms", "-cmsout", "-inform", "DER", "-in", "signature.der", "-certsout", "signer.pem", "-noout"], { cwd: where, stdio: "pipe" });
  execFileSync("sh", ["-c", `openssl cms -verify -cades -CAfile signer.pem -purpose any ${options.join(" ")} 2> said.txt`], { cwd: where });
  return readFileSync(join(where, "said.txt"), "utf8");
}
