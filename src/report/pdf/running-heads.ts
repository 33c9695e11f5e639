import type { ReportDocument } from "#domain";
import type { TextStyle } from "./break-lines.ts";
import { sizes } from "./look.ts";
import { setPlain } from "./measure-lines.ts";
import { drawLine, ownText, type Press } from "./press.ts";

/** Head and page number of every page but a cover, once their count is known; no content. */
export function drawRunningHeads(press: Press, document: ReportDocument, pageCount: number): void {
  const hasCover = document.blocks[0]?.kind === "cover";
  const { painter, frame } = press;
  for (let page = hasCover ? 2 : 1; page <= pageCount; page++) {
    painter.turnTo(page);
    const half = frame.width / 2 - 10;
    const end = { x: frame.left + frame.width - half, width: half, align: "end" } as const;
    painter.adorn(() => {
      drawWords(press, document.runningHead.start, { x: frame.left, width: half, align: "start", top: 42 });
      drawWords(press, document.runningHead.end, { ...end, top: 42 });
      painter.line([frame.left, 58], [frame.left + frame.width, 58], { colour: "hairline", width: 0.5 });
    }, "Header");
    const label = document.pageLabel.replaceAll("{page}", String(page)).replaceAll("{pages}", String(pageCount));
    painter.adorn(() => drawWords(press, label, { ...end, top: painter.height - 50 }), "Footer");
  }
}

const style: TextStyle = { face: "sans", size: sizes.tiny, colour: "grey" };

/** One line; what is too long for it ends in an ellipsis. */
function drawWords(
  press: Press,
  text: string,
  place: { readonly x: number; readonly width: number; readonly align: "start" | "end"; readonly top: number },
): void {
  const plain = text.replaceAll(/\s+/gu, " ");
  let kept = [...plain].slice(0, 200);
  let set = setPlain(plain, style, place.width, "table", press.fonts);
  while (set.lines.length > 1 && kept.length > 1) {
    kept = kept.slice(0, -1);
    set = setPlain(`${kept.join("").trimEnd()}…`, style, place.width, "table", press.fonts);
  }
  drawLine(press, ownText(set, press.structure.root), 0, place);
}
