import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { languages, WorkbenchError, type QuestionId, type TemplateId } from "#domain";
import { headsOf } from "#journal";
import { findMissingCharacters, renderPdf } from "#report";
import type { Session } from "#workbench";
import { readReportFonts } from "../report-fonts.ts";
import { altai, applicable, basicAct, begin, digestOf, level, openTab, until, type TestTab } from "./make-workbench.ts";

const fonts = readReportFonts();
const summary = "executive-summary" as TemplateId;
const full = "full-report" as TemplateId;

/** What the worker does, in this thread. */
const render: Session["renderReport"] = async (document) => ({
  bytes: renderPdf(document, fonts),
  missing: findMissingCharacters(document, fonts),
});

async function readyToSign(): Promise<{ readonly tab: TestTab; readonly session: Session; readonly identity: string }> {
  const tab = openTab(undefined, { render });
  const session = await begin(tab, { checklists: [basicAct] });
  session.answer(basicAct, applicable(session, basicAct)[0] as QuestionId, level("2", { note: "多數關員已關閉警示。" }));
  const { id } = await tab.workbench.createIdentity({ commonName: "王小明 Wang", organisation: "Customs", algorithm: "ecdsa-p256" });
  return { tab, session, identity: id };
}

describe("a report", () => {
  for (const language of languages) {
    test(`is composed, printed, signed and found valid in ${language}`, { timeout: 30_000 }, async () => {
      const { tab, session, identity } = await readyToSign();
      const heads = headsOf(session.journal()).map((head) => head.hash);
      const document = await session.composeReport(summary, language);
      const { bytes, missing } = await session.renderReport(document);
      expect(missing).toEqual([]);
      const file = await session.signReport(bytes, identity, { template: summary, language, reason: "Approved" });
      expect(file).toMatchObject({ name: `海關X光 Customs X-ray executive-summary ${language} 2026-11-21 signed.pdf`, mediaType: "application/pdf" });
      const verdict = await tab.workbench.verify(file.bytes);
      expect(verdict).toMatchObject({ valid: true, signatures: [{ reason: "Approved", certificate: { subject: "王小明 Wang" } }] });

      const [attestation] = session.assessment().attestations;
      expect(attestation).toMatchObject({ digest: digestOf(file.bytes), template: summary, language, signer: "王小明 Wang", heads });
      expect(attestation?.fingerprint).toBe(verdict.signatures[0]?.certificate?.fingerprint);
      expect(session.saveState().kind).toBe("saved");
      await tab.workbench.close();
      expect((await tab.workbench.open(session.id)).assessment().attestations).toEqual([attestation]);
    });
  }

  test("is attested over the state that it prints, however much is changed before it is signed, and signing is not undone", async () => {
    const { session, identity } = await readyToSign();
    const { bytes } = await session.renderReport(await session.composeReport(summary, "en"));
    const printed = headsOf(session.journal()).map((head) => head.hash);
    session.setAssessedAt("2026-11-22");
    session.setAssessedAt("2026-11-23");
    await session.signReport(bytes, identity, { template: summary, language: "en" });
    const [attestation] = session.assessment().attestations;
    expect(attestation?.heads).toEqual(printed);
    const since = session.journal().slice(session.journal().findIndex((event) => printed.includes(event.hash)) + 1);
    expect(since.map((event) => event.kind)).toEqual(["assessment-dated", "assessment-dated", "report-signed"]);
    while (session.canUndo()) session.undo();
    expect(session.assessment().attestations).toEqual([attestation]);
  });

  test("of a conflict prints it", async () => {
    const mine = openTab(undefined, { render });
    const session = await begin(mine, { checklists: [altai] });
    const theirs = openTab();
    const copy = await theirs.workbench.readAssessment((await mine.workbench.exportAssessment(session.id)).bytes);
    if (!copy.ok) throw new Error("the copy is whole");
    const other = await theirs.workbench.open(await copy.value.confirm());
    const question = applicable(session, altai)[0] as QuestionId;
    session.answer(altai, question, level("4"));
    other.answer(altai, question, level("2"));
    const plan = await mine.workbench.readAssessment((await theirs.workbench.exportAssessment(session.id)).bytes);
    if (!plan.ok) throw new Error("the copy is whole");
    await plan.value.confirm();
    await until(() => session.conflicts().length === 1);
    const saysSo = async () => /copies[^.]* disagree/i.test(JSON.stringify(await session.composeReport(full, "en")));
    expect(await saysSo()).toBe(true);
    session.answer(altai, question, level("4"));
    expect(await saysSo()).toBe(false);
  });

  test("is not signed by an identity that is gone, without a PDF, or while another tab edits", async () => {
    const { tab, session, identity } = await readyToSign();
    const details = { template: summary, language: "en" } as const;
    const garbage = new TextEncoder().encode("no PDF");
    await expect(session.signReport(garbage, identity, details)).rejects.toMatchObject({ code: "pdf-not-signable" });
    await expect(session.signReport(garbage, "gone", details)).rejects.toMatchObject({ code: "identity-unavailable" });
    const there = await openTab(tab.name, { render }).workbench.open(session.id);
    await expect(there.signReport(garbage, identity, details)).rejects.toMatchObject({ code: "locked-elsewhere" });
    expect(session.assessment().attestations).toEqual([]);
  });

  test("that cannot be printed says so", async () => {
    const session = await begin(openTab(undefined, { render: () => Promise.reject(new WorkbenchError("font-unreadable", "offline")) }));
    const document = await session.composeReport(summary, "en");
    await expect(session.renderReport(document)).rejects.toMatchObject({ code: "font-unreadable" });
    await expect(session.composeReport("none" as TemplateId, "en")).rejects.toMatchObject({ code: "not-found" });
  });

  test("in a browser without workers fails with a code", async () => {
    const session = await begin(openTab());
    await expect(session.renderReport(await session.composeReport(summary, "en"))).rejects.toMatchObject({ code: "report-failed" });
  });

  test("has a file name that every file system takes", async () => {
    const session = await begin(openTab(), { system: { name: 'a/b\\c:"d"\u202E?* \u{1F9EA}'.padEnd(90, "長") + ".", purpose: "p" } });
    const name = session.reportFileName(summary, "en");
    expect(name).toMatch(/^a b c d \u{1F9EA}長+ executive-summary en 2026-11-21\.pdf$/u);
    session.describeSystem({ name: "///", purpose: "" });
    expect(session.reportFileName(summary, "en")).toBe("assessment executive-summary en 2026-11-21.pdf");
  });
});

