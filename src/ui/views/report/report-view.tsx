import { createMemo, createSignal, For, onCleanup, Show, type JSX } from "solid-js";
import type { Block, ReportDocument } from "#domain";
import { TextsProvider } from "../../texts/index.ts";
import { EntriesBlock } from "./entries-block.tsx";
import { BarsBlock, HeatmapBlock, RadarBlock } from "./figure-blocks.tsx";
import { CoverBlock, FactsBlock, HeadingBlock, ListBlock, ParagraphBlock, SignatureBlock } from "./prose-blocks.tsx";
import { sheetsOf, type Sheet } from "./report-sheets.ts";
import { TableBlock } from "./table-block.tsx";
import "../../styles/pages/report-view.css";

/** The very document that is printed, on the screen, in its own language, sheet after sheet. */
export function ReportView(props: { readonly document: ReportDocument }): JSX.Element {
  const sheets = createMemo(() => sheetsOf(props.document));
  const [count, setCount] = createSignal(1);
  // A long document is laid sheet by sheet, so that its beginning can be read, and the page used, at once.
  const layNext = () => {
    if (setCount((laid) => laid + 1) < sheets().length) timer = setTimeout(layNext);
  };
  let timer = setTimeout(layNext);
  onCleanup(() => clearTimeout(timer));
  return (
    <TextsProvider language={props.document.language}>
      <article class="paper" lang={props.document.language} aria-label={props.document.title} aria-busy={count() < sheets().length}>
        <For each={sheets().slice(0, count())}>{(sheet) => <SheetView sheet={sheet} document={props.document} />}</For>
      </article>
    </TextsProvider>
  );
}

function SheetView(props: { readonly sheet: Sheet; readonly document: ReportDocument }) {
  return (
    <div class="paper-sheet" data-cover={props.sheet.isCover ? "" : undefined}>
      <Show when={!props.sheet.isCover}>
        <p class="paper-running-head" aria-hidden="true">
          <span>{props.document.runningHead.start}</span>
          <span>{props.document.runningHead.end}</span>
        </p>
      </Show>
      <For each={props.sheet.blocks}>{(block) => renderBlock(block)}</For>
    </div>
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
      return <FactsBlock rows={block.rows} />;
    case "bars":
      return <BarsBlock block={block} />;
    case "heatmap":
      return <HeatmapBlock block={block} />;
    case "radar":
      return <RadarBlock block={block} />;
    case "table":
      return <TableBlock block={block} />;
    case "entries":
      return <EntriesBlock block={block} />;
    case "signature":
      return <SignatureBlock block={block} />;
    case "page-break":
      return null;
    default:
      return block satisfies never;
  }
}
