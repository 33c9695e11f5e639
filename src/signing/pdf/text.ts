import type { Instant } from "#domain";
import { type PdfString, type PdfValue, string } from "./values.ts";

/** A PDF text string as readable text: control characters removed, cut at 512 characters. Null for anything else. */
export function readText(value: PdfValue | undefined): string | null {
  if (value?.kind !== "string") return null;
  return tidy(decoded(value.bytes));
}

/** Text of a stranger made fit for one line: no control characters, no lone surrogates, at most 512 characters. */
export function tidy(text: string): string {
  return text.slice(0, 512).toWellFormed().replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, " ").trim();
}

/** UTF-16 with a byte order mark for what ASCII cannot say. */
export function textString(text: string): PdfString {
  if (/^[ -~]*$/.test(text)) return string(new TextEncoder().encode(text));
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return string(Uint8Array.from([0xfeff, ...units].flatMap((unit) => [unit >> 8, unit & 0xff])));
}

/** `D:20261121090000Z` of an instant; seconds, as PDF knows nothing finer. Throws RangeError for what is no instant. */
export function dateString(at: Instant): PdfString {
  const digits = new Date(at).toISOString().replace(/\.\d+Z$/, "").replace(/[-:T]/g, "");
  return string(new TextEncoder().encode(`D:${digits}Z`));
}

/** The instant of a PDF date (ISO 32000-1, 7.9.4), a missing zone read as UTC; null when it is none. */
export function readDate(value: PdfValue | undefined): Instant | null {
  const text = readText(value);
  const parts = text && /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)(?:00'?00'?)?|([+-])(\d\d)'?(?:(\d\d)'?)?)?$/.exec(text);
  if (!parts) return null;
  const [, year, month = "01", day = "01", hour = "00", minute = "00", second = "00", , sign, zoneHours = "00", zoneMinutes = "00"] = parts;
  const local = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`);
  if (Number.isNaN(local)) return null;
  const offset = (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60_000;
  return new Date(sign === "-" ? local + offset : sign === "+" ? local - offset : local).toISOString();
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder().decode(bytes);
  return new TextDecoder("latin1").decode(bytes);
}
