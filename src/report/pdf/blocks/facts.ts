import type { Line } from "#domain";
import type { FlowItem } from "../flow.ts";
import { sizes } from "../look.ts";
import { setLine, setPlain } from "../measure-lines.ts";
import { commonLanguage, ownText, type Press } from "../press.ts";
import { rowPiece } from "../row-piece.ts";

export interface Fact {
  readonly label: string;
  readonly line: Line;
}

/** In points: above and below each row, and the size of a value. */
export interface FactLook {
  readonly padding: number;
  readonly size: number;
}

/** Names and their values in two columns, as a list of labelled items. `width` in points. */
export function* layFacts(press: Press, facts: readonly Fact[], width: number, look: FactLook = usual): Iterable<FlowItem> {
  if (facts.length === 0) return;
  const list = press.structure.add(press.structure.root, "L", { listNumbering: "None" });
  const { left, top, bottom } = press.frame;
  const labelWidth = Math.min(150, width * 0.32);
  for (const [index, { label, line }] of facts.entries()) {
    const item = press.structure.add(list, "LI");
    const name = setPlain(label, { face: "sans", size: Math.min(sizes.small, look.size), colour: "grey" }, labelWidth - 10, "table", press.fonts);
    const value = setLine(line, { face: "sans", size: look.size, colour: "ink" }, width - labelWidth, "table", press.fonts);
    const even = { lineHeight: Math.max(name.lineHeight, value.lineHeight) };
    yield rowPiece(
      press,
      [
        { text: ownText({ ...name, ...even }, press.structure.add(item, "Lbl")), x: left, width: labelWidth - 10 },
        {
          text: ownText({ ...value, ...even }, press.structure.add(item, "LBody", commonLanguage(line, press.language))),
          x: left + labelWidth,
          width: width - labelWidth,
        },
      ],
      { x: left, width, before: index === 0 ? 8 : 0, padding: look.padding, keepWithNext: index === 0 && facts.length > 1, rule: "hairline", wholeBelow: (bottom - top) * 0.4 },
    );
  }
}

const usual: FactLook = { padding: 2.6, size: 9.25 };
