import { asArray, everyOf, readTags, stringOf, type Dictionary, type Json, type PdfFile, type Tagged, type TagTree } from "./read-tags.ts";
import { fontViolations } from "./font-violations.ts";

/** A rule of ISO 14289-1 (UA, numbered as validators do) or ISO 19005-3 (A) and where the file breaks it. */
export interface Violation {
  readonly rule: string;
  readonly where: string;
}

export interface Seen {
  readonly file: PdfFile;
  readonly tree: TagTree;
  /** every dictionary that is an object of its own */
  readonly objects: ReadonlyMap<string, Dictionary>;
  /** the XMP packet */
  readonly packet: string;
}

export type Rule = (seen: Seen) => readonly (string | false | null | undefined)[];

/**
 * What a program can find against PDF/UA-1 and PDF/A-3a in a file of the shape that we write. No finding is no proof of
 * conformance: a validator knows more rules, and reading order and the worth of words are for people.
 */
export function findViolations(file: PdfFile): readonly Violation[] {
  const tree = attemptTags(file);
  if (typeof tree === "string") return [{ rule: tree.includes("says nothing") ? "UA 7.21.7-1" : "UA 7.1-3", where: tree }];
  const objects = new Map(file.references.map((reference) => [reference, file.dictionary(reference)]));
  const packet = Buffer.from(file.data(file.catalog["/Metadata"]), "latin1").toString("utf8");
  const seen = { file, tree, objects, packet };
  return Object.entries({ ...documentRules, ...treeRules, ...annotationRules, ...fileRules, ...fontViolations }).flatMap(([rule, find]) =>
    find(seen).flatMap((where) => (where ? [{ rule, where }] : [])),
  );
}

/** Content that is neither tagged nor an artifact, or nested in other, cannot be read at all. */
function attemptTags(file: PdfFile): TagTree | string {
  try {
    return readTags(file);
  } catch (cause) {
    return (cause as Error).message;
  }
}

const languageTag = /^[a-z]{2,3}(-[A-Za-z]{4})?(-[A-Z]{2}|-\d{3})?$/;
const text = (value: Json | undefined) => (value === undefined ? "" : stringOf(value).trim());
const elements = ({ tree }: Seen, ...tags: readonly string[]) => tree.all.filter(({ tag }) => tags.includes(tag));
const annotationsOf = ({ objects }: Seen, subtype: string) => [...objects].filter(([, own]) => own["/Subtype"] === subtype && own["/Rect"] !== undefined);

const documentRules: Readonly<Record<string, Rule>> = {
  "UA 5-1": ({ packet }) => [!/<pdfuaid:part>1<\/pdfuaid:part>/.test(packet) && "the packet"],
  "UA 7.1-3": ({ tree }) => [...tree.strays, ...tree.lost.map((mark) => `content ${mark} has no owner, or two`)],
  "UA 7.1-4": ({ file }) => [file.dictionary(file.catalog["/MarkInfo"])["/Suspects"] === true && "MarkInfo"],
  "UA 7.1-5": ({ tree }) => tree.all.map(({ tag }) => !standardTags.has(tag) && `${tag} is no standard type`),
  "UA 7.1-8": ({ file }) => [file.dictionary(file.catalog["/Metadata"])["/Type"] !== "/Metadata" && "the catalog"],
  "UA 7.1-9": ({ packet }) => [!/<dc:title><rdf:Alt><rdf:li xml:lang="x-default">[^<]+</.test(packet) && "the packet"],
  "UA 7.1-10": ({ file }) => [file.dictionary(file.catalog["/ViewerPreferences"])["/DisplayDocTitle"] !== true && "the catalog"],
  "UA 7.1-11": ({ file }) => [file.dictionary(file.catalog["/StructTreeRoot"])["/Type"] !== "/StructTreeRoot" && "the catalog"],
  "UA 7.2-29": ({ file, tree }) => [text(file.catalog["/Lang"]), ...tree.all.flatMap(({ language }) => language ?? [])].map((one) => one !== "" && !languageTag.test(one) && one),
  "UA 7.2-34": ({ file }) => [text(file.catalog["/Lang"]) === "" && "the catalog"],
};

