/**
 * An ICC version 2 matrix profile of sRGB, computed from what IEC 61966-2-1 publishes: primaries, white point and curve.
 * White is adapted to D50 by the Bradford matrix (ICC.1:2001-04, annex E).
 */
export function writeSrgbProfile(): Uint8Array {
  const [red, green, blue] = columnsOf(adaptedPrimaries());
  const curve = curveTag();
  const tags: readonly (readonly [string, Uint8Array])[] = [
    ["desc", descriptionTag("sRGB")],
    ["cprt", textTag("No copyright")],
    ["wtpt", xyzTag(d50)],
    ["rXYZ", xyzTag(red)],
    ["gXYZ", xyzTag(green)],
    ["bXYZ", xyzTag(blue)],
  ];
  const table = 128 + 4 + (tags.length + 3) * 12;
  const size = table + tags.reduce((sum, [, tag]) => sum + tag.length, 0) + curve.length;
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  writeHeader(bytes, view);
  view.setUint32(128, tags.length + 3);
  let at = table;
  for (const [index, [name, tag]] of [...tags, ["rTRC", curve] as const].entries()) {
    writeEntry(bytes, view, index, name, at, tag.length);
    bytes.set(tag, at);
    if (name !== "rTRC") at += tag.length;
  }
  writeEntry(bytes, view, tags.length + 1, "gTRC", at, curve.length);
  writeEntry(bytes, view, tags.length + 2, "bTRC", at, curve.length);
  return bytes;
}

type Vector = readonly [number, number, number];
type Matrix = readonly [Vector, Vector, Vector];

const d50: Vector = [0.9642, 1, 0.8249];
const bradford: Matrix = [
  [0.8951, 0.2664, -0.1614],
  [-0.7502, 1.7135, 0.0367],
  [0.0389, -0.0685, 1.0296],
];

function adaptedPrimaries(): Matrix {
  const chromaticities: readonly (readonly [number, number])[] = [
    [0.64, 0.33],
    [0.3, 0.6],
    [0.15, 0.06],
  ];
  const [r, g, b] = chromaticities.map(toXyz);
  const white = toXyz([0.3127, 0.329]);
  if (!r || !g || !b) return [d50, d50, d50];
  const primaries: Matrix = [
    [r[0], g[0], b[0]],
    [r[1], g[1], b[1]],
    [r[2], g[2], b[2]],
  ];
  const scale = times(inverse(primaries), white);
  const unadapted = product(primaries, diagonal(scale));
  const from = times(bradford, white);
  const to = times(bradford, d50);
  const gains = diagonal([to[0] / from[0], to[1] / from[1], to[2] / from[2]]);
  return product(inverse(bradford), product(gains, product(bradford, unadapted)));
}

function diagonal([x, y, z]: Vector): Matrix {
  return [
    [x, 0, 0],
    [0, y, 0],
    [0, 0, z],
  ];
}

function toXyz([x, y]: readonly [number, number]): Vector {
  return [x / y, 1, (1 - x - y) / y];
}

function times(matrix: Matrix, [x, y, z]: Vector): Vector {
  const row = ([a, b, c]: Vector) => a * x + b * y + c * z;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

function columnsOf([a, b, c]: Matrix): Matrix {
  return [
    [a[0], b[0], c[0]],
    [a[1], b[1], c[1]],
    [a[2], b[2], c[2]],
  ];
}

function product(left: Matrix, right: Matrix): Matrix {
  const [a, b, c] = columnsOf(right);
  return columnsOf([times(left, a), times(left, b), times(left, c)]);
}

function inverse([[a, b, c], [d, e, f], [g, h, i]]: Matrix): Matrix {
  const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  const over = (value: number) => value / determinant;
  return [
    [over(e * i - f * h), over(c * h - b * i), over(b * f - c * e)],
    [over(f * g - d * i), over(a * i - c * g), over(c * d - a * f)],
    [over(d * h - e * g), over(b * g - a * h), over(a * e - b * d)],
  ];
}

function writeHeader(bytes: Uint8Array, view: DataView): void {
  view.setUint32(0, bytes.length);
  view.setUint32(8, 0x02100000);
  writeLetters(bytes, 12, "mntrRGB XYZ ");
  for (const [index, part] of [2026, 1, 1].entries()) view.setUint16(24 + index * 2, part);
  writeLetters(bytes, 36, "acsp");
  for (const [index, part] of d50.entries()) view.setInt32(68 + index * 4, Math.round(part * 65536));
}

function writeEntry(bytes: Uint8Array, view: DataView, index: number, name: string, offset: number, size: number): void {
  const at = 132 + index * 12;
  writeLetters(bytes, at, name);
  view.setUint32(at + 4, offset);
  view.setUint32(at + 8, size);
}

function writeLetters(bytes: Uint8Array, at: number, letters: string): void {
  for (let index = 0; index < letters.length; index++) bytes[at + index] = letters.charCodeAt(index);
}

function xyzTag(xyz: Vector): Uint8Array {
  const bytes = new Uint8Array(20);
  const view = new DataView(bytes.buffer);
  writeLetters(bytes, 0, "XYZ ");
  for (const [index, part] of xyz.entries()) view.setInt32(8 + index * 4, Math.round(part * 65536));
  return bytes;
}

function textTag(text: string): Uint8Array {
  const bytes = new Uint8Array((8 + text.length + 1 + 3) & ~3);
  writeLetters(bytes, 0, "text");
  writeLetters(bytes, 8, text);
  return bytes;
}

function descriptionTag(text: string): Uint8Array {
  const bytes = new Uint8Array((12 + text.length + 1 + 8 + 3 + 67 + 3) & ~3);
  writeLetters(bytes, 0, "desc");
  new DataView(bytes.buffer).setUint32(8, text.length + 1);
  writeLetters(bytes, 12, text);
  return bytes;
}

/** 256 samples of the sRGB transfer function. */
function curveTag(): Uint8Array {
  const bytes = new Uint8Array(12 + 512);
  const view = new DataView(bytes.buffer);
  writeLetters(bytes, 0, "curv");
  view.setUint32(8, 256);
  for (let index = 0; index < 256; index++) {
    const value = index / 255;
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    view.setUint16(12 + index * 2, Math.round(linear * 65535));
  }
  return bytes;
}
