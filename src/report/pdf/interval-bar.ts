import type { IntervalMark } from "#domain";
import type { Box } from "#paper";
import type { Painter } from "./press.ts";

/**
 * Our mark: solid to `low`, hatched from `low` to `high`, a tick at the target, a darker core for the evidenced share.
 * Without figures a dotted outline. A knockout is a struck square at the end, the only red. Drawn by shape, so that
 * grey print and every eye can read it. `keepsRoom` leaves the knockout's place free, so that bars one below the other
 * have one scale.
 */
export function drawIntervalBar(painter: Painter, mark: IntervalMark, space: Box, keepsRoom = mark.blocked ?? false): void {
  const box = keepsRoom ? { ...space, width: space.width - space.height - 4 } : space;
  if (box.width <= 4) return;
  if (mark.blocked) drawKnockout(painter, space.x + space.width - space.height, space.y, space.height);
  if (mark.low === null || mark.high === null) {
    painter.stroke({ kind: "box", box }, { colour: "grey", width: 0.6, dash: [0.8, 1.6] });
    return;
  }
  const low = clamp(mark.low);
  const high = Math.max(low, clamp(mark.high));
  const part = (from: number, to: number, inset = 0): Box => ({
    x: box.x + from * box.width,
    y: box.y + inset,
    width: (to - from) * box.width,
    height: box.height - 2 * inset,
  });
  painter.paint({ kind: "box", box }, "wash");
  if (low > 0) painter.paint({ kind: "box", box: part(0, low) }, "body");
  if (high > low) drawHatching(painter, part(low, high), Math.max(2.4, box.height * 0.36));
  const evidenced = Math.min(low, clamp(mark.evidenced ?? 0));
  if (evidenced > 0) painter.paint({ kind: "box", box: part(0, evidenced, box.height * 0.3) }, "ink");
  painter.stroke({ kind: "box", box }, { colour: "inkSoft", width: 0.5 });
  if (mark.target !== null) {
    const x = box.x + clamp(mark.target) * box.width;
    const over = Math.max(1.4, box.height * 0.25);
    painter.line([x, box.y - over], [x, box.y + box.height + over], { colour: "ink", width: 1.2 });
  }
}

/** Rising lines `gap` points apart inside `box`. */
export function drawHatching(painter: Painter, box: Box, gap: number): void {
  painter.within({ kind: "box", box }, () => {
    for (let x = box.x - box.height; x < box.x + box.width; x += gap) {
      painter.line([x, box.y + box.height], [x + box.height, box.y], { colour: "gap", width: 0.5 });
    }
  });
}

/** A square struck through: what blocks, whatever the figure says. */
export function drawKnockout(painter: Painter, x: number, y: number, size: number): void {
  painter.paint({ kind: "box", box: { x, y, width: size, height: size } }, "seal");
  const inset = size * 0.27;
  const cut = { colour: "paper", width: Math.max(0.7, size * 0.12) } as const;
  painter.line([x + inset, y + inset], [x + size - inset, y + size - inset], cut);
  painter.line([x + inset, y + size - inset], [x + size - inset, y + inset], cut);
}

export function clamp(share: number): number {
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0;
}
