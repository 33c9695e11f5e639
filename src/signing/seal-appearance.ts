import { writeNumber } from "./pdf/write-value.ts";

/** Red, green, blue from 0 to 1. */
export type Rgb = readonly [number, number, number];

/** What a visible signature field shows: a frame and a seal box, as lines without text. */
export interface SealAppearance {
  readonly frame: Rgb;
  readonly seal: Rgb;
}

/** Ink and the red of a seal. */
export const plainSeal: SealAppearance = { frame: [0.17, 0.16, 0.15], seal: [0.7, 0.15, 0.12] };

/** The appearance as a form XObject in source form, for a field of this size in points. */
export function sealAppearance(width: number, height: number, colours: SealAppearance): string {
  const content = `${frame(width, height, colours.frame)}\n${seal(width, height, colours.seal)}`;
  const box = `[0 0 ${writeNumber(width)} ${writeNumber(height)}]`;
  return `<</Type /XObject /Subtype /Form /BBox ${box} /Resources <<>> /Length ${content.length}>>\nstream\n${content}\nendstream`;
}

function frame(width: number, height: number, colour: Rgb): string {
  return `q ${triple(colour)} RG 0.5 w ${rectangle(0.5, 0.5, width - 1, height - 1)} S Q`;
}

/** A square chop at the left: a heavy and a fine border, and inside the pan and beam of a balance. */
function seal(width: number, height: number, colour: Rgb): string {
  const side = Math.max(0, Math.min(height - 8, width - 8, 48));
  const left = 4;
  const bottom = (height - side) / 2;
  const at = (x: number, y: number): string => `${writeNumber(left + x * side)} ${writeNumber(bottom + y * side)}`;
  const line = (from: readonly [number, number], ...to: readonly (readonly [number, number])[]): string =>
    `${at(...from)} m ${to.map((point) => `${at(...point)} l`).join(" ")} S`;
  return [
    `q ${triple(colour)} RG 1 j 1 J ${writeNumber(side / 24)} w`,
    `${rectangle(left, bottom, side, side)} S`,
    `${writeNumber(side / 48)} w ${rectangle(left + side * 0.08, bottom + side * 0.08, side * 0.84, side * 0.84)} S`,
    `${writeNumber(side / 20)} w`,
    line([0.5, 0.2], [0.5, 0.8]),
    line([0.22, 0.68], [0.78, 0.68]),
    line([0.22, 0.68], [0.14, 0.42], [0.3, 0.42], [0.22, 0.68]),
    line([0.78, 0.68], [0.7, 0.42], [0.86, 0.42], [0.78, 0.68]),
    line([0.34, 0.2], [0.66, 0.2]),
    "Q",
  ].join("\n");
}

const triple = (colour: Rgb): string => colour.map((part) => writeNumber(Math.min(1, Math.max(0, part)))).join(" ");

function rectangle(x: number, y: number, width: number, height: number): string {
  return `${[x, y, Math.max(0, width), Math.max(0, height)].map(writeNumber).join(" ")} re`;
}
