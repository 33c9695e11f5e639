import type { JSX } from "solid-js";

/** Strokes on a 20 by 20 grid. */
const drawings = {
  add: "M10 4v12M4 10h12",
  "arrow-left": "M16 10H4M9 5l-5 5 5 5",
  "arrow-right": "M4 10h12M11 5l5 5-5 5",
  assess: "M4 5h2M4 10h2M4 15h2M9 5h7M9 10h7M9 15h4",
  calendar: "M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3M13 3v3",
  check: "M4 10.5l4 4 8-9",
  "chevron-down": "M5 7.5l5 5 5-5",
  "chevron-right": "M7.5 5l5 5-5 5",
  close: "M5 5l10 10M15 5L5 15",
  copy: "M7 7h9v9H7zM4 13V4h9",
  download: "M10 3v10M5.5 9L10 13.5 14.5 9M4 16.5h12",
  edit: "M4 16l.8-3.4L13.6 3.8l2.6 2.6-8.8 8.8zM11.8 5.6l2.6 2.6",
  error: "M6.5 3h7L17 6.5v7L13.5 17h-7L3 13.5v-7zM7.5 7.5l5 5M12.5 7.5l-5 5",
  evidence: "M5 3h7l3 3v11H5zM12 3v3h3M7.5 10h5M7.5 13h5",
  file: "M5 3h7l3 3v11H5zM12 3v3h3",
  filter: "M3.5 5h13M6 10h8M8.5 15h3",
  gaps: "M3.5 4v12.5h13M7 16.5V11M11 16.5V6M15 16.5V9",
  info: "M10 3a7 7 0 100 14 7 7 0 000-14zM10 9v5M10 6v.6",
  language: "M10 3a7 7 0 100 14 7 7 0 000-14zM3 10h14M10 3c-4 4-4 10 0 14M10 3c4 4 4 10 0 14",
  link: "M8.5 11.5l3-3M9 6.5l1.8-1.8a3 3 0 014.5 4.5L13.5 11M11 13.5l-1.8 1.8a3 3 0 01-4.5-4.5L6.5 9",
  lock: "M5 9h10v8H5zM7 9V6.5a3 3 0 016 0V9",
  menu: "M4 6h12M4 10h12M4 14h12",
  moon: "M15.5 12.5A6.5 6.5 0 018 4a6.5 6.5 0 107.5 8.5z",
  more: "M5 9.5a.5.5 0 100 1 .5.5 0 000-1zM10 9.5a.5.5 0 100 1 .5.5 0 000-1zM15 9.5a.5.5 0 100 1 .5.5 0 000-1z",
  print: "M6 8V3h8v5M6 14H3.5V8h13v6H14M6 12h8v5H6z",
  redo: "M15 7H8.5a4 4 0 000 8H12M12 4l3 3-3 3",
  report: "M5 3h7l3 3v11H5zM12 3v3h3M7.5 14.5h5",
  search: "M9 4a5 5 0 100 10A5 5 0 009 4zM12.8 12.8L16.5 16.5",
  seal: "M4 4h12v12H4zM7 7h6v6H7z",
  settings: "M3.5 6h7M14.5 6h2M12.5 4v4M3.5 14h2M9.5 14h7M7.5 12v4",
  "sort-down": "M10 4v12M5.5 11.5L10 16l4.5-4.5",
  "sort-up": "M10 16V4M5.5 8.5L10 4l4.5 4.5",
  statement: "M3.5 4h13v9.5H9L5.5 17v-3.5h-2z",
  sun: "M10 7a3 3 0 100 6 3 3 0 000-6zM10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2M4.7 4.7l1.4 1.4M13.9 13.9l1.4 1.4M4.7 15.3l1.4-1.4M13.9 6.1l1.4-1.4",
  screen: "M3 4.5h14v9H3zM7 17h6M10 13.5V17",
  systems: "M3.5 4h13v4.5h-13zM3.5 11.5h13V16h-13zM6 6.2h.6M6 13.7h.6",
  trash: "M4 6h12M8 6V4h4v2M5.5 6l.8 11h7.4l.8-11M8.5 9v5M11.5 9v5",
  undo: "M5 7h6.5a4 4 0 010 8H8M8 4L5 7l3 3",
  unlink: "M9 6.5l1.8-1.8a3 3 0 014.5 4.5L13.5 11M11 13.5l-1.8 1.8a3 3 0 01-4.5-4.5L6.5 9M4 4l12 12",
  upload: "M10 13.5V3.5M5.5 8L10 3.5 14.5 8M4 16.5h12",
  verify: "M10 2.5l6 2.5v4.5c0 4-2.5 6.5-6 8-3.5-1.5-6-4-6-8V5zM7 9.8l2.2 2.2L13 8",
  warning: "M10 3.5L17.5 16.5h-15zM10 8v4M10 14v.4",
} as const satisfies Record<string, string>;

export type IconName = keyof typeof drawings;

/** A drawing beside words; it says nothing by itself to a screen reader. */
export function Icon(props: { readonly name: IconName; readonly class?: string }): JSX.Element {
  return (
    <svg class={`icon ${props.class ?? ""}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d={drawings[props.name]} />
    </svg>
  );
}
