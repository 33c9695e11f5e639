import type { ReportDocument } from "#domain";
import type { TextStyle } from "./break-lines.ts";
import { sizes } from "./look.ts";
import { setPlain } from "./measure-lines.ts";
import { drawLine, ownText, type OwnedText, type Press } from "./press.ts";

/** Head and page number of every page but a cover, once their count is known; no content. */
export function drawRunningHeads(press: Press, document: ReportDocument, pageCount: number): void {
  const { painter, frame } = press;
  const half = frame.width / 2 - 10;
  const start = { x: frame.left, width: half, align: "start" } as const;
  const end = { x: frame.left + frame.width - half, width: half, align: "end" } as const;
  const [startWords, endWords] = [document.runningHead.start, document.runningHead.end].map((words) => setWords(press, words, half));
  for (let page = document.blocks[0]?.kind === "cover" ? 2 : 1; page <= pageCount; page++) {
    painter.turnTo(page);
    painter.adorn(() => {
      if (startWords) drawLine(press, startWords, 0, { ...start, top: 42 });
      if (endWords) drawLine(press, endWords, 0, { ...end, top: 42 });
      painter.line([frame.left, 58], [frame.left + frame.width, 58], { colour: "hairline", width: 0.5 });
    }, "Header");
    const label = document.pageLabel.replaceAll("{page}", String(page)).replaceAll("{pages}", String(pageCount));
    painter.adorn(() => drawLine(press, setWords(press, label, half), 0, { ...end, top: painter.height - 50 }), "Footer");
  }
}

const style: TextStyle = { face: "sans", size: sizes.tiny, colour: "grey" };

/** One line; what is too long for it ends in an ellipsis. */
function setWords(press: Press, text: string, width: number): OwnedText {
  const all = Array.from(text.replaceAll(/\s+/gu, " "));
  let kept = all.slice(0, 200);
  let set = setPlain(kept.join(""), style, width, "table", press.fonts);
  while (set.lines.length > 1 || (kept.length < all.length && !set.inlines[0]?.text.endsWith("…"))) {
    kept = kept.slice(0, -1);
    set = setPlain(`${kept.join("").trimEnd()}…`, style, width, "table", press.fonts);
  }
  return ownText(set, press.structure.root);
}
