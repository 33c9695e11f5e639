import { askOf } from "./read-pdf.ts";

/** The structure of a PDF as qpdf's JSON tells it: nothing here is shared with the writer. */
export interface Tagged {
  readonly tag: string;
  readonly alt: string | null;
  readonly language: string | null;
  /** of a TH, from its attributes or its class */
  readonly scope: string | null;
  readonly summary: string | null;
  readonly kids: readonly Tagged[];
  /** what its own marked content says, without that of its kids */
  readonly own: string;
  /** own text and that of the kids, in reading order */
  readonly text: string;
  /** where its first content stands, from the lower edge; null when it has none */
  readonly place: Place | null;
  /** annotations that it owns, by object */
  readonly annotations: readonly string[];
}

export interface Place {
  /** from 1 */
  readonly page: number;
  readonly y: number;
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Dictionary = { readonly [key: string]: Json };

export interface PdfFile {
  readonly object: (reference: Json | undefined) => Json;
  readonly dictionary: (reference: Json | undefined) => Dictionary;
  /** decoded data of a stream, a code unit a byte */
  readonly data: (reference: Json | undefined) => string;
  readonly trailer: Dictionary;
  readonly catalog: Dictionary;
  /** references of the pages, in order */
  readonly pages: readonly string[];
  readonly references: readonly string[];
}

/** Reads a whole PDF through qpdf. */
export function openPdf(bytes: Uint8Array): PdfFile {
  const json = JSON.parse(askOf(bytes, "qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=all", "{}")) as { qpdf: [Dictionary, Readonly<Record<string, { value?: Json; stream?: { dict: Dictionary; data: string } }>>] };
  const [, objects] = json.qpdf;
  const entry = (reference: Json | undefined) => (isReference(reference) ? objects[`obj:${reference}`] : undefined);
  const object = (reference: Json | undefined): Json => {
    const found = entry(reference);
    return found ? (found.value ?? found.stream?.dict ?? null) : (reference ?? null);
  };
  const dictionary = (reference: Json | undefined) => asDictionary(object(reference));
  const trailer = asDictionary(objects["trailer"]?.value ?? null);
  const catalog = dictionary(trailer["/Root"]);
  return {
    object,
    dictionary,
    data: (reference) => Buffer.from(entry(reference)?.stream?.data ?? "", "base64").toString("latin1"),
    trailer,
    catalog,
    pages: pagesUnder(String(catalog["/Pages"]), dictionary),
    references: Object.keys(objects).flatMap((key) => (key.startsWith("obj:") ? [key.slice(4)] : [])),
  };
}

function pagesUnder(node: string, dictionary: PdfFile["dictionary"]): readonly string[] {
  const own = dictionary(node);
  return own["/Type"] === "/Page" ? [node] : asArray(own["/Kids"]).flatMap((kid) => pagesUnder(String(kid), dictionary));
}

export interface TagTree {
  readonly root: Tagged;
  /** all elements in reading order */
  readonly all: readonly Tagged[];
  /** text of artifacts, by page from 1 */
  readonly artifacts: readonly string[];
  /** operators that paint outside of every marked content */
  readonly strays: readonly string[];
  /** marked content that the tree does not name, or names twice */
  readonly lost: readonly string[];
}

/** The tags with their words, out of structure tree, page contents and the fonts' ToUnicode maps. */
export function readTags(file: PdfFile): TagTree {
  const contents = file.pages.map((page, index) => readContent(file, page, index + 1));
  const taken = new Map<string, number>();
  const root = asArray(file.dictionary(file.catalog["/StructTreeRoot"])["/K"])[0] ?? file.dictionary(file.catalog["/StructTreeRoot"])["/K"];
  const tree = readElement(file, root ?? null, contents, taken);
  const marks = contents.flatMap(({ marks: ofPage }, page) => [...ofPage.keys()].map((mark) => `${page + 1}/${mark}`));
  return {
    root: tree,
    all: everyOf(tree),
    artifacts: contents.map((one) => one.artifact),
    strays: contents.flatMap((one) => one.strays),
    lost: marks.filter((mark) => taken.get(mark) !== 1),
  };
}

export function everyOf(element: Tagged): readonly Tagged[] {
  return [element, ...element.kids.flatMap(everyOf)];
}

function readElement(file: PdfFile, reference: Json, contents: readonly PageContent[], taken: Map<string, number>): Tagged {
  const own = file.dictionary(reference);
  const kids: Tagged[] = [];
  const annotations: string[] = [];
  let text = "";
  let said = "";
  let place: Place | null = null;
  const takeMark = (page: Json | undefined, mark: number) => {
    const index = file.pages.indexOf(String(page));
    const content = contents[index]?.marks.get(mark);
    taken.set(`${index + 1}/${mark}`, (taken.get(`${index + 1}/${mark}`) ?? 0) + 1);
    if (!content) throw new Error(`Marked content ${mark} of page ${index + 1} is not there.`);
    text += content.text;
    said += content.text;
    place ??= content.y === null ? null : { page: index + 1, y: content.y };
  };
  for (const kid of asArray(own["/K"])) {
    if (typeof kid === "number") takeMark(own["/Pg"], kid);
    else {
      const found = file.dictionary(kid);
      if (found["/Type"] === "/MCR") takeMark(found["/Pg"] ?? own["/Pg"], Number(found["/MCID"]));
      else if (found["/Type"] === "/OBJR") annotations.push(String(found["/Obj"]));
      else {
        if (found["/P"] !== reference) throw new Error(`Element ${String(kid)} does not name its parent.`);
        const child = readElement(file, kid, contents, taken);
        kids.push(child);
        text += child.text;
        place ??= child.place;
      }
    }
  }
  const attributes = attributesOf(file, own);
  const language = own["/Lang"] === undefined ? null : stringOf(own["/Lang"]);
  return {
    tag: String(own["/S"]).slice(1),
    alt: own["/Alt"] === undefined ? null : stringOf(own["/Alt"]),
    language,
    scope: typeof attributes["/Scope"] === "string" ? attributes["/Scope"].slice(1) : null,
    summary: attributes["/Summary"] === undefined ? null : stringOf(attributes["/Summary"]),
    kids,
    own: said,
    text,
    place,
    annotations,
  };
}

function attributesOf(file: PdfFile, element: Dictionary): Dictionary {
  const classes = file.dictionary(file.dictionary(file.catalog["/StructTreeRoot"])["/ClassMap"]);
  const named = asArray(element["/C"]).map((name) => file.dictionary(classes[String(name)]));
  return Object.assign({}, ...named, ...asArray(element["/A"]).map((one) => file.dictionary(one))) as Dictionary;
}

interface PageContent {
  readonly marks: ReadonlyMap<number, { readonly text: string; readonly y: number | null }>;
  readonly artifact: string;
  readonly strays: readonly string[];
}

const token = /\((?:\\[\s\S]|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|\[|\]|\/[^\s()<>[\]/%]*|[^\s()<>[\]/%]+/g;
const painting = new Set(["Tj", "TJ", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "BI"]);

function readContent(file: PdfFile, reference: string, page: number): PageContent {
  const own = file.dictionary(reference);
  const fonts = file.dictionary(file.dictionary(own["/Resources"])["/Font"]);
  const maps = new Map(Object.entries(fonts).map(([name, font]) => [name, toUnicode(file.data(file.dictionary(font)["/ToUnicode"]))]));
  const data = asArray(own["/Contents"]).map((part) => file.data(part)).join("\n");
  const marks = new Map<number, { text: string; y: number | null }>();
  const strays: string[] = [];
  let artifact = "";
  let open: number | "artifact" | null = null;
  let map: ReadonlyMap<number, string> = new Map();
  let y = 0;
  let before: string[] = [];
  for (const [word] of data.matchAll(token)) {
    if (word === "BDC" || word === "BMC") {
      if (open !== null) throw new Error(`Marked content is nested on page ${page}.`);
      const mark = before.indexOf("/MCID");
      open = mark === -1 ? "artifact" : Number(before[mark + 1]);
      if (mark === -1 && !before.includes("/Artifact")) throw new Error(`Content of page ${page} is neither tagged nor an artifact.`);
      if (typeof open === "number") marks.set(open, { text: "", y: null });
    } else if (word === "EMC") open = null;
    else if (word === "BT") y = 0;
    else if (word === "Tf") map = maps.get(before.at(-2) ?? "") ?? new Map();
    else if (word === "Td") y += Number(before.at(-1));
    else if (painting.has(word)) {
      const words = word === "Tj" ? shown(before.at(-1) ?? "", map) : "";
      if (open === null) strays.push(`page ${page}: ${word} ${words}`);
      else if (open === "artifact") artifact += words;
      else {
        const mark = marks.get(open);
        if (mark) marks.set(open, { text: mark.text + words, y: mark.y ?? (word === "Tj" ? y : null) });
      }
    }
    before = /^[A-Za-z*']+$/.test(word) ? [] : [...before, word];
  }
  return { marks, artifact, strays };
}

/** The words of a shown string: two bytes a glyph. */
function shown(literal: string, map: ReadonlyMap<number, string>): string {
  const bytes = literal.slice(1, -1).replace(/\\([\s\S])/g, (_, sign: string) => ({ n: "\n", r: "\r" })[sign] ?? sign);
  let text = "";
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const glyph = (bytes.charCodeAt(at) << 8) | bytes.charCodeAt(at + 1);
    const said = map.get(glyph);
    if (said === undefined) throw new Error(`Glyph ${glyph} says nothing.`);
    text += said;
  }
  return text;
}

function toUnicode(cmap: string): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  for (const [, body = ""] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, from = "", to = ""] of body.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) map.set(Number.parseInt(from, 16), fromUtf16(to));
  }
  for (const [, body = ""] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = "", last = "", to = ""] of body.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      for (let own = Number.parseInt(first, 16), step = 0; own <= Number.parseInt(last, 16); own += 1, step += 1) {
        const units = fromUtf16(to);
        map.set(own, units.slice(0, -1) + String.fromCharCode(units.charCodeAt(units.length - 1) + step));
      }
    }
  }
  return map;
}

function fromUtf16(digits: string): string {
  return Buffer.from(digits, "hex").swap16().toString("utf16le");
}

/** A string of qpdf's JSON: `u:` before text, `b:` before hexadecimal bytes. */
export function stringOf(value: Json | undefined): string {
  if (typeof value !== "string") throw new Error(`${JSON.stringify(value)} is no string.`);
  return value.startsWith("u:") ? value.slice(2) : Buffer.from(value.slice(2), "hex").toString("latin1");
}

export function asArray(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly Json[]) : [value];
}

function asDictionary(value: Json): Dictionary {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Dictionary) : {};
}

function isReference(value: Json | undefined): value is string {
  return typeof value === "string" && /^\d+ \d+ R$/.test(value);
}
