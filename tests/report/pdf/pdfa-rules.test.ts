/**
 * Rules of ISO 19005-3 (PDF/A-3) and ISO 14289-1 (PDF/UA-1) that can be read off the file. Passing them is not conformance:
 * only a validator with the whole rule set can confirm that.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { languages, type AttachedFile } from "#domain";
import { composeReport, renderPdf } from "#report";
import { countersignPdf, createIdentity, signPdf } from "#signing";
import { inputOf } from "../compose/sample.ts";
import { fonts } from "./read-fonts.ts";
import { askOf } from "./read-pdf.ts";
import { asArray, openPdf, stringOf, type Dictionary, type Json, type PdfFile } from "./read-tags.ts";

const file = (kind: AttachedFile["kind"], name: string): AttachedFile => ({ kind, name, mediaType: "application/json", text: "{}", digest: `sha256-${"0".repeat(64)}` });
const attachments = [file("assessment", "assessment.assay.json"), file("result", "result.json")];
const now = new Date().toISOString();
const at = new Date(Date.now() + 60_000).toISOString();

async function signedTwice(pdf: Uint8Array): Promise<Uint8Array> {
  const identity = (commonName: string) => createIdentity({ commonName, algorithm: "ecdsa-p256", validFrom: now, validYears: 1 });
  const once = await signPdf(pdf, await identity("One"), { field: "Signature1", signedAt: at, name: "One", certify: true });
  return countersignPdf(once, await identity("Two"), { signedAt: at, name: "Two" });
}

const papers = languages.flatMap((language) => {
  const unsigned = async () => renderPdf(composeReport(inputOf({ language, attachments })), fonts);
  return [[`a report in ${language}`, unsigned] as const, [`a report in ${language}, signed twice`, async () => signedTwice(await unsigned())] as const];
});

describe.each(papers)("%s", (_, make) => {
  let bytes: Uint8Array;
  let pdf: PdfFile;
  let reached: ReadonlyMap<string, Dictionary>;
  beforeAll(async () => {
    bytes = await make();
    pdf = openPdf(bytes);
    reached = reachable(pdf);
  });
  const xmp = () => pdf.data(pdf.catalog["/Metadata"]);

  test("6.1: header with binary letters, identifiers, no encryption, no compression but Flate", () => {
    expect(Buffer.from(bytes.subarray(0, 16)).toString("latin1")).toMatch(/^%PDF-1\.\d\n%[\x80-\xff]{4}/);
    expect(asArray(pdf.trailer["/ID"])).toHaveLength(2);
    expect(pdf.trailer["/Encrypt"]).toBeUndefined();
    const filters = [...Buffer.from(bytes).toString("latin1").matchAll(/\/Filter *\[? *(\/[\w.]+)/g)].map(([, name]) => name);
    expect(new Set(filters.filter((name) => name !== "/Adobe.PPKLite"))).toEqual(new Set(["/FlateDecode"]));
    for (const own of reached.values()) for (const key of ["/FFilter", "/FDecodeParms"]) expect(own).not.toHaveProperty(key);
    expect(reached.size).toBeLessThan(8_388_607);
  });

  test("6.2: one sRGB output intent, no other colours, no transparency, no PostScript, no images of another kind", () => {
    const [intent, ...more] = asArray(pdf.catalog["/OutputIntents"]).map((one) => pdf.dictionary(one));
    expect(more).toEqual([]);
    expect(intent).toMatchObject({ "/S": "/GTS_PDFA1" });
    expect(pdf.dictionary(intent?.["/DestOutputProfile"])["/N"]).toBe(3);
    expect(pdf.data(intent?.["/DestOutputProfile"]).slice(36, 40)).toBe("acsp");
    for (const own of reached.values()) {
      for (const key of ["/SMask", "/ca", "/CA", "/BM", "/TR", "/HTP", "/Ref", "/PS"]) expect(own).not.toHaveProperty(key);
      expect(own["/Group"]).toBeUndefined();
      expect(own["/Subtype"]).not.toBe("/PS");
      expect(own["/Interpolate"]).not.toBe(true);
    }
    for (const page of pdf.pages) {
      const operators = asArray(pdf.dictionary(page)["/Contents"]).map((part) => pdf.data(part)).join("\n").replaceAll(/\((?:\\[\s\S]|[^\\()])*\)/g, "()");
      expect(operators).not.toMatch(/\s(?:k|K|cs|CS|sc|SC|scn|SCN|sh|ri|gs|Do)\s/);
      expect(operators).toMatch(/ rg /);
    }
  });

  test("6.2.11: every font is embedded as a subset, with its glyphs mapped to characters", () => {
    const listed = askOf(bytes, "pdffonts", "{}").split("\n").slice(2).filter(Boolean);
    expect(listed.length).toBeGreaterThanOrEqual(2);
    for (const line of listed) expect(line).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes/);
    const descendants = [...reached.values()].filter((own) => own["/Subtype"] === "/CIDFontType2");
    for (const font of descendants) {
      expect(font["/CIDToGIDMap"]).toBeDefined();
      expect(pdf.dictionary(font["/FontDescriptor"])["/FontFile2"]).toBeDefined();
    }
  });

  test("6.3: annotations are printed, never hidden, have a look, and do nothing", () => {
    const annotations = [...reached.values()].filter((own) => own["/Subtype"] === "/Link" || own["/Subtype"] === "/Widget");
    expect(annotations.length).toBeGreaterThan(2);
    for (const own of annotations) {
      const flags = Number(own["/F"]);
      expect(flags & 4).toBe(4);
      expect(flags & (1 | 2 | 32 | 256)).toBe(0);
      if (own["/Subtype"] === "/Widget") expect(Object.keys(pdf.dictionary(own["/AP"]))).toEqual(["/N"]);
      expect(own["/Contents"] ?? own["/TU"]).toBeTruthy();
    }
    for (const own of reached.values()) for (const key of ["/AA", "/A", "/OpenAction", "/JS", "/NeedAppearances", "/XFA"]) if (key !== "/A" || own["/S"] === undefined) expect(own).not.toHaveProperty(key);
  });

  test("6.6: metadata plain, saying part 3, level A and PDF/UA-1, and the same as the information dictionary", () => {
    const stream = pdf.dictionary(pdf.catalog["/Metadata"]);
    expect(stream).toMatchObject({ "/Type": "/Metadata", "/Subtype": "/XML" });
    const packet = Buffer.from(xmp(), "latin1").toString("utf8");
    expect(Buffer.from(bytes).includes(packet)).toBe(true);
    expect(packet).toMatch(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A<\/pdfaid:conformance>\s*<pdfuaid:part>1<\/pdfuaid:part>/);
    const info = pdf.dictionary(pdf.trailer["/Info"]);
    expect(packet).toContain(stringOf(info["/Title"]).replaceAll("&", "&amp;"));
    expect(packet).toContain(`<pdf:Producer>${stringOf(info["/Producer"])}</pdf:Producer>`);
    expect(packet).toContain("<xmp:CreateDate>2026-11-21T09:05:00Z</xmp:CreateDate>");
    expect(stringOf(info["/CreationDate"])).toBe("D:20261121090500+00'00'");
    expect(packet).toContain("pdfaExtension:schemas");
  });

  test("6.7, PDF/UA 7.1: marked, with structure, language and a title that is shown", () => {
    expect(pdf.dictionary(pdf.catalog["/MarkInfo"])).toEqual({ "/Marked": true });
    expect(pdf.dictionary(pdf.catalog["/ViewerPreferences"])).toEqual({ "/DisplayDocTitle": true });
    expect(pdf.dictionary(pdf.catalog["/StructTreeRoot"])["/Type"]).toBe("/StructTreeRoot");
    expect(languages).toContain(stringOf(pdf.catalog["/Lang"]));
  });

  test("6.8: every embedded file is associated, related, described, typed and dated", () => {
    const listed = asArray(pdf.catalog["/AF"]).map(String);
    const named = asArray(pdf.dictionary(pdf.dictionary(pdf.catalog["/Names"])["/EmbeddedFiles"])["/Names"]);
    expect(named.filter((_, index) => index % 2 === 1).map(String).toSorted()).toEqual(listed.toSorted());
    expect(listed).toHaveLength(attachments.length);
    for (const own of listed.map((one) => pdf.dictionary(one))) {
      expect(own).toMatchObject({ "/Type": "/Filespec", "/F": own["/UF"] });
      expect(["/Source", "/Data"]).toContain(own["/AFRelationship"]);
      expect(stringOf(own["/Desc"])).not.toBe("");
      const stream = pdf.dictionary(pdf.dictionary(own["/EF"])["/F"]);
      expect(stream).toMatchObject({ "/Type": "/EmbeddedFile", "/Subtype": "/application/json" });
      expect(pdf.dictionary(stream["/Params"])).toMatchObject({ "/Size": 2, "/ModDate": "u:D:20261121090500+00'00'" });
    }
    const streams = [...reached.values()].filter((own) => own["/Type"] === "/EmbeddedFile");
    expect(streams).toHaveLength(attachments.length);
  });
});

/** Every dictionary that the trailer leads to, by its reference or its place. */
function reachable(pdf: PdfFile): ReadonlyMap<string, Dictionary> {
  const found = new Map<string, Dictionary>();
  const seen = new Set<string>();
  const pending: [string, Json][] = [["trailer", pdf.trailer]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [path, value] = next;
    if (typeof value === "string" && /^\d+ \d+ R$/.test(value)) {
      if (!seen.has(value)) pending.push([value, pdf.object(value)]);
      seen.add(value);
    } else if (Array.isArray(value)) for (const [index, item] of (value as readonly Json[]).entries()) pending.push([`${path}[${index}]`, item]);
    else if (value !== null && typeof value === "object") {
      found.set(path, value as Dictionary);
      for (const [key, item] of Object.entries(value)) pending.push([`${path}${key}`, item]);
    }
  }
  return found;
}
