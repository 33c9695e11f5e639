import { damaged } from "./fault.ts";

/** What stands in an XML file, in its order; names without their namespace prefix. */
export type XmlPiece =
  | { readonly kind: "open"; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "close"; readonly name: string };

/** Deeper than any part of a workbook that is read. */
const mostDepth = 200;

/**
 * Reads the XML that workbooks are made of: no document type, hence no entities but the five and numbers. Calls `see`
 * for each piece, at once and without recursion. Throws SheetFault.
 */
export function readXml(bytes: Uint8Array, see: (piece: XmlPiece) => void): void {
  const xml = decode(bytes);
  const open: string[] = [];
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf("<", at);
    const end = start < 0 ? xml.length : start;
    if (end > at && open.length > 0) see({ kind: "text", text: plain(xml.slice(at, end)) });
    if (start < 0) break;
    if (xml.startsWith("<![CDATA[", start)) {
      at = after(xml, "]]>", start);
      see({ kind: "text", text: xml.slice(start + 9, at - 3).replace(/\r\n?/g, "\n") });
    } else if (xml.startsWith("<!--", start)) at = after(xml, "-->", start + 4);
    else if (xml.startsWith("<?", start)) at = after(xml, "?>", start);
    else if (xml.startsWith("<!", start)) throw damaged("it declares a document type");
    else at = readTag(xml, start, open, see);
  }
  if (open.length > 0) throw damaged("an element in it is not closed");
}

const tag = /<(\/?)([^\s/>=<"']+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;

function readTag(xml: string, start: number, open: string[], see: (piece: XmlPiece) => void): number {
  tag.lastIndex = start;
  const match = tag.exec(xml);
  if (!match) throw damaged("its XML is not well formed");
  const [all, closing, whole = "", attributes = "", empty] = match;
  const name = local(whole);
  if (closing) {
    if (open.pop() !== whole) throw damaged("its XML is not well formed");
    see({ kind: "close", name });
  } else {
    see({ kind: "open", name, attributes: attributesOf(attributes) });
    if (empty) see({ kind: "close", name });
    else if (open.push(whole) > mostDepth) throw damaged("its XML is nested too deeply");
  }
  return start + all.length;
}

/** By their whole names, as `id` and `r:id` are two. */
function attributesOf(text: string): Readonly<Record<string, string>> {
  const found = [...text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  return Object.fromEntries(found.map(([, name = "", double, single]) => [name, plain(double ?? single ?? "")]));
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function plain(text: string): string {
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  if (!lines.includes("&")) return lines;
  return lines.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));|&/gi, (_all, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined && Object.hasOwn(entities, name)) return entities[name] ?? "";
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (!(code <= 0x10ffff)) throw damaged("its XML names a character that does not exist");
    return String.fromCodePoint(code);
  });
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  if (found < 0) throw damaged("its XML ends too early");
  return found + mark.length;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw damaged("its XML is not UTF-8");
  }
}
