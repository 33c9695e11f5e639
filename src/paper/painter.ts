import type { PaperFont } from "./cid-font.ts";
import { pdfNumber, pdfNumbers } from "./pdf-values.ts";
import type { PdfWriter } from "./pdf-writer.ts";
import type { StructureElement, StructureWriter } from "./structure.ts";

export type Point = readonly [x: number, y: number];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Red, green and blue of sRGB, 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Characters of one look, side by side. */
export interface Run<Face extends string, Colour extends string> {
  readonly text: string;
  readonly style: {
    readonly face: Face;
    /** in points */
    readonly size: number;
    readonly colour: Colour;
  };
  /** in the form between Latin letters, where the font has one */
  readonly isNarrow: boolean;
  /** in points: how far the next run stands from this one's start */
  readonly width: number;
}

export interface Stroke<Colour extends string = string> {
  readonly colour: Colour;
  /** in points */
  readonly width: number;
  readonly dash?: readonly number[];
}

export type Shape =
  | { readonly kind: "box"; readonly box: Box }
  | { readonly kind: "circle"; readonly centre: Point; readonly radius: number }
  | { readonly kind: "polygon"; readonly points: readonly Point[] }
  /** the part of the first that is not in the second */
  | { readonly kind: "ring"; readonly outer: readonly Point[]; readonly inner: readonly Point[] };

/** Draws on the current page. x and y count from its upper left corner, downwards, in points. */
export interface Painter<Face extends string = string, Colour extends string = string> {
  readonly width: number;
  readonly height: number;
  readonly page: () => number;
  readonly newPage: () => void;
  /** back to a page that is already there, to add to it */
  readonly turnTo: (page: number) => void;
  /** what is drawn from now on is content of `element` */
  readonly tell: (element: StructureElement) => void;
  /** what `paint` draws is an artifact, no content: rules, running heads, repeated heads */
  readonly adorn: (paint: () => void, role?: "Header" | "Footer") => void;
  /** each character must be one that its font has */
  readonly text: (runs: readonly Run<Face, Colour>[], x: number, baseline: number) => void;
  /** fills `shape` */
  readonly paint: (shape: Shape, colour: Colour) => void;
  readonly stroke: (shape: Shape, stroke: Stroke<Colour>) => void;
  readonly line: (from: Point, to: Point, stroke: Stroke<Colour>) => void;
  /** what `paint` draws is seen only inside `shape` */
  readonly within: (shape: Shape, paint: () => void) => void;
  /** closes what is open on the current page */
  readonly close: () => void;
}

