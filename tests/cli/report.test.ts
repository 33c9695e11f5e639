import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { writeAssayFile } from "#exchange";
import { goodChecklist } from "../content/good-checklist.ts";
import { journal, projected } from "../exchange/sample.ts";
import { assay, makeFolder } from "./assay.ts";

const { path: folder, write } = makeFolder();
const at = "2026-11-21T09:00:00Z";
const byHand = {
  format: "assay-assessment/1",
  id: "a-1",
  system: { name: "海關X光 & <X-ray>", purpose: "finds narcotics" },
  assessedAt: "2026-11-21",
  profile: { tier: "high", role: ["deployer"], sector: "customs", tags: ["generative"] },
  checklists: [{ id: "small", version: "1.0.0" }],
  answers: { small: { "S1.1.a": { level: "1", note: "seen" } } },
};
const checklist = write("small.yaml", goodChecklist);
const assessment = write("a.json", JSON.stringify(byHand));

function report(out: string, ...more: readonly string[]) {
  return assay("report", "--assessment", assessment, "--checklist", checklist, "--template", "executive-summary", "--at", at, "-o", out, ...more);
}

/** A new identity as openssl makes it, valid from now: the paths of its .p12 and of its passphrase. */
function makeP12(): { readonly p12: string; readonly passphrase: string } {
  const key = join(folder, "key.pem");
  const certificate = join(folder, "certificate.pem");
  const p12 = join(folder, "identity.p12");
  const passphrase = write("passphrase.txt", "correct horse\n");
  const quiet = { stdio: "ignore" } as const;
  execFileSync("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", key, "-out", certificate, "-days", "30", "-subj", "/CN=Lin Test", "-addext", "keyUsage=critical,digitalSignature"], quiet);
  execFileSync("openssl", ["pkcs12", "-export", "-inkey", key, "-in", certificate, "-out", p12, "-passout", `file:${passphrase}`], quiet);
  return { p12, passphrase };
}

describe("assay report", () => {
  test("writes the same PDF twice for the same moment", async () => {
    const [one, two] = [join(folder, "one.pdf"), join(folder, "two.pdf")];
    expect(await report(one, "--lang", "en")).toEqual({ exit: 0, out: "", err: "" });
    expect(await report(two, "--lang", "en")).toMatchObject({ exit: 0 });
    expect(readFileSync(one).subarray(0, 5).toString()).toBe("%PDF-");
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
  });

  test("writes in Traditional Chinese", async () => {
    const out = join(folder, "zh.pdf");
    expect(await report(out, "--lang", "zh-TW")).toMatchObject({ exit: 0 });
    expect(execFileSync("pdfinfo", [out]).toString()).toContain("主管摘要");
  });

  test("stops at a character that no font has, unless told not to", async () => {
    const odd = write("odd.json", JSON.stringify({ ...byHand, system: { name: "\u{1F9FF}", purpose: "" } }));
    const out = join(folder, "odd.pdf");
    const args = ["report", "--assessment", odd, "--checklist", checklist, "--template", "executive-summary", "--lang", "en", "--at", at, "-o", out];
    const stopped = await assay(...args);
    expect(stopped).toMatchObject({ exit: 2, out: "" });
    expect(stopped.err).toMatch(/^No font of the report has these characters: U\+1F9FF \([^;]*\)\. .*\n$/);
    expect(existsSync(out)).toBe(false);
    expect(await assay(...args, "--allow-missing")).toMatchObject({ exit: 0 });
  });

  test("names the templates there are when there is no such one", async () => {
    const { exit, err } = await assay("report", "--assessment", assessment, "--template", "poem", "--lang", "en", "-o", "x.pdf");
    expect({ exit, err }).toEqual({ exit: 2, err: "There is no template poem. There are: executive-summary, full-report, statement-of-applicability.\n" });
  });

  test("reads the phases through another lifecycle when asked", async () => {
    const out = join(folder, "fsc.pdf");
    expect(await report(out, "--lang", "en", "--lifecycle", "tw-fsc")).toEqual({ exit: 0, out: "", err: "" });
    const printed = execFileSync("pdftotext", ["-layout", out, "-"]).toString();
    expect(printed).toContain("FSC financial AI guidance (four phases)");
    expect(printed).toContain("4 System deployment");
    expect(printed).not.toContain("Operate and monitor");
  });

  test("--no-data leaves the assessment out of the file, and says so in it", async () => {
    const [out, whole] = [join(folder, "pages.pdf"), join(folder, "whole.pdf")];
    expect(await report(out, "--lang", "en", "--no-data")).toEqual({ exit: 0, out: "", err: "" });
    expect(await report(whole, "--lang", "en")).toEqual({ exit: 0, out: "", err: "" });
    const listed = (path: string) => execFileSync("pdfdetach", ["-list", path]).toString();
    expect(listed(out)).toContain("0 embedded files");
    expect(listed(whole)).toContain("2 embedded files");
    expect(execFileSync("pdftotext", [out, "-"]).toString().replaceAll(/\s+/gu, " ")).toContain("left the assessment out");
  });

  test("says in a sentence that it cannot write", async () => {
    const out = join(folder, "none/x.pdf");
    expect(await report(out, "--lang", "en")).toEqual({ exit: 2, out: "", err: `${out} lies in a folder that does not exist.\n` });
  });

  test("does not report on a checklist that is not here", async () => {
    const { exit, err } = await assay("report", "--assessment", assessment, "--template", "full-report", "--lang", "en", "-o", join(folder, "x.pdf"));
    expect(exit).toBe(1);
    expect(err).toContain("unknown-checklist The checklist small is not here.");
  });

  test("does not report on a file that its journal contradicts", async () => {
    const changed = write("changed.json", writeAssayFile(projected(), journal).replace('"level": "1"', '"level": "0"'));
    const { exit, err } = await assay("report", "--assessment", changed, "--template", "full-report", "--lang", "en", "-o", join(folder, "x.pdf"));
    expect(exit).toBe(1);
    expect(err).toContain("journal-disagrees");
  });
});