describe("signing identities", () => {
  test("are made, listed, there after a reload, and removed", async () => {
    const tab = openTab();
    const made = await tab.workbench.createIdentity({ commonName: "Mei", algorithm: "ecdsa-p256" });
    expect(tab.workbench.identities()).toEqual([made]);
    expect(made.certificate).toMatchObject({ subject: "Mei", selfSigned: true, notBefore: expect.stringMatching(/^2026-11-21/) });
    const reloaded = openTab(tab.name).workbench;
    await until(() => reloaded.identities().length === 1);
    expect(reloaded.identities()).toEqual([made]);
    await reloaded.removeIdentity(made.id);
    expect(reloaded.identities()).toEqual([]);
  });

  test("are imported from a PKCS#12 file, by its passphrase only", async () => {
    const folder = mkdtempSync(join(tmpdir(), "assay-p12-"));
    const run = (...args: readonly string[]) => execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
    run("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=Lin", "-days", "30", "-keyout", "k.pem", "-out", "c.pem");
    run("pkcs12", "-export", "-inkey", "k.pem", "-in", "c.pem", "-passout", "pass:secret", "-out", "id.p12");
    const p12 = new Uint8Array(readFileSync(join(folder, "id.p12")));
    const { workbench } = openTab();
    expect(await workbench.importIdentity(p12, "wrong")).toMatchObject({ ok: false, problems: [{ code: "p12-wrong-passphrase" }] });
    expect(workbench.identities()).toEqual([]);
    expect(await workbench.importIdentity(p12, "secret")).toMatchObject({ ok: true, value: { origin: "imported", certificate: { subject: "Lin" } } });
    expect(workbench.identities()).toHaveLength(1);
  });

  test("with a name that no certificate can hold are refused", async () => {
    const { workbench } = openTab();
    await expect(workbench.createIdentity({ commonName: " ", algorithm: "ecdsa-p256" })).rejects.toMatchObject({ code: "bad-input" });
    expect(workbench.identities()).toEqual([]);
  });
});

