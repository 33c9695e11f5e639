import type { Frame, Press } from "./press.ts";

/** Something that stands on one page: a line, a table row, a figure. */
export interface Piece {
  readonly kind: "piece";
  readonly height: number;
  /** space above it, dropped at the top of a page */
  readonly before: number;
  /** may not be the last on its page */
  readonly keepWithNext: boolean;
  /** unless what must stay together is more than a page */
  readonly mayPart?: true;
  readonly draw: (top: number) => void;
  /** the part that fits into `height` and the rest, or null when no sensible part fits */
  readonly split?: (height: number) => readonly [Piece, Piece] | null;
  /** the least height of a first part */
  readonly least?: number;
  /** what must be free from its top to the page's foot; without it, it opens a page */
  readonly room?: number;
  /** drawn first when this piece opens a page */
  readonly repeat?: { readonly height: number; readonly draw: (top: number) => void };
}

export type FlowItem = Piece | { readonly kind: "page-break" };

/** Sets the pieces one below the other, over as many pages as they need. */
export function flow(items: Iterable<FlowItem>, press: Press, onPlaced: () => void): void {
  const cursor: Cursor = { y: press.frame.top, isFresh: true };
  let chain: Piece[] = [];
  for (const item of items) {
    if (item.kind === "page-break") {
      placeChain(chain, cursor, press);
      chain = [];
      if (!cursor.isFresh) turnPage(cursor, press, undefined);
      continue;
    }
    chain.push(item);
    if (item.keepWithNext) continue;
    placeChain(chain, cursor, press);
    chain = [];
    onPlaced();
  }
  placeChain(chain, cursor, press);
}

interface Cursor {
  y: number;
  isFresh: boolean;
}

/** Pieces that must stay together, unless a page of their own is too small for them. */
function placeChain(chain: readonly Piece[], cursor: Cursor, press: Press): void {
  const [first] = chain;
  if (!first) return;
  const needed = heightOf(chain);
  const head = first.repeat?.height ?? 0;
  const left = press.frame.bottom + 0.01 - cursor.y - (cursor.isFresh ? 0 : first.before);
  const fitsAlone = head + needed <= pageHeight(press.frame);
  const parting = fitsAlone ? -1 : chain.findIndex((piece) => piece.mayPart);
  if (parting >= 0 && parting < chain.length - 1) {
    placeChain(chain.slice(0, parting + 1), cursor, press);
    return placeChain(chain.slice(parting + 1), cursor, press);
  }
  if (!cursor.isFresh && ((needed > left && fitsAlone) || (first.room ?? 0) > left)) turnPage(cursor, press, first);
  for (const piece of chain) place(piece, cursor, press);
}

/** From the first piece's top to the least that must stand of the last. */
function heightOf(chain: readonly Piece[]): number {
  return chain.reduce((sum, piece, index) => {
    const height = index === chain.length - 1 ? (piece.least ?? piece.height) : piece.height;
    return sum + height + (index === 0 ? 0 : piece.before);
  }, 0);
}

function pageHeight({ top, bottom }: Frame): number {
  return bottom - top;
}

function place(piece: Piece, cursor: Cursor, press: Press): void {
  let rest = piece;
  for (;;) {
    const top = cursor.y + (cursor.isFresh ? 0 : rest.before);
    const room = press.frame.bottom - top;
    if (rest.height <= room + 0.01) return put(rest, top, cursor);
    const parts = rest.split?.(room) ?? null;
    if (parts) {
      put(parts[0], top, cursor);
      rest = parts[1];
    } else if (cursor.isFresh) {
      return put(rest, top, cursor);
    }
    turnPage(cursor, press, rest);
  }
}

function put(piece: Piece, top: number, cursor: Cursor): void {
  piece.draw(top);
  cursor.y = top + piece.height;
  cursor.isFresh = false;
}

function turnPage(cursor: Cursor, press: Press, opener: Piece | undefined): void {
  press.painter.newPage();
  cursor.y = press.frame.top;
  cursor.isFresh = true;
  if (!opener?.repeat) return;
  opener.repeat.draw(cursor.y);
  cursor.y += opener.repeat.height;
}
