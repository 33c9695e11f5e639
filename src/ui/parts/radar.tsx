import { createMemo, createUniqueId, For, Show, type JSX } from "solid-js";
import { formatInterval, formatShare } from "#domain";
import { useTexts } from "../texts/index.ts";
import { BarList } from "./bar-list.tsx";
import { DataTable } from "./data-table.tsx";
import { Disclosure } from "./disclosure.tsx";
import { FigureValue } from "./figure-value.tsx";
import { describeBar, type BarFigure } from "./interval-bar.tsx";

export interface RadarAxis<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly figure: BarFigure;
}

export interface RadarProps<Id extends string> {
  /** Says what it shows. */
  readonly title: string;
  /** Keep the title for screen readers only; a heading above says it to the eye. */
  readonly titleHidden?: boolean | undefined;
  readonly description?: string | undefined;
  readonly axes: readonly RadarAxis<Id>[];
  readonly onOpen?: ((id: Id) => void) | undefined;
}

/**
 * The band between low and high, low as its solid inner line, the target as the fine outer ring. Fewer than three axes
 * enclose nothing and more than nine cannot be read: then the same figures stand as bars.
 */
export function Radar<Id extends string>(props: RadarProps<Id>): JSX.Element {
  const canDraw = () => props.axes.length >= 3 && props.axes.length <= 9;
  return (
    <figure class="radar">
      <figcaption>
        <p class="chart-title" classList={{ "visually-hidden": props.titleHidden === true }}>
          {props.title}
        </p>
        <Show when={props.description}>
          <p class="quiet-text">{props.description}</p>
        </Show>
      </figcaption>
      <Show when={canDraw()} fallback={<BarList label={props.title} items={props.axes} {...(props.onOpen ? { onOpen: props.onOpen } : {})} />}>
        <div class="radar-body">
          <div class="radar-stage">
            <RadarDrawing axes={props.axes} title={props.title} />
            <AxisLabels axes={props.axes} />
          </div>
          <AxisList axes={props.axes} onOpen={props.onOpen} />
        </div>
        <RadarTable axes={props.axes} title={props.title} />
      </Show>
    </figure>
  );
}

interface AxesProps<Id extends string> {
  readonly axes: readonly RadarAxis<Id>[];
  readonly onOpen: ((id: Id) => void) | undefined;
}

interface ChartProps<Id extends string> {
  readonly axes: readonly RadarAxis<Id>[];
  readonly title: string;
}

const reach = 100;
/** a hundredth of the drawing's width */
const box = 2.48;
const rings = [0.25, 0.5, 0.75];

function RadarDrawing<Id extends string>(props: ChartProps<Id>): JSX.Element {
  const t = useTexts();
  const hatch = createUniqueId();
  const count = () => props.axes.length;
  const drawn = createMemo(() => props.axes.map((axis, index) => ({ axis, index })).filter(({ axis }) => axis.figure.low !== null));
  const ring = (share: number) => polygon(props.axes.map((_, index) => pointAt(index, count(), share)));
  const outline = (end: "low" | "high") => polygon(drawn().map(({ axis, index }) => pointAt(index, count(), axis.figure[end] ?? 0)));
  const words = () => props.axes.map((axis) => `${axis.label} ${formatInterval(axis.figure)}`);
  return (
    <svg class="radar-drawing" viewBox="-124 -124 248 248" role="img" aria-label={t().common.figure.description(props.title, words())}>
      <defs>
        <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <path class="radar-hatch-line" d="M0 2h4" />
        </pattern>
      </defs>
      <For each={rings}>{(share) => <path class="radar-ring" d={ring(share)} />}</For>
      <For each={props.axes}>
        {(axis, index) => (
          <path class="radar-axis" data-blank={axis.figure.low === null ? "" : undefined} d={`M0 0L${pointAt(index(), count(), 1)}`} />
        )}
      </For>
      <path class="radar-band" fill={`url(#${hatch})`} fill-rule="evenodd" d={`${outline("high")}${outline("low")}`} />
      <path class="radar-high" d={outline("high")} />
      <path class="radar-low" d={outline("low")} />
      <path class="radar-target" d={ring(1)} />
      <For each={props.axes}>
        {(_, index) => (
          <text class="radar-number" {...textAt(pointOf(index(), count(), 1.13))}>
            {index() + 1}
          </text>
        )}
      </For>
    </svg>
  );
}

