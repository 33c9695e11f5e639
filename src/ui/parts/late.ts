import { lazy, type JSX } from "solid-js";

const parts: { readonly preload: () => Promise<unknown> }[] = [];

/** A part that the first page does without: fetched when first shown, or by `loadLateParts`. Needs a <Suspense> of its own. */
export function late<Props>(load: () => Promise<(props: Props) => JSX.Element>): (props: Props) => JSX.Element {
  const part = lazy<(props: Props) => JSX.Element>(() => load().then((it) => ({ default: it })));
  parts.push(part);
  return part;
}

/** Fetches every late part, so that the first press meets it ready and the network may go. Rejects when one cannot be had. */
export async function loadLateParts(): Promise<void> {
  await Promise.all(parts.map((part) => part.preload()));
}
