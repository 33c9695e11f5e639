import type { Block } from "#domain";
import type { FlowItem } from "../flow.ts";
import type { Press } from "../press.ts";
import { layBars } from "./bars.ts";
import { layCover } from "./cover.ts";
import { layFacts } from "./facts.ts";
import { layHeatmap } from "./heatmap.ts";
import { layHeading, layList, layParagraph } from "./prose.ts";
import { layRadar } from "./radar.ts";
import { laySignature } from "./signature.ts";
import { layTable } from "./table.ts";

/** All blocks as pieces, in reading order. A block that the paper cannot print does not compile. */
export function* layBlocks(press: Press, blocks: readonly Block[]): Iterable<FlowItem> {
  let level: 0 | 1 | 2 | 3 = 0;
  for (const block of blocks) {
    if (block.kind === "cover") level = 1;
    if (block.kind === "heading") level = nextLevel(level, block.level);
    yield* layBlock(press, block, level === 0 ? 1 : level);
  }
}

function nextLevel(before: 0 | 1 | 2 | 3, wanted: 1 | 2 | 3): 1 | 2 | 3 {
  if (before === 0) return 1;
  return wanted === 3 && before === 1 ? 2 : wanted;
}

function layBlock(press: Press, block: Block, level: 1 | 2 | 3): Iterable<FlowItem> {
  switch (block.kind) {
    case "cover":
      return layCover(press, block);
    case "heading":
      return layHeading(press, block, level);
    case "paragraph":
      return layParagraph(press, block);
    case "list":
      return layList(press, block);
    case "facts":
      return layFacts(press, block.rows, press.frame.width);
    case "bars":
      return layBars(press, block);
    case "heatmap":
      return layHeatmap(press, block);
    case "radar":
      return layRadar(press, block);
    case "table":
      return layTable(press, block);
    case "signature":
      return laySignature(press, block);
    case "page-break":
      return [block];
    default:
      return unprintable(block);
  }
}

function unprintable(block: never): never {
  throw new Error(`The paper does not know ${JSON.stringify(block)}.`);
}
