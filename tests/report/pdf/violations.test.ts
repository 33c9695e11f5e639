/** Rules of PDF/UA-1 and PDF/A-3a on the printed file, unsigned and signed, and on copies that break one rule each. */
import { execFileSync } from "node:child_process";
import { beforeAll, describe, expect, test } from "vitest";
import { languages, type Language } from "#domain";
import { renderPdf } from "#report";
import { countersignPdf, createIdentity, signPdf } from "#signing";
import { findViolations } from "./find-violations.ts";
import { fonts } from "./read-fonts.ts";
import { openPdf } from "./read-tags.ts";
import { sampleDocument } from "./sample-document.ts";
import { openWorkshop } from "../../signing/tools.ts";

const now = new Date().toISOString();
const at = new Date(Date.now() + 60_000).toISOString();
const attachments = [{ kind: "assessment", name: "assessment.json", description: "The assessment", mediaType: "application/json", relationship: "Source", text: "{}", digest: `sha256-${"0".repeat(64)}` }] as const;
const paper = (language: Language) => renderPdf({ ...sampleDocument(language), attachments }, fonts);

describe.each(languages)("the page of every block in %s", (language) => {
  test("breaks no rule that a program can check, unsigned, signed and signed twice", async () => {
    const identity = (commonName: string) => createIdentity({ commonName, algorithm: "ecdsa-p256", validFrom: now, validYears: 1 });
    const unsigned = paper(language);
    const once = await signPdf(unsigned, await identity("One"), { field: "Signature1", signedAt: at, name: "One", certify: true });
    const twice = await countersignPdf(once, await identity("Two"), { signedAt: at, name: "Two" });
    for (const bytes of [unsigned, once, twice]) expect(findViolations(openPdf(bytes))).toEqual([]);
  });
});

