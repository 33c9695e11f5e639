import { For, Match, Show, Switch } from "solid-js";
import type { Cell, Column, Row } from "#domain";
import { IntervalBar, SeverityMark, StatusMark } from "../../parts/index.ts";
import { anchorId } from "./anchor.ts";
import { LineText, type BlockOf } from "./prose-blocks.tsx";

/** A table as on paper; where the sheet is narrow, each row stands as a slip with its columns named. */
export function TableBlock(props: { readonly block: BlockOf<"table"> }) {
  return (
    <div class="paper-table">
      <Show
        when={props.block.rows.length > 0}
        fallback={
          <>
            <p class="paper-caption-title" classList={{ "visually-hidden": props.block.isTitledAbove === true }}>
              {props.block.title}
            </p>
            <p class="paper-small">{props.block.empty}</p>
          </>
        }
      >
        <table>
          <caption class="paper-caption-title" classList={{ "visually-hidden": props.block.isTitledAbove === true }}>
            {props.block.title}
          </caption>
          <colgroup>
            <For each={props.block.columns}>{(column) => <col style={{ width: `${column.width * 100}%` }} />}</For>
          </colgroup>
          <thead>
            <tr>
              <For each={props.block.columns}>
                {(column) => (
                  <th scope="col" data-align={column.align ?? "start"}>
                    {column.title}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.block.rows}>{(row) => <TableRow row={row} columns={props.block.columns} />}</For>
          </tbody>
        </table>
      </Show>
    </div>
  );
}

function TableRow(props: { readonly row: Row; readonly columns: readonly Column[] }) {
  const align = (index: number, cell: Cell) => (cell.kind === "text" ? cell.align : undefined) ?? props.columns[index]?.align ?? "start";
  return (
    <tr id={props.row.anchor ? anchorId(props.row.anchor) : undefined} style={{ "--depth": props.row.depth ?? 0 }}>
      <For each={props.row.cells}>
        {(cell, index) => (
          <Show
            when={index() === 0}
            fallback={
              <td data-align={align(index(), cell)} data-label={props.columns[index()]?.title}>
                <div>
                  <CellContent cell={cell} />
                </div>
              </td>
            }
          >
            <th scope="row" data-align={align(0, cell)}>
              <CellContent cell={cell} />
            </th>
          </Show>
        )}
      </For>
    </tr>
  );
}

function CellContent(props: { readonly cell: Cell }) {
  const only = <Kind extends Cell["kind"]>(kind: Kind) =>
    props.cell.kind === kind ? (props.cell as Extract<Cell, { kind: Kind }>) : null;
  return (
    <Switch>
      <Match when={only("text")}>{(cell) => <LineText line={cell().line} />}</Match>
      <Match when={only("bar")}>
        {(cell) => (
          <span class="paper-bar">
            <IntervalBar size="row" figure={cell().mark} blocked={cell().mark.blocked} target={cell().mark.target} label={cell().mark.label} />
            <span class="figures" aria-hidden="true">
              {cell().mark.label}
            </span>
          </span>
        )}
      </Match>
      <Match when={only("severity")}>{(cell) => <SeverityMark severity={cell().severity} />}</Match>
      <Match when={only("status")}>{(cell) => <StatusMark status={cell().status} label={cell().label} />}</Match>
    </Switch>
  );
}
