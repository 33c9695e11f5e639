/** Values as they are written into a PDF file. Strings of more than plain ASCII are hexadecimal or escaped: a bare carriage
 *  return inside a literal string is read as a line feed, and U+4E0D holds that byte. */

/** At most three decimals, never an exponent. */
export function pdfNumber(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? "0" : String(rounded);
}

/** Lengths in points, a hundredth of one being more than any printer can show. */
export function pdfNumbers(...values: readonly number[]): string {
  let text = "";
  for (const value of values) {
    const rounded = Math.round(value * 100) / 100;
    text += text === "" ? rounded + 0 : ` ${rounded + 0}`;
  }
  return text;
}

/** A text string: plain ASCII where that says it all, else UTF-16 with byte order mark. */
export function pdfText(text: string): string {
  return /^[\x20-\x27\x2A-\x5B\x5D-\x7E]*$/.test(text) ? `(${text})` : pdfUnicode(text);
}

export function pdfUnicode(text: string): string {
  return `<FEFF${utf16Hex(toPlainText(text))}>`;
}

/** A string of ASCII letters, such as a language or a date. */
export function pdfAscii(text: string): string {
  return `<${[...text].map((letter) => hex(letter.charCodeAt(0) & 0x7f, 2)).join("")}>`;
}

export function pdfName(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return `/${[...bytes].map((byte) => (isRegular(byte) ? String.fromCharCode(byte) : `#${hex(byte, 2)}`)).join("")}`;
}

export function pdfReference(object: number): string {
  return `${object} 0 R`;
}

export function utf16Hex(text: string): string {
  let digits = "";
  for (let index = 0; index < text.length; index++) digits += hex(text.charCodeAt(index), 4);
  return digits;
}

/** Two bytes as they stand inside a literal string. */
export function literalPair(value: number): string {
  return literalByte(value >> 8) + literalByte(value & 0xff);
}

function literalByte(byte: number): string {
  const letter = String.fromCharCode(byte);
  if (letter === "\r") return "\\r";
  if (letter === "\n") return "\\n";
  return "()\\".includes(letter) ? `\\${letter}` : letter;
}

export function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, "0");
}

export function bytesHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => hex(byte, 2)).join("");
}

/** What XML and every viewer can hold: controls, lone surrogates and non-characters become U+FFFD. */
export function toPlainText(text: string): string {
  return Array.from(text, (character) => (isPlain(character.codePointAt(0) ?? 0) ? character : "\uFFFD")).join("");
}

function isPlain(codePoint: number): boolean {
  if (codePoint < 0x20) return false;
  if (codePoint >= 0x7f && codePoint <= 0x9f) return false;
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return false;
  return (codePoint & 0xfffe) !== 0xfffe;
}

function isRegular(byte: number): boolean {
  return byte > 0x20 && byte < 0x7f && !"()<>[]{}/%#".includes(String.fromCharCode(byte));
}

/** `D:20261121090000+00'00'`, or null when `instant` is not one. */
export function pdfDate(instant: string): string | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?Z$/.exec(instant);
  return parts ? `D:${parts.slice(1).join("")}+00'00'` : null;
}
