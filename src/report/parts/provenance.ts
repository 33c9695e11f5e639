import { languages, type Block, type ChecklistId, type Inline, type Line, type ReportEntry } from "#domain";
import { anchorTo } from "../anchors.ts";
import { attachmentsOf } from "../attachments-of.ts";
import { cell, code, endCell, joined, line, named, quiet, strong } from "../lines.ts";
import { paragraph, partHeading } from "../question-lines.ts";
import type { Chapter, PartOptions, ReportContext } from "../report-context.ts";

/** How to check the signature of this file with tools that everyone can have. */
const commands = {
  pdfsig: "pdfsig report.pdf",
  dump: "pdfsig -dump report.pdf",
  range: "grep -a -o '/ByteRange *\\[[^]]*\\]' report.pdf",
  signed: "(head -c A report.pdf; tail -c C report.pdf) > signed.bin",
  certificate: "openssl pkcs7 -inform DER -in report.pdf.sig0 -print_certs -out signer.pem",
  verify:
    "openssl cms -verify -cades -binary -inform DER -in report.pdf.sig0 -content signed.bin -CAfile signer.pem -partial_chain -purpose any -out /dev/null",
  fingerprint: "openssl x509 -in signer.pem -noout -fingerprint -sha256",
};

/** What the report was made from, and how a stranger can check it; in brief digests, heads and the shortest check. */
export function composeProvenance(context: ReportContext, { detail }: PartOptions): readonly Block[] {
  const { provenance } = context.texts;
  const { chapters } = context;
  if (detail === "brief") return inBrief(context);
  return [
    partHeading("provenance", provenance.title),
    paragraph(provenance.intro),
    heading(provenance.checklistsTitle, "checklists"),
    paragraph(provenance.checklistsIntro),
    { kind: "entries", title: provenance.checklistsTitle, rows: chapters.map((chapter) => checklistEntry(context, chapter)) },
    heading(provenance.journalTitle, "journal"),
    paragraph(provenance.journalIntro),
    headsTable(context),
    heading(provenance.softwareTitle, "software"),
    softwareFacts(context),
    earlierTable(context),
    ...attachedFiles(context),
    ...howToVerify(context),
  ];
}

function inBrief(context: ReportContext): readonly Block[] {
  const { texts, chapters } = context;
  const { provenance } = texts;
  const warnings = chapters.flatMap((chapter) => differences(context, chapter).map((said) => ({ said, chapter })));
  return [
    partHeading("provenance", provenance.title),
    {
      kind: "table",
      title: provenance.checklistsTitle,
      columns: [
        { title: provenance.checklist, width: 0.32 },
        { title: provenance.version, width: 0.08 },
        { title: provenance.digest, width: 0.6 },
      ],
      rows: chapters.map(({ title, checklist, digest }) => ({
        cells: [cell(title), cell(checklist.version), cell(code(hexOf(digest)))],
      })),
      empty: provenance.noChecklist,
    },
    ...chapters.flatMap((chapter) => takenOver(context, chapter).map((said) => paragraph(`${chapter.title}${texts.words.colon}${said}`, "quiet"))),
    ...warnings.map(({ said, chapter }) => paragraph(`${chapter.title}${texts.words.colon}${said}`, "warning")),
    headsTable(context),
    softwareFacts(context),
    ...(context.input.assessment.attestations.length > 0 ? [earlierTable(context)] : []),
    ...attachedFiles(context, true),
    heading(provenance.verifyTitle, "verify"),
    { kind: "list", items: [step(provenance.pdfsig, commands.pdfsig), step(provenance.reader)], size: "small" },
    paragraph(provenance.inBrief, "quiet"),
  ];
}

function heading(text: string, part: string): Block {
  return { kind: "heading", level: 2, text, anchor: anchorTo("part", "provenance", part) };
}

function checklistEntry(context: ReportContext, chapter: Chapter): ReportEntry {
  const { texts, input } = context;
  const { provenance, words } = texts;
  const { checklist, digest, title } = chapter;
  const { id, version, source } = checklist;
  const others = languages.filter((language) => language !== input.language);
  return {
    anchor: anchorTo("chapter", "provenance", id),
    name: line(strong(title)),
    about: joined(
      [
        line(code(id)),
        line(words.version(version)),
        ...others.map((language) => line(`${provenance.otherName}${words.colon}`, named(checklist.title, language, input.language))),
      ],
      "\n",
    ),
    title: line(source.name),
    body: joined(
      [
        line(provenance.published(source.publisher, source.date)),
        line(code(source.url ?? "")),
        line(quiet(`${provenance.licence}${words.colon}`), source.licence),
        line(source.note ? [quiet(`${provenance.sourceNote}${words.colon}`), source.note[input.language]] : []),
        ...takenOver(context, chapter).map((said) => line(said)),
        ...differences(context, chapter).map((said) => line(strong(said))),
      ],
      "\n",
    ),
    foot: line(code(`echo "${hexOf(digest)}  ${id}.yaml" | sha256sum --check`)),
  };
}

/** S17: how many of the answers that count were taken over, and from which checklists; nothing where there are none. */
function takenOver({ texts, chapters }: ReportContext, { entries }: Chapter): readonly string[] {
  const answered = entries.filter((entry) => entry.contribution.state === "answered");
  const counts = new Map<ChecklistId, number>();
  for (const { answer } of answered) if (answer?.source) counts.set(answer.source.checklist, (counts.get(answer.source.checklist) ?? 0) + 1);
  if (counts.size === 0) return [];
  const titleOf = (id: ChecklistId) => chapters.find(({ checklist }) => checklist.id === id)?.title ?? id;
  const from = [...counts].map(([id, count]) => texts.provenance.takenOverFrom(titleOf(id), count));
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [texts.provenance.takenOver(all, answered.length, from.join(texts.words.listComma))];
}

