/**
 * JSON with keys in code-unit order, no white space and no undefined members, after RFC 8785 (JCS), so that a stranger
 * with any JSON library can recompute a hash. Throws RangeError on what JSON cannot say (NaN, functions, lone surrogates).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError("JSON has no such number");
    return JSON.stringify(value);
  }
  if (typeof value === "string") {
    if (!value.isWellFormed()) throw new RangeError("a lone surrogate has no UTF-8");
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${Array.from(value, (member) => canonicalJson(member)).join(",")}]`;
  if (typeof value === "object") {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`);
    return `{${members.join(",")}}`;
  }
  throw new RangeError(`JSON cannot say a ${typeof value}`);
}
