import type { Draw } from "./random.ts";

type Mutator = (bytes: Uint8Array, draw: Draw) => Uint8Array;

/** One to four changes, each of a kind that damage, haste or malice makes. */
export function mutate(bytes: Uint8Array, draw: Draw, mutators: readonly Mutator[]): Uint8Array {
  const times = 1 + draw.below(draw.next() < 0.5 ? 1 : 4);
  let changed = bytes;
  for (let time = 0; time < times; time += 1) changed = draw.oneOf(mutators)(changed, draw);
  return changed;
}

const encoder = new TextEncoder();
const huge = ["1e309", "-1e309", "9007199254740993", "0x7fffffffffffffff", "1".repeat(400), "-0", "NaN", ".inf", "1e-400", "00012", "0o17"];
const odd = ["__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "", " ", "null", "true", "[]", "{}", "~", "*a", "&a", "<<", "!!js/function", "!!binary aGk=", "\u0000", "\u202e", "\ufeff", "\u2028", "e\u0301"];

export const byteMutators: readonly Mutator[] = [flipBits, truncate, dropPiece, doublePiece, overwrite, swapPieces, insertBytes];

/** For text that is read line by line and token by token. */
export const textMutators: readonly Mutator[] = [
  ...byteMutators,
  onLines((lines, draw) => lines.toSpliced(draw.below(lines.length), 1 + draw.below(3))),
  onLines((lines, draw) => lines.toSpliced(draw.below(lines.length), 0, draw.oneOf(lines))),
  onLines(swapLines),
  onLines(indentLine),
  onLines((lines, draw) => lines.toSpliced(draw.below(lines.length), 0, deep(draw))),
  onLines((lines, draw) => changeLine(lines, draw, (line) => line.replace(/[^:]+:/, `${draw.oneOf(odd)}:`))),
  onLines((lines, draw) => changeLine(lines, draw, (line) => line.replace(/: .*/, `: ${draw.oneOf([...odd, ...huge])}`))),
  onLines((lines, draw) => changeLine(lines, draw, (line) => line.replace(/-?\d+(\.\d+)?/, draw.oneOf(huge)))),
  onLines((lines, draw) => changeLine(lines, draw, (line) => line.replace(/: (?=\S)/, `: &a${draw.below(3)} `))),
  onLines((lines, draw) => changeLine(lines, draw, (line) => line.replace(/: .*/, `: *a${draw.below(3)}`))),
  onLines((lines, draw) => changeLine(lines, draw, () => `x${draw.below(9)}: &b [${"*b, ".repeat(draw.below(50))}]`)),
  onLines(laugh),
  swapValues,
  loneSurrogate,
  reencode,
];

/** For JSON: keys and values anywhere in the tree. */
export const jsonMutators: readonly Mutator[] = [...textMutators, onTree(setOdd), onTree(setOdd), onTree(dropKey), onTree(doubleItem), onTree(nestDeep)];

function flipBits(bytes: Uint8Array, draw: Draw): Uint8Array {
  const changed = bytes.slice();
  for (let left = 1 + draw.below(4); left > 0 && changed.length > 0; left -= 1) changed[draw.below(changed.length)]! ^= 1 << draw.below(8);
  return changed;
}

function truncate(bytes: Uint8Array, draw: Draw): Uint8Array {
  return bytes.slice(0, draw.below(bytes.length + 1));
}

function dropPiece(bytes: Uint8Array, draw: Draw): Uint8Array {
  const at = draw.below(bytes.length + 1);
  return join(bytes.subarray(0, at), bytes.subarray(at + 1 + draw.below(200)));
}

function doublePiece(bytes: Uint8Array, draw: Draw): Uint8Array {
  const at = draw.below(bytes.length + 1);
  const piece = bytes.subarray(at, at + 1 + draw.below(400));
  return join(bytes.subarray(0, at), piece, piece, bytes.subarray(at + piece.length));
}

function overwrite(bytes: Uint8Array, draw: Draw): Uint8Array {
  const changed = bytes.slice();
  const at = draw.below(bytes.length + 1);
  return changed.fill(draw.oneOf([0, 0x20, 0xff, 0x30, 0x7f]), at, at + 1 + draw.below(40));
}

function swapPieces(bytes: Uint8Array, draw: Draw): Uint8Array {
  const length = 1 + draw.below(60);
  const [one, other] = [draw.below(bytes.length + 1), draw.below(bytes.length + 1)].toSorted((a, b) => a - b) as [number, number];
  if (other - one < length) return flipBits(bytes, draw);
  return join(bytes.subarray(0, one), bytes.subarray(other, other + length), bytes.subarray(one + length, other), bytes.subarray(one, one + length), bytes.subarray(other + length));
}

function insertBytes(bytes: Uint8Array, draw: Draw): Uint8Array {
  const pieces = [[0], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xed, 0xa0, 0x80], [0xc0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0x0d], [0x09], [0x1b], [0x85]];
  const at = draw.next() < 0.3 ? 0 : draw.below(bytes.length + 1);
  return join(bytes.subarray(0, at), Uint8Array.from(draw.oneOf(pieces)), bytes.subarray(at));
}

function onLines(change: (lines: readonly string[], draw: Draw) => readonly string[]): Mutator {
  return (bytes, draw) => encoder.encode(change(new TextDecoder().decode(bytes).split("\n"), draw).join("\n"));
}

