import { For, type JSX } from "solid-js";
import type { Block, ReportDocument } from "#domain";
import { TextsProvider } from "../../texts/index.ts";
import { CoverBlock, FactsBlock, HeadingBlock, ListBlock, ParagraphBlock, SignatureBlock } from "./prose-blocks.tsx";
import { BarsBlock, HeatmapBlock, RadarBlock } from "./figure-blocks.tsx";
import { TableBlock } from "./table-block.tsx";
import "../../styles/pages/report-view.css";

/** The very document that is printed, on the screen, in its own language. */
export function ReportView(props: { readonly document: ReportDocument }): JSX.Element {
  return (
    <TextsProvider language={props.document.language}>
      <article class="paper" lang={props.document.language} aria-label={props.document.title}>
        <For each={props.document.blocks}>{(block) => renderBlock(block)}</For>
      </article>
    </TextsProvider>
  );
}

/** One case for each kind of block; a kind that the screen cannot show does not compile. */
function renderBlock(block: Block): JSX.Element {
  switch (block.kind) {
    case "cover":
      return <CoverBlock block={block} />;
    case "heading":
      return <HeadingBlock block={block} />;
    case "paragraph":
      return <ParagraphBlock block={block} />;
    case "list":
      return <ListBlock block={block} />;
    case "facts":
      return <FactsBlock block={block} />;
    case "bars":
      return <BarsBlock block={block} />;
    case "heatmap":
      return <HeatmapBlock block={block} />;
    case "radar":
      return <RadarBlock block={block} />;
    case "table":
      return <TableBlock block={block} />;
    case "signature":
      return <SignatureBlock block={block} />;
    case "page-break":
      return <hr class="paper-break" />;
    default:
      return block satisfies never;
  }
}
