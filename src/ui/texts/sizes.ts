const units = [
  ["GB", 1e9],
  ["MB", 1e6],
  ["kB", 1e3],
] as const;

/** "10.7 GB", "812 kB", "96 bytes": decimal units, one decimal below a hundred. `one` names the byte. */
export function sizeText(bytes: number, one: string): string {
  for (const [unit, length] of units) {
    const size = bytes / length;
    if (size >= 0.9995) return `${size < 99.95 ? size.toFixed(1) : Math.round(size)} ${unit}`;
  }
  return `${Math.round(bytes)} ${one}`;
}
