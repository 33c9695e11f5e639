import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  languages,
  WorkbenchError,
  type Instant,
  type Language,
  type LifecycleView,
  type PinnedChecklist,
  type Problem,
  type ReportDocument,
  type ReportTemplate,
} from "#domain";
import { attachedFiles, compareWithChecklists } from "#exchange";
import { hashText, headsOf } from "#journal";
import { readThrough, scoreAssessment } from "#scoring";
import { home, readBytes, writeBytes } from "./files.ts";
import { lifecycleAsked, openAssessment, openTemplate, ownChecklists, ownTrees, versionsFor, type OpenedAssessment } from "./open-files.ts";
import { needed, noFiles, readOptions } from "./options.ts";
import { note, problemLine } from "./print.ts";
import { differences, openAll } from "./score.ts";
import { wrongUsage } from "./usage.ts";

/** The form field that the report leaves for its signature. */
const signatureField = "Signature1";

interface Signing {
  readonly p12: Uint8Array;
  readonly passphrase: string;
}

/** `assay report`: 0 once the PDF is written, 1 when a file is faulty. */
export async function report(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions("report", args, {
    assessment: { type: "string" },
    checklist: { type: "string", multiple: true },
    template: { type: "string" },
    lang: { type: "string" },
    lifecycle: { type: "string" },
    at: { type: "string" },
    sign: { type: "string" },
    "passphrase-file": { type: "string" },
    "allow-missing": { type: "boolean" },
    "no-data": { type: "boolean" },
    out: { type: "string", short: "o" },
  });
  if (!values.checklist) noFiles("report", positionals);
  const path = needed("report", "assessment", values.assessment);
  const templateName = needed("report", "template", values.template);
  const language = languageOf(needed("report", "lang", values.lang));
  const out = needed("report", "out", values.out);
  const at = instantOf(values.at);
  const signing = signingOf(values.sign, values["passphrase-file"]);

  const template = openTemplate(templateName);
  const view = lifecycleAsked(values.lifecycle, (file, problem) => note(problemLine(file, problem)));
  const opened = openAssessment(path);
  refuseAll(templateName, template.ok ? [] : template.problems);
  refuseAll(path, opened.ok ? opened.value.disagreements : opened.problems);
  if (!template.ok || !opened.ok || view === null || opened.value.disagreements.length > 0) return 1;
  const checklists = checklistsFor(opened.value, path, values.checklist && [...values.checklist, ...positionals]);
  if (!checklists) return 1;

  const document = await compose({ template: template.value, language, view, checklists, createdAt: at, withData: !values["no-data"] }, opened.value);
  const pdf = await render(document, values["allow-missing"] ?? false);
  writeBytes(out, signing ? await sign(pdf, signing, at) : pdf);
  return 0;
}

function languageOf(said: string): Language {
  const language = languages.find((one) => one === said);
  if (!language) throw wrongUsage("report", `--lang is ${languages.join(" or ")}, not \`${said}\`.`);
  return language;
}

function instantOf(said: string | undefined): Instant {
  const moment = said === undefined ? new Date() : new Date(said);
  if (Number.isNaN(moment.getTime())) throw wrongUsage("report", `--at is a moment such as 2026-11-21T09:00:00Z, not \`${said}\`.`);
  return moment.toISOString();
}

function signingOf(p12: string | undefined, passphraseFile: string | undefined): Signing | null {
  if (p12 === undefined && passphraseFile === undefined) return null;
  if (p12 === undefined || passphraseFile === undefined) throw wrongUsage("report", "--sign and --passphrase-file go together.");
  const passphrase = new TextDecoder().decode(readBytes(passphraseFile)).replace(/\r?\n$/, "");
  return { p12: readBytes(p12), passphrase };
}

