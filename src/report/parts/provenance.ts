import { languages, type Block, type Inline, type Line } from "#domain";
import { anchorTo } from "../anchors.ts";
import { cell, code, endCell, line, named } from "../lines.ts";
import { paragraph, partHeading } from "../question-lines.ts";
import type { Chapter, ReportContext } from "../report-context.ts";

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

/** What the report was made from, and how a stranger can check it. */
export function composeProvenance(context: ReportContext): readonly Block[] {
  const { provenance } = context.texts;
  return [
    partHeading("provenance", provenance.title),
    paragraph(provenance.intro),
    heading(provenance.checklistsTitle, "checklists"),
    paragraph(provenance.checklistsIntro),
    ...context.chapters.flatMap((chapter) => checklistFacts(context, chapter)),
    heading(provenance.journalTitle, "journal"),
    paragraph(provenance.journalIntro),
    headsTable(context),
    heading(provenance.softwareTitle, "software"),
    softwareFacts(context),
    earlierTable(context),
    ...howToVerify(context),
  ];
}

function heading(text: string, part: string): Block {
  return { kind: "heading", level: 2, text, anchor: anchorTo("part", "provenance", part) };
}

function checklistFacts({ texts, input }: ReportContext, { checklist, digest, title }: Chapter): readonly Block[] {
  const { provenance } = texts;
  const { id, version, source } = checklist;
  const hex = digest.replace(/^sha256-/, "");
  const others = languages.filter((language) => language !== input.language);
  const wanted = input.assessment.checklists.find((one) => one.id === id);
  const rows: readonly (readonly [string, Line])[] = [
    ...others.map((language) => [provenance.otherName, line(named(checklist.title, language, input.language))] as const),
    [provenance.id, line(code(id))],
    [provenance.version, line(version)],
    [provenance.digest, line(code(hex))],
    [provenance.check, line(code(`echo "${hex}  ${id}.yaml" | sha256sum --check`))],
    [provenance.source, line([source.name, source.publisher, source.date, source.url ?? ""].filter(Boolean).join("\n"))],
    [provenance.licence, line(source.licence)],
    ...(source.note ? [[provenance.sourceNote, line(source.note[input.language])] as const] : []),
  ];
  return [
    { kind: "heading", level: 3, text: title, anchor: anchorTo("chapter", "provenance", id) },
    ...(wanted && wanted.version !== version ? [paragraph(provenance.versionDiffers(wanted.version), "warning")] : []),
    ...(wanted?.digest && wanted.digest !== digest
      ? [paragraph(provenance.digestDiffers(wanted.digest.replace(/^sha256-/, "")), "warning")]
      : []),
    { kind: "facts", rows: rows.map(([label, value]) => ({ label, line: value })) },
  ];
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
        cell(code(digest.replace(/^sha256-/, ""))),
        cell(code(fingerprint)),
      ],
    })),
    empty: provenance.earlierEmpty,
  };
}

function howToVerify({ texts }: ReportContext): readonly Block[] {
  const { provenance } = texts;
  const step = (text: string, ...lines: readonly string[]): Line =>
    line(text, lines.flatMap((command) => [{ text: "\n" }, code(command)]));
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