/** What may stand in what, and what must. */
const treeRules: Readonly<Record<string, Rule>> = {
  "UA 7.2-3": (seen) => kidsWithin(seen, "Table", ["TR", "THead", "TBody", "TFoot", "Caption"]),
  "UA 7.2-4": (seen) => parentsWithin(seen, "TR", ["Table", "THead", "TBody", "TFoot"]),
  "UA 7.2-5": (seen) => parentsWithin(seen, "THead", ["Table"]),
  "UA 7.2-6": (seen) => parentsWithin(seen, "TBody", ["Table"]),
  "UA 7.2-8": (seen) => parentsWithin(seen, "TH", ["TR"]),
  "UA 7.2-9": (seen) => parentsWithin(seen, "TD", ["TR"]),
  "UA 7.2-10": (seen) => kidsWithin(seen, "TR", ["TH", "TD"]),
  "UA 7.2-16": (seen) => elements(seen, "Table").map(({ kids }) => kids.some(({ tag }, index) => tag === "Caption" && index !== 0 && index !== kids.length - 1) && "a table's Caption stands between its rows"),
  "UA 7.2-17": (seen) => parentsWithin(seen, "LI", ["L"]),
  "UA 7.2-18": (seen) => parentsWithin(seen, "LBody", ["LI"]),
  "UA 7.2-19": (seen) => kidsWithin(seen, "L", ["L", "LI", "Caption"]),
  "UA 7.2-20": (seen) => kidsWithin(seen, "LI", ["Lbl", "LBody"]),
  "UA 7.2-42": (seen) => elements(seen, "Table").map((table) => new Set(everyOf(table).flatMap(({ tag, kids }) => (tag === "TR" ? [kids.length] : []))).size > 1 && "a table's rows differ in length"),
  "UA 7.3-1": (seen) => elements(seen, "Figure").map(({ alt }) => !alt?.trim() && "a figure without words"),
  "UA 7.4.2-1": (seen) => {
    const levels = elements(seen, "H1", "H2", "H3", "H4", "H5", "H6").map(({ tag }) => Number(tag.slice(1)));
    return levels.map((level, index) => level > (levels[index - 1] ?? 0) + 1 && `H${level} behind H${levels[index - 1] ?? 0}`);
  },
  "UA 7.5-1": (seen) => elements(seen, "TH").map(({ scope, text: said }) => !["Row", "Column", "Both"].includes(scope ?? "") && `the head “${said}” has no scope`),
};

const annotationRules: Readonly<Record<string, Rule>> = {
  "UA 7.18.1-3": (seen) => annotationsOf(seen, "/Widget").map(([reference, own]) => text(own["/TU"]) === "" && reference),
  "UA 7.18.3-1": ({ file }) => file.pages.map((page) => asArray(file.dictionary(page)["/Annots"]).length > 0 && file.dictionary(page)["/Tabs"] !== "/S" && page),
  "UA 7.18.4-1": (seen) => annotationsOf(seen, "/Widget").map(([reference, own]) => !isZero(own) && ownersOf(seen.tree, reference).join() !== "Form" && reference),
  "UA 7.18.4-2": (seen) => elements(seen, "Form").map(({ annotations }) => annotations.length !== 1 && `a Form owns ${annotations.length} widgets`),
  "UA 7.18.5-1": (seen) => annotationsOf(seen, "/Link").map(([reference]) => ownersOf(seen.tree, reference).join() !== "Link" && reference),
  "UA 7.18.5-2": (seen) => annotationsOf(seen, "/Link").map(([reference, own]) => text(own["/Contents"]) === "" && reference),
  "UA 7.18.1-1": ({ file }) =>
    file.pages.flatMap((page) => asArray(file.dictionary(page)["/Annots"]).map(String)).map((reference) => {
      const owner = file.dictionary(parentTree(file).get(Number(file.dictionary(reference)["/StructParent"])));
      return !isZero(file.dictionary(reference)) && !asArray(owner["/K"]).some((kid) => file.dictionary(kid)["/Obj"] === reference) && reference;
    }),
  "A 6.3.2-1": (seen) => [...annotationsOf(seen, "/Link"), ...annotationsOf(seen, "/Widget")].map(([reference, own]) => ((Number(own["/F"] ?? 0) & 4) === 0 || (Number(own["/F"] ?? 0) & 0b100100011) !== 0) && reference),
  "A 6.3.3-1": (seen) => annotationsOf(seen, "/Widget").map(([reference, own]) => !isZero(own) && Object.keys(seen.file.dictionary(own["/AP"])).join() !== "/N" && reference),
  "A 6.5.1-1": ({ objects }) => [...objects].map(([reference, own]) => ["/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/ResetForm", "/Sound", "/Movie"].includes(String(own["/S"])) && reference),
};

