import type { Block } from "#domain";
import type { Point, StructureElement } from "#paper";
import type { FlowItem, Piece } from "../flow.ts";
import { clamp, drawKnockout } from "../interval-bar.ts";
import { sizes } from "../look.ts";
import { setPlain } from "../measure-lines.ts";
import { drawLine, ownText, type OwnedText, type Press } from "../press.ts";
import { layBarRows } from "./bars.ts";
import { layCaption, layLegend } from "./caption.ts";

type RadarBlock = Extract<Block, { kind: "radar" }>;

const radius = 76;
const labelWidth = 118;

/** A web needs three axes; fewer are drawn as bars. */
export function* layRadar(press: Press, block: RadarBlock, leads: boolean): Iterable<FlowItem> {
  if (block.axes.length < 3) return yield* layBarRows(press, block, block.axes);
  yield* layCaption(press, press.structure.add(press.structure.root, "P"), block.title);
  yield web(press, block, press.structure.add(press.structure.root, "Figure", { alt: block.description }), leads);
  for (const piece of layLegend(press, block.legend)) yield leads && piece.kind === "piece" ? { ...piece, keepWithNext: true, mayPart: true } : piece;
}

interface Axis {
  readonly texts: readonly OwnedText[];
  readonly height: number;
  /** at share 1 */
  readonly direction: Point;
  readonly mark: RadarBlock["axes"][number]["mark"];
}

function web(press: Press, block: RadarBlock, figure: StructureElement, leads: boolean): Piece {
  const axes = block.axes.map((axis, index): Axis => {
    const angle = (index / block.axes.length) * 2 * Math.PI;
    const texts = [
      setPlain(axis.label, { face: "sans", size: sizes.tiny, colour: "ink" }, labelWidth, "table", press.fonts),
      setPlain(axis.mark.label, { face: "sansBold", size: sizes.tiny, colour: "ink" }, labelWidth, "table", press.fonts),
    ].map((set) => ownText(set, figure));
    const height = texts.reduce((sum, { set }) => sum + set.lines.length * set.lineHeight, 0);
    return { texts, height, direction: [round(Math.sin(angle)), round(-Math.cos(angle))], mark: axis.mark };
  });
  const above = Math.max(...axes.map(({ direction, height }) => -direction[1] * (radius + 9) + labelRise(direction, height)), radius);
  const below = Math.max(...axes.map(({ direction, height }) => direction[1] * (radius + 9) + height - labelRise(direction, height)), radius);
  return {
    kind: "piece",
    height: above + below + 8,
    before: 8,
    keepWithNext: leads || block.legend !== "",
    draw: (top) => {
      const { left, width } = press.frame;
      const centre: Point = [left + width / 2, top + above + 4];
      figure.box = [left, press.painter.height - top - above - below - 8, left + width, press.painter.height - top];
      press.painter.tell(figure);
      drawWeb(press, axes, centre);
      for (const axis of axes) drawLabel(press, axis, centre);
    },
  };
}

/** Sines differ in their last bits between engines. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** How much of a label of `height` stands above the point it belongs to. */
function labelRise([, y]: Point, height: number): number {
  return y < -0.35 ? height : y > 0.35 ? 0 : height / 2;
}

function drawWeb({ painter }: Press, axes: readonly Axis[], centre: Point): void {
  const at = ({ direction }: Axis, share: number): Point => [centre[0] + direction[0] * radius * share, centre[1] + direction[1] * radius * share];
  const around = (share: (axis: Axis) => number) => axes.map((axis) => at(axis, share(axis)));
  const hairline = { colour: "hairline", width: 0.5 } as const;
  for (const share of [0.25, 0.5, 0.75, 1]) painter.stroke({ kind: "polygon", points: around(() => share) }, hairline);
  for (const axis of axes) painter.line(centre, at(axis, 1), hairline);
  const low = around(({ mark }) => clamp(mark.low ?? 0));
  const high = around(({ mark }) => Math.max(clamp(mark.low ?? 0), clamp(mark.high ?? 0)));
  painter.paint({ kind: "polygon", points: low }, "gap1");
  const band = { kind: "ring", outer: high, inner: low } as const;
  painter.within(band, () => {
    for (let offset = -2 * radius; offset <= 2 * radius; offset += 3) {
      painter.line([centre[0] + offset - radius, centre[1] + radius], [centre[0] + offset + radius, centre[1] - radius], { colour: "gap", width: 0.45 });
    }
  });
  painter.stroke({ kind: "polygon", points: high }, { colour: "gap", width: 0.6 });
  painter.stroke({ kind: "polygon", points: low }, { colour: "ink", width: 1.3 });
  if (axes.some(({ mark }) => mark.target !== null)) {
    painter.stroke({ kind: "polygon", points: around(({ mark }) => clamp(mark.target ?? 0)) }, { colour: "ink", width: 0.6, dash: [3, 2] });
  }
  for (const axis of axes) drawPoint(painter, axis, at(axis, clamp(axis.mark.low ?? 0)), at(axis, 1));
}

function drawPoint(painter: Press["painter"], { mark }: Axis, low: Point, end: Point): void {
  if (mark.low === null) {
    painter.paint({ kind: "circle", centre: end, radius: 2.4 }, "paper");
    return painter.stroke({ kind: "circle", centre: end, radius: 2.4 }, { colour: "grey", width: 0.6, dash: [0.8, 1.2] });
  }
  if (mark.blocked) return drawKnockout(painter, low[0] - 3.2, low[1] - 3.2, 6.4);
  painter.paint({ kind: "circle", centre: low, radius: 1.9 }, "ink");
}

function drawLabel(press: Press, { texts, height, direction }: Axis, centre: Point): void {
  const x = centre[0] + direction[0] * (radius + 11);
  let top = centre[1] + direction[1] * (radius + 9) - labelRise(direction, height);
  const align = direction[0] > 0.2 ? "start" : direction[0] < -0.2 ? "end" : "center";
  const from = align === "start" ? x : align === "end" ? x - labelWidth : x - labelWidth / 2;
  for (const text of texts) {
    for (const index of text.set.lines.keys()) {
      drawLine(press, text, index, { x: from, top, width: labelWidth, align });
      top += text.set.lineHeight;
    }
  }
}
