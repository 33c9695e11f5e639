import type { IntervalMark } from "#domain";
import { BarList, Heatmap, Radar } from "../../parts/index.ts";
import type { BlockOf } from "./prose-blocks.tsx";

export function BarsBlock(props: { readonly block: BlockOf<"bars"> }) {
  return (
    <figure class="paper-figure">
      <figcaption>
        <strong>{props.block.title}</strong> <span class="quiet-text">{props.block.description}</span>
      </figcaption>
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
      <p class="quiet-text">{props.block.legend}</p>
    </figure>
  );
}

export function HeatmapBlock(props: { readonly block: BlockOf<"heatmap"> }) {
  const cells = (row: readonly (IntervalMark | null)[]) =>
    Object.fromEntries(row.flatMap((mark, index) => (mark ? [[String(index), mark] as const] : [])));
  return (
    <figure class="paper-figure">
      <Heatmap
        title={props.block.title}
        columns={props.block.columns.map((label, index) => ({ id: String(index), label }))}
        rows={props.block.rows.map((row, index) => ({ id: String(index), label: row.label, cells: cells(row.cells) }))}
      />
      <figcaption class="quiet-text">
        {props.block.description} {props.block.legend}
      </figcaption>
    </figure>
  );
}

export function RadarBlock(props: { readonly block: BlockOf<"radar"> }) {
  return (
    <figure class="paper-figure">
      <Radar
        title={props.block.title}
        description={props.block.description}
        axes={props.block.axes.map((axis, index) => ({ id: String(index), label: axis.label, figure: axis.mark }))}
      />
      <figcaption class="quiet-text">{props.block.legend}</figcaption>
    </figure>
  );
}