describe("a signed report that comes back", () => {
  test("carries the assessment, which opens in an empty browser with its journal, and the figures", { timeout: 30_000 }, async () => {
    const { tab, session, identity } = await readyToSign();
    const file = await session.signReport((await session.renderReport(await session.composeReport(summary, "en"))).bytes, identity, { template: summary, language: "en" });
    const [own, figures] = await tab.workbench.readAttachments(file.bytes);
    expect([own?.isAssessment, figures?.isAssessment]).toEqual([true, false]);
    expect([own?.relationship, figures?.relationship]).toEqual(["Source", "Data"]);
    expect(own?.digest).toBe(digestOf(own?.bytes ?? new Uint8Array()));
    const other = openTab();
    const plan = await other.workbench.readAssessment(own?.bytes ?? new Uint8Array());
    if (!plan.ok) throw new Error(plan.problems[0]?.message);
    const opened = await other.workbench.open(await plan.value.confirm());
    expect(opened.assessment().answers).toEqual(session.assessment().answers);
    expect(headsOf(opened.journal())).toEqual(headsOf(session.journal().slice(0, -1)));
    expect(JSON.parse(new TextDecoder().decode(figures?.bytes ?? undefined))).toMatchObject({ format: "assay-result/1", assessment: session.id });
    expect((await tab.workbench.readAttachments(new Uint8Array())).length).toBe(0);
  });

  test("carries no file when its maker left the assessment out", { timeout: 30_000 }, async () => {
    const { tab, session, identity } = await readyToSign();
    const document = await session.composeReport(summary, "en", { withData: false });
    expect(JSON.stringify(document)).toContain("left the assessment out");
    const { bytes } = await session.signReport((await session.renderReport(document)).bytes, identity, { template: summary, language: "en" });
    expect(await tab.workbench.readAttachments(bytes)).toEqual([]);
    expect((await tab.workbench.verify(bytes)).valid).toBe(true);
  });

  test("is countersigned by another identity, and by no other than another", { timeout: 30_000 }, async () => {
    const { tab, session, identity } = await readyToSign();
    const file = await session.signReport((await session.renderReport(await session.composeReport(summary, "zh-TW"))).bytes, identity, { template: summary, language: "zh-TW" });
    const { id } = await tab.workbench.createIdentity({ commonName: "林淑芬", algorithm: "ecdsa-p256" });
    const both = await tab.workbench.countersign(file, id, "覆核");
    expect(both.name).toBe(file.name.replace(".pdf", "-countersigned.pdf"));
    expect(await tab.workbench.verify(both.bytes)).toMatchObject({
      valid: true,
      certification: 2,
      signatures: [{ field: "Signature1", certificate: { subject: "王小明 Wang" } }, { field: "Signature2", reason: "覆核", certificate: { subject: "林淑芬" } }],
    });
    await expect(tab.workbench.countersign(both, id)).rejects.toMatchObject({ code: "not-countersignable", facts: { obstacle: "same-signer" } });
    await expect(tab.workbench.countersign(file, "gone")).rejects.toMatchObject({ code: "identity-unavailable" });
    const third = await tab.workbench.createIdentity({ commonName: "Third", algorithm: "ecdsa-p256" });
    expect((await tab.workbench.countersign(both, third.id)).name).toBe(file.name.replace(".pdf", "-countersigned-2.pdf"));
  });
});
