import type { SectionStatus, Severity } from "#domain";
import type { Point, Shape } from "#paper";
import type { Painter } from "./press.ts";
import { drawHatching } from "./interval-bar.ts";

/** A shape for each severity, beside its word; `[x, y]` is its centre. */
export function drawSeverity(painter: Painter, severity: Severity, centre: Point, size: number): void {
  const half = size / 2;
  switch (severity) {
    case "critical":
      return painter.paint(diamond(centre, half * 1.2), "seal");
    case "high":
      return painter.paint(triangle(centre, half * 1.1), "ink");
    case "medium":
      return painter.stroke(triangle(centre, half), { colour: "ink", width: 0.9 });
    case "low":
      return painter.stroke({ kind: "circle", centre, radius: half * 0.75 }, { colour: "inkSoft", width: 0.8 });
  }
}

export function drawStatus(painter: Painter, status: SectionStatus, centre: Point, size: number): void {
  const [x, y] = centre;
  const radius = size * 0.45;
  const circle: Shape = { kind: "circle", centre, radius };
  const outline = { colour: "ink", width: 0.8 } as const;
  switch (status) {
    case "satisfied":
      return painter.paint(circle, "ink");
    case "partially-satisfied":
      painter.within({ kind: "box", box: { x: x - radius, y: y - radius, width: radius, height: radius * 2 } }, () => painter.paint(circle, "ink"));
      return painter.stroke(circle, outline);
    case "not-satisfied":
      painter.stroke(circle, outline);
      painter.line([x - radius * 0.6, y - radius * 0.6], [x + radius * 0.6, y + radius * 0.6], outline);
      return painter.line([x - radius * 0.6, y + radius * 0.6], [x + radius * 0.6, y - radius * 0.6], outline);
    case "incomplete":
      painter.within(circle, () => drawHatching(painter, { x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 }, 1.8));
      return painter.stroke(circle, outline);
    case "not-assessed":
      return painter.stroke(circle, outline);
    case "not-applicable":
      return painter.stroke(circle, { colour: "grey", width: 0.7, dash: [0.8, 1.2] });
    case "out-of-scope":
      return painter.line([x - radius, y], [x + radius, y], { colour: "grey", width: 0.9 });
  }
}

function diamond([x, y]: Point, half: number): Shape {
  return { kind: "polygon", points: [[x, y - half], [x + half, y], [x, y + half], [x - half, y]] };
}

function triangle([x, y]: Point, half: number): Shape {
  return { kind: "polygon", points: [[x, y - half], [x + half, y + half * 0.85], [x - half, y + half * 0.85]] };
}