/** Where the assessment names another edition than the one it was scored with. */
function differences({ texts, input }: ReportContext, { checklist, digest }: Chapter): readonly string[] {
  const { provenance } = texts;
  const wanted = input.assessment.checklists.find((one) => one.id === checklist.id);
  return [
    ...(wanted && wanted.version !== checklist.version ? [provenance.versionDiffers(wanted.version)] : []),
    ...(wanted?.digest && wanted.digest !== digest ? [provenance.digestDiffers(hexOf(wanted.digest))] : []),
  ];
}

function hexOf(digest: string): string {
  return digest.replace(/^sha256-/, "");
}

function headsTable({ texts, input }: ReportContext): Block {
  const { provenance } = texts;
  return {
    kind: "table",
    title: provenance.headsTable,
    columns: [
      { title: provenance.device, width: 0.28 },
      { title: provenance.sequence, width: 0.12, align: "end" },
      { title: provenance.hash, width: 0.6 },
    ],
    rows: input.provenance.heads.map(({ device, seq, hash }) => ({
      cells: [cell(device), endCell(String(seq)), cell(code(hash))],
    })),
    empty: provenance.headsEmpty,
  };
}

function softwareFacts({ texts, input }: ReportContext): Block {
  const { provenance, words } = texts;
  const { template, assessment } = input;
  const { appVersion, createdAt, events } = input.provenance;
  const rows: readonly (readonly [string, readonly Inline[]])[] = [
    [provenance.assessment, [code(assessment.id)]],
    [provenance.events, [{ text: String(events) }]],
    [provenance.template, [code(template.id), { text: words.inBrackets(words.version(template.version)) }]],
    [provenance.app, [{ text: `Assay ${appVersion}` }]],
    [provenance.createdAt, [{ text: words.moment(createdAt) }]],
  ];
  return { kind: "facts", rows: rows.map(([label, runs]) => ({ label, line: line(runs) })) };
}

function earlierTable({ texts, input }: ReportContext): Block {
  const { provenance, words } = texts;
  return {
    kind: "table",
    title: provenance.earlierTable,
    columns: [
      { title: provenance.signer, width: 0.22 },
      { title: provenance.signedAt, width: 0.2 },
      { title: provenance.report, width: 0.16 },
      { title: provenance.fileDigest, width: 0.21 },
      { title: provenance.fingerprint, width: 0.21 },
    ],
    rows: input.assessment.attestations.map(({ signer, at, template, language, digest, fingerprint }) => ({
      cells: [
        cell(signer),
        cell(words.moment(at)),
        cell(code(template), words.inBrackets(words.language[language])),
        cell(code(hexOf(digest))),
        cell(code(fingerprint)),
      ],
    })),
    empty: provenance.earlierEmpty,
  };
}

/** What the file carries besides its pages, so that a copy of it can be checked; nothing where it carries nothing. */
function attachedFiles(context: ReportContext, isBrief = false): readonly Block[] {
  const { provenance } = context.texts;
  const files = attachmentsOf(context);
  const titled = isBrief ? [] : [heading(provenance.attachmentsTitle, "attachments")];
  if (isLeftOut(context)) return [...titled, paragraph(provenance.attachmentsLeftOut)];
  if (files.length === 0) return [];
  const table: Block = {
    kind: "table",
    title: provenance.attachmentsTitle,
    ...(isBrief ? {} : { isTitledAbove: true }),
    columns: [
      { title: provenance.attachmentFile, width: isBrief ? 0.28 : 0.24 },
      ...(isBrief ? [] : [{ title: provenance.attachmentHolds, width: 0.34 }]),
      { title: provenance.attachmentBytes, width: 0.12, align: "end" },
      { title: provenance.digest, width: isBrief ? 0.6 : 0.3 },
    ],
    rows: files.map(({ name, description, text, digest }) => ({
      cells: [cell(code(name)), ...(isBrief ? [] : [cell(description)]), endCell(sizeOf(text)), cell(code(hexOf(digest)))],
    })),
    empty: provenance.attachmentsIntro,
  };
  return isBrief ? [table] : [...titled, paragraph(provenance.attachmentsIntro), table];
}

/** Whoever made the report chose that it carries nothing, and its readers are told. */
function isLeftOut({ input }: ReportContext): boolean {
  return input.attachments?.length === 0;
}

function sizeOf(text: string): string {
  return String(new TextEncoder().encode(text).length);
}

function howToVerify({ texts }: ReportContext): readonly Block[] {
  const { provenance } = texts;
  return [
    heading(provenance.verifyTitle, "verify"),
    paragraph(provenance.verifyIntro),
    {
      kind: "list",
      items: [
        step(provenance.pdfsig, commands.pdfsig),
        step(provenance.openssl, commands.dump),
        step(provenance.opensslRange, commands.range, commands.signed),
        step(provenance.opensslVerify, commands.certificate, commands.verify),
        step(provenance.fingerprintCheck, commands.fingerprint),
        step(provenance.reader),
      ],
    },
    { kind: "heading", level: 3, text: provenance.provesTitle, anchor: anchorTo("part", "provenance", "proves") },
    { kind: "list", items: provenance.proves.map((text) => line(text)) },
    { kind: "heading", level: 3, text: provenance.provesNotTitle, anchor: anchorTo("part", "provenance", "proves-not") },
    { kind: "list", items: provenance.provesNot.map((text) => line(text)) },
  ];
}

function step(text: string, ...lines: readonly string[]): Line {
  return line(text, lines.flatMap((command) => [{ text: "\n" }, code(command)]));
}