export function createPainter<Face extends string, Colour extends string>(
  writer: PdfWriter,
  structure: StructureWriter,
  fonts: Readonly<Record<Face, PaperFont>>,
  palette: Readonly<Record<Colour, Rgb>>,
): Painter<Face, Colour> {
  const { width, height } = writer;
  const operands = operandsOf(palette);
  const names = new Map<Face, string>();
  let page = 1;
  let told: StructureElement | null = null;
  let inArtifact = false;
  // The graphics state as the page's operators have left it; "" where that is not known.
  let filled = "";
  let stroked = "";
  let font = "";
  const forget = () => {
    filled = "";
    stroked = "";
    font = "";
  };

  const close = () => {
    if (told) writer.draw("EMC");
    told = null;
  };
  const go = (target: number) => {
    close();
    page = target;
    forget();
    writer.turnTo(target);
  };
  const fillWith = (colour: Colour): string => {
    const operator = `${operands[colour]} rg `;
    const change = operator === filled ? "" : operator;
    filled = operator;
    return change;
  };
  const strokeWith = (stroke: Stroke<Colour>): string => {
    const operator = strokeOf(stroke, operands[stroke.colour]);
    const change = operator === stroked ? "" : operator;
    stroked = operator;
    return change;
  };
  const fontName = (face: Face) => {
    const name = names.get(face) ?? writer.claimFont(Object.keys(fonts).indexOf(face));
    names.set(face, name);
    return name;
  };
  const setIn = ({ style }: Run<Face, Colour>): string => {
    const operator = `/${fontName(style.face)} ${pdfNumber(style.size)} Tf `;
    const change = operator === font ? "" : operator;
    font = operator;
    return change;
  };
  return {
    width,
    height,
    page: () => page,
    newPage: () => {
      close();
      writer.addPage();
      go(writer.pageCount());
    },
    turnTo: go,
    tell: (element) => {
      if (told === element || inArtifact) return;
      close();
      writer.draw(`/${element.tag} <</MCID ${structure.mark(element, page)}>> BDC`);
      told = element;
    },
    adorn: (paint, role) => {
      if (inArtifact) return paint();
      close();
      writer.draw(role ? `/Artifact <</Type /Pagination /Subtype /${role}>> BDC` : "/Artifact <</Type /Layout>> BDC");
      inArtifact = true;
      paint();
      inArtifact = false;
      writer.draw("EMC");
    },
    text: (runs, x, baseline) => {
      let operators = "";
      let start = x;
      let at = x;
      for (const run of runs) {
        const move = operators === "" ? pdfNumbers(at, height - baseline) : pdfNumbers(at - start, 0);
        start = at;
        at += run.width;
        const { face, colour } = run.style;
        operators += `${fillWith(colour)}${setIn(run)}${move} Td (${fonts[face].encode(run.text, run.isNarrow)}) Tj `;
      }
      if (operators !== "") writer.draw(`BT ${operators}ET`);
    },
    paint: (shape, colour) => {
      writer.draw(`${fillWith(colour)}${pathOf(shape, height)} f*`);
    },
    stroke: (shape, stroke) => writer.draw(`${strokeWith(stroke)}${pathOf(shape, height)} S`),
    line: (from, to, stroke) => writer.draw(`${strokeWith(stroke)}${moveTo(from, height)} ${lineTo(to, height)} S`),
    within: (shape, paint) => {
      writer.draw(`q ${pathOf(shape, height)} W* n`);
      paint();
      writer.draw("Q");
      forget();
    },
    close,
  };
}

/** Each colour as operands, written once. */
function operandsOf<Colour extends string>(palette: Readonly<Record<Colour, Rgb>>): Readonly<Record<Colour, string>> {
  const all = Object.entries<Rgb>(palette).map(([name, channels]) => [name, channels.map((channel) => pdfNumber(channel / 255)).join(" ")]);
  return Object.fromEntries(all) as Record<Colour, string>;
}

function strokeOf({ width, dash }: Stroke, operands: string): string {
  return `${operands} RG ${pdfNumber(width)} w [${dash ? pdfNumbers(...dash) : ""}] 0 d `;
}

function moveTo([x, y]: Point, height: number): string {
  return `${pdfNumbers(x, height - y)} m`;
}

function lineTo([x, y]: Point, height: number): string {
  return `${pdfNumbers(x, height - y)} l`;
}

function pathOf(shape: Shape, height: number): string {
  switch (shape.kind) {
    case "box":
      return `${pdfNumbers(shape.box.x, height - shape.box.y - shape.box.height, shape.box.width, shape.box.height)} re`;
    case "polygon":
      return polygon(shape.points, height);
    case "ring":
      return `${polygon(shape.outer, height)} ${polygon(shape.inner, height)}`;
    case "circle":
      return circle(shape.centre, shape.radius, height);
  }
}

function polygon(points: readonly Point[], height: number): string {
  return `${points.map((point, index) => (index === 0 ? moveTo(point, height) : lineTo(point, height))).join(" ")} h`;
}

/** Four cubic arcs; the handle length 0.5523 r keeps the error below 0.03 %. */
function circle([x, y]: Point, radius: number, height: number): string {
  const c = radius * 0.5523;
  const Y = height - y;
  return [
    `${pdfNumbers(x + radius, Y)} m`,
    `${pdfNumbers(x + radius, Y + c, x + c, Y + radius, x, Y + radius)} c`,
    `${pdfNumbers(x - c, Y + radius, x - radius, Y + c, x - radius, Y)} c`,
    `${pdfNumbers(x - radius, Y - c, x - c, Y - radius, x, Y - radius)} c`,
    `${pdfNumbers(x + c, Y - radius, x + radius, Y - c, x + radius, Y)} c h`,
  ].join(" ");
}
