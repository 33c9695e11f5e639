import { createSignal, onCleanup, onMount, type JSX } from "solid-js";

export interface ScrollPlaceProps {
  readonly label: string;
  readonly class: string;
  readonly children: JSX.Element;
}

/** A box for what may be wider than the page. It takes the focus, for scrolling by keys, only while it has to scroll. */
export function ScrollPlace(props: ScrollPlaceProps): JSX.Element {
  const [isWide, setIsWide] = createSignal(false);
  let place: HTMLDivElement | undefined;
  onMount(() => {
    if (!place || typeof ResizeObserver === "undefined") return;
    const box = place;
    const observer = new ResizeObserver(() => setIsWide(box.scrollWidth > box.clientWidth + 1));
    observer.observe(box);
    for (const child of box.children) observer.observe(child);
    onCleanup(() => observer.disconnect());
  });
  return (
    <div
      ref={(element) => (place = element)}
      class={props.class}
      role={isWide() ? "region" : undefined}
      aria-label={isWide() ? props.label : undefined}
      tabindex={isWide() ? 0 : undefined}
    >
      {props.children}
    </div>
  );
}
