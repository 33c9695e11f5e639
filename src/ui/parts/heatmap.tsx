import { For, Show, type JSX } from "solid-js";
import { formatInterval, isClosed } from "#domain";
import { useTexts } from "../texts/index.ts";
import { describeBar, type BarFigure } from "./interval-bar.tsx";
import { ScrollPlace } from "./scroll-place.tsx";

export interface HeatmapColumn<Column extends string> {
  readonly id: Column;
  readonly label: string;
}

export interface HeatmapRow<Row extends string, Column extends string> {
  readonly id: Row;
  readonly label: string;
  /** absent: no question there */
  readonly cells: Readonly<Partial<Record<Column, BarFigure>>>;
}

export interface HeatmapProps<Row extends string, Column extends string> {
  /** Says what it shows. */
  readonly title: string;
  readonly titleHidden?: boolean | undefined;
  readonly columns: readonly HeatmapColumn<Column>[];
  readonly rows: readonly HeatmapRow<Row, Column>[];
  /** Absent: the cells are read, not pressed. */
  readonly onOpen?: ((row: Row, column: Column) => void) | undefined;
}

/**
 * A table whose cells are toned. The tone is the part known to be missing, 1 − high: it only deepens as answers fall
 * short. What is still open, high − low, is hatched over in three densities. Blank paper: no question. Dotted: nothing
 * there applies.
 */
export function Heatmap<Row extends string, Column extends string>(props: HeatmapProps<Row, Column>): JSX.Element {
  const t = useTexts();
  return (
    <figure class="heatmap">
      <ScrollPlace class="heatmap-place" label={props.title}>
        <table style={{ "--columns": props.columns.length }}>
          <caption classList={{ "visually-hidden": props.titleHidden === true }}>{props.title}</caption>
          <thead>
            <tr>
              <th scope="col" class="heatmap-corner">
                <span class="visually-hidden">{t().common.heatmap.section}</span>
              </th>
              <For each={props.columns}>{(column) => <th scope="col">{column.label}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={props.rows}>
              {(row) => (
                <tr>
                  <th scope="row">{row.label}</th>
                  <For each={props.columns}>
                    {(column) => (
                      <HeatmapCell
                        figure={row.cells[column.id]}
                        place={[row.label, column.label]}
                        onOpen={props.onOpen ? () => props.onOpen?.(row.id, column.id) : undefined}
                      />
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </ScrollPlace>
      <HeatmapLegend />
    </figure>
  );
}

interface HeatmapCellProps {
  readonly figure: BarFigure | undefined;
  readonly place: readonly [row: string, column: string];
  readonly onOpen: (() => void) | undefined;
}

function HeatmapCell(props: HeatmapCellProps): JSX.Element {
  const t = useTexts();
  const name = (figure: BarFigure) => describeBar(t(), { label: props.place.join(t().common.comma), figure });
  return (
    <Show
      when={props.figure}
      fallback={
        <td class="heatmap-blank">
          <span class="visually-hidden">{t().common.heatmap.noQuestion}</span>
        </td>
      }
    >
      {(figure) => (
        <td class="heatmap-cell" data-tone={toneOf(figure())} data-hatch={hatchOf(figure())}>
          <Show when={props.onOpen} fallback={<span class="heatmap-figure">{formatInterval(figure())}</span>}>
            {(onOpen) => (
              <button type="button" aria-label={name(figure())} title={name(figure())} onClick={() => onOpen()()}>
                <span class="heatmap-figure">{formatInterval(figure())}</span>
              </button>
            )}
          </Show>
        </td>
      )}
    </Show>
  );
}

function HeatmapLegend(): JSX.Element {
  const t = useTexts();
  return (
    <figcaption class="heatmap-legend">
      <span class="heatmap-legend-item">
        <span class="heatmap-legend-ramp" aria-hidden="true">
          <For each={[0, 1, 2, 3, 4, 5]}>{(tone) => <span data-tone={tone} />}</For>
        </span>
        {t().common.heatmap.tone}
      </span>
      <span class="heatmap-legend-item">
        <span class="heatmap-legend-swatch" data-hatch="3" aria-hidden="true" />
        {t().common.heatmap.hatch}
      </span>
      <span class="heatmap-legend-item">
        <span class="heatmap-legend-swatch" data-tone="none" aria-hidden="true" />
        {t().common.heatmap.dotted}
      </span>
      <span class="heatmap-legend-item">{t().common.heatmap.blank}</span>
    </figcaption>
  );
}

/** 0 nothing known missing · 1 to 5 by fifths of the target · none where nothing applies */
export function toneOf(figure: BarFigure): "none" | number {
  if (figure.high === null) return "none";
  const missing = 1 - figure.high;
  return missing < 1e-9 ? 0 : Math.min(5, Math.ceil(missing * 5 - 1e-9));
}

/** 0 nothing open · 1 to 3 by thirds */
export function hatchOf(figure: BarFigure): number {
  if (figure.low === null || figure.high === null || isClosed(figure)) return 0;
  return Math.min(3, Math.ceil((figure.high - figure.low) * 3 - 1e-9));
}
