import type { Fragment } from "./break-lines.ts";
import type { Face, FontSet } from "./font-set.ts";
import { colours, type Colour } from "./look.ts";
import { pdfNumber, pdfNumbers } from "./pdf-values.ts";
import type { PdfWriter } from "./pdf-writer.ts";
import type { StructureElement, StructureTree } from "./structure.ts";

export type Point = readonly [x: number, y: number];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Stroke {
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
export interface Painter {
  readonly width: number;
  readonly height: number;
  readonly page: () => number;
  readonly newPage: () => void;
  /** back to a page that is already there, to add to it */
  readonly turnTo: (page: number) => void;
  /** what is drawn from now on is content of `element` */
  readonly tell: (element: StructureElement) => void;
  /** what `paint` draws is no content: rules, running heads, repeated heads */
  readonly adorn: (paint: () => void, role?: "Header" | "Footer") => void;
  readonly text: (fragments: readonly Fragment[], x: number, baseline: number) => void;
  readonly paint: (shape: Shape, colour: Colour) => void;
  readonly stroke: (shape: Shape, stroke: Stroke) => void;
  readonly line: (from: Point, to: Point, stroke: Stroke) => void;
  /** what `paint` draws is seen only inside `shape` */
  readonly within: (shape: Shape, paint: () => void) => void;
  /** closes what is open on the current page */
  readonly close: () => void;
}

export function createPainter(writer: PdfWriter, structure: StructureTree, fonts: FontSet): Painter {
  const { width, height } = writer;
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
  const strokeWith = (stroke: Stroke): string => {
    const operator = strokeOf(stroke);
    const change = operator === stroked ? "" : operator;
    stroked = operator;
    return change;
  };
  const fontName = (face: Face) => {
    const name = names.get(face) ?? writer.claimFont(face);
    names.set(face, name);
    return name;
  };
  const setIn = ({ style }: Fragment): string => {
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
    text: (fragments, x, baseline) => {
      let operators = "";
      let start = x;
      let at = x;
      for (const fragment of fragments) {
        const move = operators === "" ? pdfNumbers(at, height - baseline) : pdfNumbers(at - start, 0);
        start = at;
        at += fragment.width;
        const { face, colour } = fragment.style;
        operators += `${fillWith(colour)}${setIn(fragment)}${move} Td (${fonts.fonts[face].encode(fragment.text, fragment.isNarrow)}) Tj `;
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
const operands = Object.fromEntries(
  Object.entries(colours).map(([name, channels]) => [name, channels.map((channel) => pdfNumber(channel / 255)).join(" ")]),
) as Readonly<Record<Colour, string>>;

function strokeOf({ colour, width, dash }: Stroke): string {
  return `${operands[colour]} RG ${pdfNumber(width)} w [${dash ? pdfNumbers(...dash) : ""}] 0 d `;
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
