/** Where an anchor of the document stands on the screen. */
export function anchorId(anchor: string): string {
  return `report-${anchor}`;
}

/** Scrolls there and takes the focus along. The address belongs to the router, so this is no link. */
export function goToAnchor(anchor: string): void {
  const place = document.getElementById(anchorId(anchor));
  if (!place) return;
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: "start" });
}
