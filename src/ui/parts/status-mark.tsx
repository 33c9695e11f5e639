import type { JSX } from "solid-js";
import type { SectionStatus } from "#domain";
import { useTexts } from "../texts/index.ts";

/** Told apart by shape alone: dots and outlines for what is out, fills and halves for how far it came. */
const shapes: Readonly<Record<SectionStatus, () => JSX.Element>> = {
  "out-of-scope": () => <path d="M5 8h6" />,
  "not-applicable": () => <circle cx="8" cy="8" r="5.5" stroke-dasharray="1.2 2.2" />,
  "not-assessed": () => <circle cx="8" cy="8" r="5.5" />,
  satisfied: () => (
    <>
      <circle cx="8" cy="8" r="5.5" data-fill />
      <path d="M5.4 8.2l1.9 1.9 3.4-3.9" data-cut />
    </>
  ),
  incomplete: () => (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 2.5a5.5 5.5 0 010 11z" data-fill />
    </>
  ),
  "partially-satisfied": () => (
    <>
      <path d="M8 2l6 6-6 6-6-6z" />
      <path d="M2 8h12l-6 6z" data-fill />
    </>
  ),
  "not-satisfied": () => <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" data-heavy />,
};

/** `label` is said instead of the status's own name; a new line in it is one. */
export function StatusMark(props: { readonly status: SectionStatus; readonly label?: string | undefined }): JSX.Element {
  const t = useTexts();
  return (
    <span class="mark status-mark" data-status={props.status}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {shapes[props.status]()}
      </svg>
      <span class="status-mark-label">{props.label ?? t().common.status[props.status]}</span>
    </span>
  );
}
