/** The text that `value` is, trimmed; null when it is blank or no text. A number is its digits. */
export function textOf(value: unknown): string | null {
  const text = typeof value === "number" || typeof value === "boolean" ? String(value) : typeof value === "string" ? value.trim() : "";
  return /\S/.test(text) ? text : null;
}

/** The number that `value` is or spells; null otherwise. */
export function numberOf(value: unknown): number | null {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : null;
}

/** Libraries are read as YAML 1.1 at home, where `yes` and `on` are true. */
export function isTrue(value: unknown): boolean {
  return value === true || (typeof value === "string" && /^(true|yes|on|y)$/i.test(value));
}

/** The texts of a list, or of one text parted by commas. */
export function textsOf(value: unknown): readonly string[] {
  const parts: readonly unknown[] = Array.isArray(value) ? value : (textOf(value)?.split(",") ?? []);
  return parts.flatMap((part) => textOf(part) ?? []);
}
