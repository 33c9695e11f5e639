import type { Block } from "#domain";
import type { FlowItem } from "../flow.ts";
import type { Press } from "../press.ts";
import { layBars } from "./bars.ts";
import { layCover } from "./cover.ts";
import { layEntries } from "./entries.ts";
import { layFacts } from "./facts.ts";
import { layHeatmap } from "./heatmap.ts";
import { layHeading, layList, layParagraph } from "./prose.ts";
import { layRadar } from "./radar.ts";
import { laySignature } from "./signature.ts";
import { layTable } from "./table.ts";

/** All blocks as pieces, in reading order. A block that the paper cannot print does not compile. */
export function* layBlocks(press: Press, blocks: readonly Block[]): Iterable<FlowItem> {
  let level: 0 | 1 | 2 | 3 = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "cover") level = 1;
    if (block.kind === "heading") level = nextLevel(level, block.level);
    const next = blocks[index + 1];
    if (block.kind === "signature") {
      // The second of two has been laid beside the first.
      if (isPair(blocks, index - 1)) continue;
      yield* laySignature(press, block, isPair(blocks, index) && next?.kind === "signature" ? next : null);
      continue;
    }
    yield* layBlock(press, block, { level: level === 0 ? 1 : level, leads: isLed(block, next) });
  }
}

interface Place {
  readonly level: 1 | 2 | 3;
  /** what comes next would not be understood without it */
  readonly leads: boolean;
}

/** A radar is read with the heatmap of the same sections. */
function isLed(block: Block, next: Block | undefined): boolean {
  if (block.kind === "radar") return next?.kind === "heatmap" || next?.kind === "paragraph";
  return next !== undefined && next.kind !== "heading" && next.kind !== "page-break" && next.kind !== "cover";
}

function nextLevel(before: 0 | 1 | 2 | 3, wanted: 1 | 2 | 3): 1 | 2 | 3 {
  if (before === 0) return 1;
  return wanted === 3 && before === 1 ? 2 : wanted;
}

/** Whether the block at `index` opens a pair of signatures: the first and second, third and fourth of a run. */
function isPair(blocks: readonly Block[], index: number): boolean {
  if (blocks[index]?.kind !== "signature" || blocks[index + 1]?.kind !== "signature") return false;
  let before = 0;
  while (blocks[index - before - 1]?.kind === "signature") before += 1;
  return before % 2 === 0;
}

function layBlock(press: Press, block: Exclude<Block, { kind: "signature" }>, { level, leads }: Place): Iterable<FlowItem> {
  switch (block.kind) {
    case "cover":
      return layCover(press, block);
    case "heading":
      return layHeading(press, block, level);
    case "paragraph":
      return layParagraph(press, block, leads);
    case "list":
      return layList(press, block);
    case "facts":
      return layFacts(press, block.rows, press.frame.width);
    case "bars":
      return layBars(press, block);
    case "heatmap":
      return layHeatmap(press, block);
    case "radar":
      return layRadar(press, block, leads);
    case "table":
      return layTable(press, block);
    case "entries":
      return layEntries(press, block);
    case "page-break":
      return [block];
    default:
      return unprintable(block);
  }
}

function unprintable(block: never): never {
  throw new Error(`The paper does not know ${JSON.stringify(block)}.`);
}