function changeLine(lines: readonly string[], draw: Draw, change: (line: string) => string): readonly string[] {
  const at = draw.below(lines.length);
  return lines.with(at, change(lines[at] ?? ""));
}

function swapLines(lines: readonly string[], draw: Draw): readonly string[] {
  const [one, other] = [draw.below(lines.length), draw.below(lines.length)];
  return lines.with(one, lines[other] ?? "").with(other, lines[one] ?? "");
}

function indentLine(lines: readonly string[], draw: Draw): readonly string[] {
  return changeLine(lines, draw, (line) => (draw.next() < 0.5 ? `${" ".repeat(1 + draw.below(9))}${line}` : line.trimStart()));
}

function deep(draw: Draw): string {
  const times = draw.oneOf([10, 100, 1000, 20_000]);
  return draw.oneOf([`d: ${"[".repeat(times)}`, `d: ${"{a: ".repeat(times)}`, `${"- ".repeat(times)}x`, `d: ${"[".repeat(times)}${"]".repeat(times)}`, `${"? ".repeat(times)}`]);
}

function laugh(lines: readonly string[], draw: Draw): readonly string[] {
  const rungs = Array.from({ length: 4 + draw.below(20) }, (_, rung) => `l${rung + 1}: &l${rung + 1} [${Array(2 + draw.below(9)).fill(`*l${rung}`).join(", ")}]`);
  return [...lines, "l0: &l0 ha", ...rungs];
}

/** Two values of `key: value` lines change places. */
function swapValues(bytes: Uint8Array, draw: Draw): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  const values = [...text.matchAll(/: ([^\n]+)/g)];
  if (values.length < 2) return flipBits(bytes, draw);
  const [one, other] = [draw.oneOf(values), draw.oneOf(values)].toSorted((a, b) => a.index - b.index) as [RegExpExecArray, RegExpExecArray];
  const between = text.slice(one.index + one[0].length, other.index);
  return encoder.encode(text.slice(0, one.index) + other[0] + between + one[0] + text.slice(other.index + other[0].length));
}

/** Half a character, as the three bytes that some encoders make of it. */
function loneSurrogate(bytes: Uint8Array, draw: Draw): Uint8Array {
  const at = draw.below(bytes.length + 1);
  const half = draw.next() < 0.5 ? Uint8Array.of(0xed, 0xa0 + draw.below(32), 0x80 + draw.below(64)) : encoder.encode(draw.oneOf(["\\ud800", "\\udc00\\ud800"]));
  return join(bytes.subarray(0, at), half, bytes.subarray(at));
}

/** The same text as another program would have saved it. */
function reencode(bytes: Uint8Array, draw: Draw): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  const wide = new Uint8Array(Buffer.from(text, "utf16le"));
  return draw.oneOf([
    () => join(Uint8Array.of(0xff, 0xfe), wide),
    () => wide,
    () => new Uint8Array(Buffer.from(text, "latin1")),
    () => encoder.encode(text.replaceAll("\n", "\r\n")),
    () => encoder.encode(text.replaceAll("\n", "\r")),
  ])();
}

type Tree = { [key: string]: unknown };

/** Changes one node somewhere in a JSON tree; bytes that are none are left to the others. */
function onTree(change: (node: Tree, key: string, draw: Draw) => void): Mutator {
  return (bytes, draw) => {
    try {
      const root = { root: JSON.parse(new TextDecoder().decode(bytes)) as unknown };
      let node: Tree = root;
      let key = "root";
      for (let depth = 1 + draw.below(8); depth > 0; depth -= 1) {
        const child = node[key];
        const keys = child !== null && typeof child === "object" ? Object.keys(child) : [];
        if (keys.length === 0) break;
        node = child as Tree;
        key = draw.oneOf(keys);
      }
      change(node, key, draw);
      return encoder.encode(JSON.stringify(root.root) ?? "");
    } catch {
      return flipBits(bytes, draw);
    }
  };
}

function setOdd(node: Tree, key: string, draw: Draw): void {
  const value = draw.oneOf<unknown>([null, true, 0, -1, 1e308, 2 ** 53, "", "__proto__", "x".repeat(10_000), [], {}, [[]], "\ud800", "2026-02-30", "\u0000", 0.1, Object.values(node)[0] ?? 1]);
  if (draw.next() < 0.2) Object.defineProperty(node, draw.oneOf(["__proto__", "constructor", "toString", "x"]), { value, enumerable: true, configurable: true, writable: true });
  else node[key] = value;
}

function dropKey(node: Tree, key: string): void {
  if (Array.isArray(node)) node.splice(Number(key), 1);
  else delete node[key];
}

function doubleItem(node: Tree, key: string, draw: Draw): void {
  if (Array.isArray(node)) node.splice(draw.below(node.length + 1), 0, node[Number(key)]);
  else node[`${key}2`] = node[key];
}

function nestDeep(node: Tree, key: string, draw: Draw): void {
  let value: unknown = node[key];
  for (let depth = draw.oneOf([5, 50, 500, 3000]); depth > 0; depth -= 1) value = draw.next() < 0.5 ? [value] : { a: value };
  node[key] = value;
}

function join(...pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}
