import { For, Show, type JSX } from "solid-js";
import { useTexts } from "../texts/index.ts";
import { Icon } from "./icons.tsx";
import { ScrollPlace } from "./scroll-place.tsx";

export interface TableColumn<Row> {
  readonly id: string;
  readonly label: string;
  readonly cell: (row: Row) => JSX.Element;
  /** end: numbers, set in tabular figures */
  readonly align?: "start" | "center" | "end" | undefined;
  /** The cell that names its row. */
  readonly isRowHeader?: boolean | undefined;
  /** CSS width, such as "8rem" or "30%". */
  readonly width?: string | undefined;
  readonly sortable?: boolean | undefined;
  readonly labelHidden?: boolean | undefined;
}

export interface TableSort {
  readonly column: string;
  readonly direction: "ascending" | "descending";
}

export interface DataTableProps<Row> {
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  /** Said instead of rows. */
  readonly empty: string;
  readonly sort?: TableSort | undefined;
  /** The page sorts; the table only asks. */
  readonly onSort?: ((column: string) => void) | undefined;
  /** depth of a tree row, for indenting its header cell */
  readonly depth?: ((row: Row) => number) | undefined;
  readonly rowState?: (row: Row) => string | undefined;
  /** On a narrow page: scroll sideways (the default), or stack each row's cells under its header. */
  readonly narrow?: "scroll" | "stack" | undefined;
}

/** A real table: caption, row headers, a head that stays in sight, its own sideways scroll when the page is narrow. */
export function DataTable<Row>(props: DataTableProps<Row>): JSX.Element {
  return (
    <ScrollPlace class="table-place" label={props.caption}>
      <table class="table" data-narrow={props.narrow ?? "scroll"}>
        <caption classList={{ "visually-hidden": props.captionHidden === true }}>{props.caption}</caption>
        <thead>
          <tr>
            <For each={props.columns}>
              {(column) => <ColumnHead column={column} sort={props.sort} onSort={props.onSort} />}
            </For>
          </tr>
        </thead>
        <tbody>
          <For
            each={props.rows}
            fallback={
              <tr>
                <td class="table-empty" colspan={props.columns.length}>
                  {props.empty}
                </td>
              </tr>
            }
          >
            {(row) => (
              <tr data-state={props.rowState?.(row)} style={{ "--depth": props.depth?.(row) ?? 0 }}>
                <For each={props.columns}>
                  {(column) => (
                    <Show
                      when={column.isRowHeader}
                      fallback={
                        <td data-align={column.align ?? "start"} data-label={column.label}>
                          {column.cell(row)}
                        </td>
                      }
                    >
                      <th scope="row" data-align={column.align ?? "start"}>
                        {column.cell(row)}
                      </th>
                    </Show>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </ScrollPlace>
  );
}

interface ColumnHeadProps<Row> {
  readonly column: TableColumn<Row>;
  readonly sort: TableSort | undefined;
  readonly onSort: ((column: string) => void) | undefined;
}

function ColumnHead<Row>(props: ColumnHeadProps<Row>): JSX.Element {
  const t = useTexts();
  const direction = () => (props.sort?.column === props.column.id ? props.sort.direction : undefined);
  return (
    <th
      scope="col"
      data-align={props.column.align ?? "start"}
      style={{ width: props.column.width }}
      aria-sort={direction()}
    >
      <Show
        when={props.column.sortable && props.onSort}
        fallback={<span classList={{ "visually-hidden": props.column.labelHidden === true }}>{props.column.label}</span>}
      >
        {(onSort) => (
          <button
            type="button"
            class="table-sort"
            title={t().common.sortBy(props.column.label)}
            onClick={() => onSort()(props.column.id)}
          >
            {props.column.label}
            <Show when={direction()}>
              {(way) => <Icon name={way() === "ascending" ? "sort-up" : "sort-down"} />}
            </Show>
          </button>
        )}
      </Show>
    </th>
  );
}