describe("assay report --sign and assay verify", () => {
  const signed = join(folder, "signed.pdf");

  test("a signed report is valid here and for pdfsig", async () => {
    const { p12, passphrase } = makeP12();
    const now = new Date(Date.now() + 1000).toISOString();
    const ran = await report(signed, "--lang", "en", "--at", now, "--sign", p12, "--passphrase-file", passphrase);
    expect(ran).toEqual({ exit: 0, out: "", err: "" });
    const { exit, out } = await assay("verify", signed, "--json");
    expect(exit).toBe(0);
    const result: unknown = JSON.parse(out);
    expect(result).toMatchObject({ valid: true, signatures: [{ valid: true, coversWholeFile: true, certificate: { subject: "Lin Test" } }], problems: [] });
    expect(Object.keys(result as object)).toEqual(["valid", "certification", "signatures", "problems", "attachments"]);
    expect(execFileSync("pdfsig", [signed]).toString()).toContain("Signature is Valid");
  });

  test("what it carries is listed and taken out, opens again, and is never written over", async () => {
    const into = join(folder, "taken");
    const { exit, out } = await assay("verify", signed, "--extract", into);
    expect(exit).toBe(0);
    for (const name of ["assessment.assay.json", "result.json"]) {
      const bytes = readFileSync(join(into, name));
      expect(out).toContain(`  inside: ${name}, ${bytes.length} bytes, SHA-256 ${createHash("sha256").update(bytes).digest("hex")}`);
      expect(execFileSync("pdftotext", [signed, "-"]).toString().replaceAll(/\s/g, "")).toContain(createHash("sha256").update(bytes).digest("hex"));
    }
    const scored = await assay("score", "--checklist", checklist, "--assessment", join(into, "assessment.assay.json"), "--json");
    expect(JSON.parse(scored.out)).toEqual(JSON.parse(readFileSync(join(into, "result.json"), "utf8")));
    expect(await assay("verify", signed, "--extract", into)).toMatchObject({ exit: 2, err: expect.stringContaining("is there already") });
  });

  test("one changed byte makes it invalid", async () => {
    const bytes = readFileSync(signed);
    const at = bytes.indexOf("stream\n") + 20;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const { exit, out } = await assay("verify", write("changed.pdf", bytes), "--json");
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ valid: false });
  });

  test("a wrong passphrase is a sentence, and nothing is written", async () => {
    const out = join(folder, "unsigned.pdf");
    const { exit, err } = await report(out, "--lang", "en", "--sign", join(folder, "identity.p12"), "--passphrase-file", write("wrong.txt", "no"));
    expect(exit).toBe(2);
    expect(err).toMatch(/^[A-Z].*\.\n$/);
    expect(existsSync(out)).toBe(false);
  });

  test("what is not signed, or no PDF at all, is not valid", async () => {
    const unsigned = join(folder, "one.pdf");
    expect((await assay("verify", unsigned)).exit).toBe(1);
    const { exit, out } = await assay("verify", checklist, "--json");
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ valid: false, signatures: [] });
  });
});