const fileRules: Readonly<Record<string, Rule>> = {
  "A 6.1.3-1": ({ file }) => [asArray(file.trailer["/ID"]).length !== 2 && "the trailer"],
  "A 6.1.3-2": ({ file }) => [file.trailer["/Encrypt"] !== undefined && "the trailer"],
  "A 6.1.12-1": ({ file }) => Object.keys(file.dictionary(file.catalog["/Perms"])).map((key) => !["/DocMDP", "/UR3"].includes(key) && key),
  "A 6.1.13-1": ({ objects }) => [...objects].flatMap(([reference, own]) => numbersIn(own).map((value) => Math.abs(value) > 2_147_483_647 && reference)),
  "A 6.2.4.3-2": ({ file }) => {
    const intents = asArray(file.catalog["/OutputIntents"]).map((one) => file.dictionary(one));
    const profiles = intents.filter((one) => one["/S"] === "/GTS_PDFA1" && file.dictionary(one["/DestOutputProfile"])["/N"] === 3);
    return [profiles.length === 0 && "DeviceRGB without an output intent"];
  },
  "A 6.6.2.3.1-1": ({ packet }) => [!/<pdfaSchema:prefix>pdfuaid<\/pdfaSchema:prefix>[^]*<pdfaProperty:name>part<\/pdfaProperty:name>/.test(packet) && "pdfuaid is not described"],
  "A 6.6.4-1": ({ packet }) => [!/<pdfaid:part>3<\/pdfaid:part>/.test(packet) && "the packet"],
  "A 6.6.4-3": ({ packet }) => [!/<pdfaid:conformance>A<\/pdfaid:conformance>/.test(packet) && "the packet"],
  "A 6.7.2.2-1": ({ file }) => [file.dictionary(file.catalog["/MarkInfo"])["/Marked"] !== true && "the catalog"],
  "A 6.8-1": ({ objects }) => [...objects].map(([reference, own]) => own["/Type"] === "/EmbeddedFile" && own["/Subtype"] === undefined && reference),
  "A 6.8-2": ({ objects }) => specifications(objects).map(([reference, own]) => (text(own["/F"]) === "" || text(own["/UF"]) === "") && reference),
  "A 6.8-3": ({ objects }) => specifications(objects).map(([reference, own]) => !["/Source", "/Data", "/Alternative", "/Supplement", "/Unspecified"].includes(String(own["/AFRelationship"])) && reference),
  "A 6.8-4": ({ file, objects }) => specifications(objects).map(([reference]) => !asArray(file.catalog["/AF"]).includes(reference) && reference),
  "A 6.9-1": ({ file }) => [file.catalog["/OCProperties"] !== undefined && "the catalog"],
  "A 6.10-1": ({ file }) => [(file.dictionary(file.catalog["/Names"])["/AlternatePresentations"] !== undefined || file.catalog["/NeedsRendering"] !== undefined) && "the catalog"],
};

const standardTags = new Set([
  "Document", "Part", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
  "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "Code", "Link", "Annot", "Figure", "Formula", "Form",
]);

function kidsWithin(seen: Seen, tag: string, allowed: readonly string[]): ReturnType<Rule> {
  return elements(seen, tag).flatMap(({ kids }) => kids.map((kid) => !allowed.includes(kid.tag) && `${tag} > ${kid.tag}`));
}

function parentsWithin({ tree }: Seen, tag: string, allowed: readonly string[]): ReturnType<Rule> {
  return tree.all.flatMap((parent) => (allowed.includes(parent.tag) ? [] : parent.kids.map((kid) => kid.tag === tag && `${parent.tag} > ${tag}`)));
}

function ownersOf(tree: TagTree, reference: string): readonly string[] {
  return tree.all.flatMap(({ tag, annotations }: Tagged) => annotations.filter((one) => one === reference).map(() => tag));
}

/** Of no size, and so no part of what is read. */
function isZero(annotation: Dictionary): boolean {
  const [left, bottom, right, top] = asArray(annotation["/Rect"]).map(Number);
  return left === right && bottom === top;
}

function parentTree(file: PdfFile): ReadonlyMap<number, Json> {
  const numbers = asArray(file.dictionary(file.dictionary(file.catalog["/StructTreeRoot"])["/ParentTree"])["/Nums"]);
  return new Map(numbers.flatMap((key, index) => (index % 2 === 0 ? [[Number(key), numbers[index + 1] ?? null] as const] : [])));
}

function specifications(objects: ReadonlyMap<string, Dictionary>): readonly (readonly [string, Dictionary])[] {
  return [...objects].filter(([, own]) => own["/EF"] !== undefined);
}

function numbersIn(value: Json): readonly number[] {
  if (typeof value === "number") return [value];
  return value === null || typeof value !== "object" ? [] : Object.values(value).flatMap(numbersIn);
}
