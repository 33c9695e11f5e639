import { Show } from "solid-js";
import type { IntervalMark } from "#domain";
import { BarList, Heatmap, Radar } from "../../parts/index.ts";
import type { BlockOf } from "./prose-blocks.tsx";

export function BarsBlock(props: { readonly block: BlockOf<"bars"> }) {
  return (
    <figure class="paper-figure">
      <FigureTitle title={props.block.title} description={props.block.description} />
      <BarList
        label={props.block.title}
        items={props.block.rows.map((row, index) => ({
          id: String(index),
          label: row.label,
          figure: row.mark,
          blocked: row.mark.blocked,
          note: row.note,
        }))}
      />
      <p class="paper-small">{props.block.legend}</p>
    </figure>
  );
}

export function HeatmapBlock(props: { readonly block: BlockOf<"heatmap"> }) {
  const cells = (row: readonly (IntervalMark | null)[]) =>
    Object.fromEntries(row.flatMap((mark, index) => (mark ? [[String(index), mark] as const] : [])));
  return (
    <div class="paper-figure" data-size={props.block.size}>
      <FigureTitle title={props.block.title} description={props.block.description} />
      <Heatmap
        title={props.block.title}
        titleHidden
        columns={props.block.columns.map((label, index) => ({ id: String(index), label }))}
        rows={props.block.rows.map((row, index) => ({ id: String(index), label: row.label, cells: cells(row.cells) }))}
      />
      <p class="paper-small">{props.block.legend}</p>
    </div>
  );
}

export function RadarBlock(props: { readonly block: BlockOf<"radar"> }) {
  return (
    <div class="paper-figure">
      <FigureTitle title={props.block.title} description={props.block.description} />
      <Radar
        title={props.block.title}
        titleHidden
        axes={props.block.axes.map((axis, index) => ({ id: String(index), label: axis.label, figure: axis.mark }))}
      />
      <p class="paper-small">{props.block.legend}</p>
    </div>
  );
}

function FigureTitle(props: { readonly title: string; readonly description: string }) {
  return (
    <div class="paper-caption">
      <p class="paper-caption-title">{props.title}</p>
      <Show when={props.description}>
        <p class="paper-small">{props.description}</p>
      </Show>
    </div>
  );
}
