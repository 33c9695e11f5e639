import type { PdfValue } from "./values.ts";

/** The value as PDF source, in characters of one byte each. A stream cannot be written this way and throws TypeError. */
export function writeValue(value: PdfValue): string {
  switch (value.kind) {
    case "null":
      return "null";
    case "boolean":
      return String(value.value);
    case "number":
      return writeNumber(value.value);
    case "name":
      return writeName(value.name);
    case "string":
      return `<${Array.from(value.bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}>`;
    case "array":
      return `[${value.items.map(writeValue).join(" ")}]`;
    case "dict":
      return `<<${[...value.entries].map(([key, inner]) => `${writeName(key)} ${writeValue(inner)}`).join("\n")}>>`;
    case "ref":
      return `${value.number} ${value.generation} R`;
    case "stream":
      throw new TypeError("a stream is written with its data");
    default:
      return value satisfies never;
  }
}

/** Without an exponent, which PDF does not know. */
export function writeNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(6).replace(/\.?0+$/, "");
}

function writeName(text: string): string {
  const escaped = Array.from(text, (sign) => (/[!-~]/.test(sign) && !/[()<>[\]{}/%#]/.test(sign) ? sign : `#${sign.charCodeAt(0).toString(16).padStart(2, "0")}`));
  return `/${escaped.join("")}`;
}