/** Where there is room, the names stand at the axes instead of their numbers. */
function AxisLabels<Id extends string>(props: { readonly axes: readonly RadarAxis<Id>[] }): JSX.Element {
  const place = (index: number) => {
    const [x, y] = pointOf(index, props.axes.length, 1.07);
    return {
      "data-side": Math.abs(x) < reach / 4 ? "middle" : x > 0 ? "end" : "start",
      "data-level": Math.abs(x) >= reach / 4 ? "side" : y > 0 ? "below" : "above",
      style: { left: `${50 + x / box}%`, top: `${50 + y / box}%` },
    };
  };
  return (
    <div class="radar-labels" aria-hidden="true">
      <For each={props.axes}>{(axis, index) => <span {...place(index())}>{axis.label}</span>}</For>
    </div>
  );
}

/** The axes by number, each with its figure; the way into what a figure is made of. */
function AxisList<Id extends string>(props: AxesProps<Id>): JSX.Element {
  return (
    <ol class="radar-axes">
      <For each={props.axes}>
        {(axis) => (
          <li>
            <AxisName axis={axis} onOpen={props.onOpen} />
            <span class="radar-axis-figure figures">{formatInterval(axis.figure)}</span>
          </li>
        )}
      </For>
    </ol>
  );
}

function AxisName<Id extends string>(props: { readonly axis: RadarAxis<Id>; readonly onOpen: ((id: Id) => void) | undefined }): JSX.Element {
  const t = useTexts();
  return (
    <Show when={props.onOpen} fallback={<span class="radar-axis-name">{props.axis.label}</span>}>
      {(onOpen) => (
        <button
          type="button"
          class="text-button radar-axis-name"
          aria-label={describeBar(t(), props.axis)}
          onClick={() => onOpen()(props.axis.id)}
        >
          {props.axis.label}
        </button>
      )}
    </Show>
  );
}

function RadarTable<Id extends string>(props: ChartProps<Id>): JSX.Element {
  const t = useTexts();
  return (
    <Disclosure summary={t().common.radar.table}>
      <DataTable
        caption={props.title}
        captionHidden
        columns={[
          { id: "axis", label: t().common.radar.axis, isRowHeader: true, cell: (axis) => axis.label },
          {
            id: "figure",
            label: t().common.figure.intervalLabel,
            align: "end",
            cell: (axis) => <FigureValue figure={axis.figure} label={axis.label} />,
          },
          {
            id: "coverage",
            label: t().common.figure.coverageLabel,
            align: "end",
            cell: (axis) => formatShare(axis.figure.coverage),
          },
          {
            id: "evidenced",
            label: t().common.figure.evidencedLabel,
            align: "end",
            cell: (axis) => formatShare(axis.figure.evidenced),
          },
        ]}
        rows={props.axes}
        empty=""
      />
    </Disclosure>
  );
}

/** The first axis points up, the others follow clockwise. */
function pointOf(index: number, count: number, share: number): readonly [x: number, y: number] {
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
  const round = (value: number) => Math.round(value * reach * share * 100) / 100;
  return [round(Math.cos(angle)), round(Math.sin(angle))];
}

function pointAt(index: number, count: number, share: number): string {
  return pointOf(index, count, share).join(" ");
}

function textAt(point: readonly [x: number, y: number]): { readonly x: number; readonly y: number } {
  return { x: point[0], y: point[1] };
}

function polygon(points: readonly string[]): string {
  return points.length === 0 ? "" : `M${points.join("L")}Z`;
}