/** The checklists asked for, else those that the assessment names; null once the reasons why not are printed. */
function checklistsFor(
  { assessment, brought }: OpenedAssessment,
  path: string,
  asked: readonly string[] | undefined,
): readonly PinnedChecklist[] | null {
  const found = openAll(asked ?? ownChecklists());
  if (!found) return null;
  const here = versionsFor(assessment, asked ? found : [...found, ...brought]);
  const problems = asked ? differences(assessment, here) : compareWithChecklists(assessment, here);
  refuseAll(path, problems);
  if (problems.some((one) => one.code === "unknown-checklist")) return null;
  if (asked) return here;
  if (assessment.checklists.length === 0) {
    throw new WorkbenchError("bad-input", "The assessment names no checklist; say with --checklist which to report on.");
  }
  return assessment.checklists.flatMap((ref) => here.filter((one) => one.checklist.id === ref.id).slice(0, 1));
}

function refuseAll(path: string, problems: readonly Problem[]): void {
  for (const problem of problems) note(problemLine(path, problem));
}

interface Wish {
  readonly template: ReportTemplate;
  readonly language: Language;
  /** undefined: our own phases */
  readonly view: LifecycleView | undefined;
  readonly checklists: readonly PinnedChecklist[];
  readonly createdAt: Instant;
  /** whether the PDF carries the assessment and its figures */
  readonly withData: boolean;
}

async function compose({ template, language, view, checklists, createdAt, withData }: Wish, opened: OpenedAssessment): Promise<ReportDocument> {
  const { assessment, journal, projection, brought } = opened;
  const { composeReport } = await import("#report");
  const plain = checklists.map((one) => one.checklist);
  const result = scoreAssessment(plain, assessment);
  const files = withData ? attachedFiles(assessment, journal, result) : [];
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as { readonly version: string };
  return composeReport({
    template,
    language,
    checklists,
    earlier: [...brought, ...checklists],
    trees: ownTrees().filter((tree) => assessment.classifications.some((one) => one.tree === tree.id)),
    assessment,
    result,
    ...(view ? { lifecycle: readThrough(plain, result, view) } : {}),
    conflicts: (projection?.conflicts ?? []).flatMap(({ question, events }) =>
      question ? [{ checklist: question.checklist, question: question.id, count: events.length }] : [],
    ),
    provenance: {
      appVersion: version,
      createdAt,
      heads: headsOf(journal).map(({ device, seq, hash }) => ({ device, seq, hash })),
      events: journal.length,
    },
    attachments: files.map((file) => ({ ...file, digest: hashText(file.text) })),
  });
}

async function render(document: ReportDocument, allowMissing: boolean): Promise<Uint8Array> {
  const { findMissingCharacters, renderPdf } = await import("#report");
  const font = (name: string) => readBytes(join(home, "node_modules/@expo-google-fonts", name));
  const fonts = {
    sans: font("noto-sans-tc/400Regular/NotoSansTC_400Regular.ttf"),
    sansBold: font("noto-sans-tc/700Bold/NotoSansTC_700Bold.ttf"),
    serif: font("source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf"),
  };
  const missing = findMissingCharacters(document, fonts);
  if (missing.length > 0 && !allowMissing) {
    const places = new Map(missing.map((one) => [one.codePoint, one.where] as const).toReversed());
    const list = [...places].map(([point, where]) => `U+${point.toString(16).toUpperCase().padStart(4, "0")} (${where})`);
    throw new WorkbenchError(
      "report-missing-characters",
      `No font of the report has these characters: ${list.toReversed().join("; ")}. Change the text, or print their numbers with --allow-missing.`,
    );
  }
  return renderPdf(document, fonts);
}

/** The PDF signed and checked once more. Throws identity-unavailable or signing-failed. */
async function sign(pdf: Uint8Array, { p12, passphrase }: Signing, signedAt: Instant): Promise<Uint8Array> {
  const { importIdentity, signPdf, verifyPdf } = await import("#signing");
  const identity = await importIdentity(p12, passphrase);
  if (!identity.ok) {
    throw new WorkbenchError("identity-unavailable", identity.problems.map((one) => one.message).join(" "));
  }
  const name = identity.value.summary.certificate.subject;
  const signed = await signPdf(pdf, identity.value, { field: signatureField, signedAt, name, certify: true });
  const check = await verifyPdf(signed, signedAt);
  if (check.valid) return signed;
  const why = [...check.problems, ...check.signatures.flatMap((one) => one.problems)].map((one) => one.message);
  throw new WorkbenchError("signing-failed", `The signed report did not pass its own check. ${why.join(" ")}`);
}