describe("a copy", () => {
  let open: string;
  beforeAll(() => {
    open = laidOpen(paper("en"));
  });
  const first = (from: RegExp | string, to: string) => (text: string) => text.replace(from, to);
  const every = (from: RegExp, to: string) => (text: string) => text.replaceAll(from, to);

  test("that is only laid open breaks none", () => {
    expect(findViolations(openPdf(closed(open)))).toEqual([]);
  });

  test.each<[rule: string, what: string, damage: (text: string) => string]>([
    ["UA 5-1", "does not call itself PDF/UA", first("<pdfuaid:part>1<", "<pdfuaid:part>2<")],
    ["UA 7.1-3", "draws text outside of its tags", first(/\nEMC\n/, "\nEMC\nBT 0 0 9 9 re f ET\n")],
    ["UA 7.1-3", "marks content that no element owns", first(/\/K 18\n/, "/K 19\n")],
    ["UA 7.1-3", "marks content as nothing", first(/\/Artifact <<[^>]*>> BDC/, "/Nothing <<>> BDC")],
    ["UA 7.1-4", "is said to be suspect", first("/Marked true", "/Marked true /Suspects true")],
    ["UA 7.1-5", "has a type of its own", first(/\/S \/P\n/, "/S /Para\n")],
    ["UA 7.1-8", "has no metadata", first(/ {2}\/Metadata \d+ 0 R\n/, "")],
    ["UA 7.1-9", "has no title in its metadata", first(/<dc:title>.*<\/dc:title>/, "")],
    ["UA 7.1-10", "does not show its title", first("/DisplayDocTitle true", "/DisplayDocTitle false")],
    ["UA 7.2-29", "names a language that is none", first(/\/Lang \(en\)/, "/Lang (English)")],
    ["UA 7.2-34", "names no language", first(/ {2}\/Lang \(en\)\n/, "")],
    ["UA 7.2-3", "has a paragraph among the rows of a table", first(/\/S \/THead\n/, "/S /P\n")],
    ["UA 7.2-8", "has a head outside of any row", first(/\/S \/TR\n/, "/S /P\n")],
    ["UA 7.2-10", "has a paragraph among the cells of a row", first(/\/S \/TD\n/, "/S /P\n")],
    ["UA 7.2-17", "has an item outside of any list", first(/\/S \/L\n/, "/S /P\n")],
    ["UA 7.2-20", "has a paragraph in an item", first(/\/S \/LBody\n/, "/S /P\n")],
    ["UA 7.2-42", "has a row that is shorter than the others", (text) => text.replace(/(\/K \[\n)(?: {4}\d+ 0 R\n)(( {4}\d+ 0 R\n){2} {2}\]\n {2}\/P \d+ 0 R\n {2}\/S \/TR\n)/, "$1$2")],
    ["UA 7.3-1", "has a figure without words", (text) => text.replace(/ {2}\/Alt (\([^\n]*\)|<[^\n]*>)\n((?:.*\n){0,30}? {2}\/S \/Figure\n)/, "$2")],
    ["UA 7.4.2-1", "skips a level of heading", every(/\/S \/H2\n/g, "/S /H3\n")],
    ["UA 7.5-1", "has a head without scope", first(/ {2}\/C \/Row\n/, "")],
    ["UA 7.18.1-1", "has an annotation that leads to another element", first(/\/StructParent 11\n/, "/StructParent 12\n")],
    ["UA 7.18.1-3", "has a field without words", first(/ {2}\/TU .*\n/, "")],
    ["UA 7.18.3-1", "has no tab order", every(/ {2}\/Tabs \/S\n/g, "")],
    ["UA 7.18.4-1", "has a field that a paragraph owns", first(/\/S \/Form\n/, "/S /P\n")],
    ["UA 7.18.5-1", "has a link that a span owns", first(/\/S \/Link\n/, "/S /Span\n")],
    ["UA 7.18.5-2", "has a link without words", (text) => text.replace(/ {2}\/Contents \(.*\)\n((?:.*\n){1,20}? {2}\/Subtype \/Link\n)/, "$1")],
    ["UA 7.21.3.2-1", "has a font without a map of glyphs", first(/ {2}\/CIDToGIDMap \d+ 0 R\n/, "")],
    ["UA 7.21.4.1-1", "has a font that is not embedded", first(/ {2}\/FontFile2 \d+ 0 R\n/, "")],
    ["UA 7.21.4.2-2", "lists glyphs beside the font", (text) => text.replace(/\/FontFile2 (\d+ 0 R)\n/, "/FontFile2 $1\n  /CIDSet $1\n")],
    ["UA 7.21.5-1", "has a width that is not the font's", first(/(\/W \[\n {4}0\n {4}\[\n {6}1000\n {6})\d+/, "$1999")],
    ["UA 7.21.7-1", "has a character that says nothing", first(/\n<0001> <[0-9A-F]+>\n/, "\n<FFFF> <0041>\n")],
    ["UA 7.21.7-2", "has a character that says U+FEFF", first(/\n<0001> <[0-9A-F]+>\n/, "\n<0001> <FEFF>\n")],
    ["UA 7.21.8-1", "shows a glyph that is none", (text) => text.replace(new RegExp(`(\\n${/CIDToGIDMap (\d+)/.exec(text)?.[1]} 0 obj\\n[^]*?stream\\n\\0\\0)..`, "s"), "$1\0\0")],
    ["A 6.1.3-1", "has one identifier", (text) => text.replace(/ {2}\/ID \[(<[0-9a-f]+>)<[0-9a-f]+>\]/, "  /ID [$1]")],
    ["A 6.2.4.3-2", "has no output intent", first(/\/S \/GTS_PDFA1/, "/S /GTS_PDFX")],
    ["A 6.3.2-1", "hides an annotation", (text) => text.replace(/\/F 4\n((?:.*\n){1,10}? {2}\/StructParent)/, "/F 6\n$1")],
    ["A 6.3.3-1", "has a field without a look", first(/ {2}\/AP <<\n {4}\/N \d+ 0 R\n {2}>>\n/, "")],
    ["A 6.5.1-1", "does something when it is opened", first(/ {2}\/Type \/Catalog\n/, "  /Type /Catalog\n  /S /JavaScript\n")],
    ["A 6.6.2.3.1-1", "does not describe what its metadata adds", first("<pdfaSchema:prefix>pdfuaid<", "<pdfaSchema:prefix>other<")],
    ["A 6.6.4-1", "does not call itself PDF/A-3", first("<pdfaid:part>3<", "<pdfaid:part>4<")],
    ["A 6.6.4-3", "does not call itself level A", first("<pdfaid:conformance>A<", "<pdfaid:conformance>B<")],
    ["A 6.7.2.2-1", "does not say that it is marked", first("/Marked true", "/Marked false")],
    ["A 6.8-1", "carries a file of no type", first(/ {2}\/Subtype \/application#2fjson\n/, "")],
    ["A 6.8-2", "carries a file with one name", first(/ {2}\/UF \(assessment\.json\)\n/, "")],
    ["A 6.8-3", "carries a file that is related to nothing", first(/ {2}\/AFRelationship \/Source\n/, "")],
    ["A 6.8-4", "carries a file that it does not name as its own", (text) => text.replace(/ {2}\/AF \[\n {4}\d+ 0 R\n {2}\]\n/, "")],
  ])("breaks %s when it %s", (rule, _, damage) => {
    const damaged = damage(open);
    expect(damaged).not.toBe(open);
    expect(findViolations(openPdf(closed(damaged))).map((one) => one.rule)).toContain(rule);
  });
});

/** Every object in the open and nothing compressed. */
function laidOpen(bytes: Uint8Array): string {
  const shop = openWorkshop();
  try {
    shop.write("packed.pdf", bytes);
    shop.run("qpdf", "--qdf", "--normalize-content=n", "--object-streams=disable", "packed.pdf", "open.pdf");
    return Buffer.from(shop.read("open.pdf")).toString("latin1");
  } finally {
    shop.close();
  }
}

/** The same with lengths and offsets as they should be. */
function closed(text: string): Uint8Array {
  return new Uint8Array(execFileSync("fix-qdf", { input: Buffer.from(text, "latin1"), maxBuffer: 1 << 28 }));
}
