import type { LiveWorkbench } from "./create-workbench.ts";

/** Writes what is unsaved when the page is hidden or left, and has the browser ask before unsaved words go. */
export function saveOnLeaving(workbench: Pick<LiveWorkbench, "leave" | "hasUnsaved">): void {
  // A busy machine may end a page before it is told to hide: writing begins when leaving does.
  addEventListener("beforeunload", (event) => {
    workbench.leave(false);
    if (workbench.hasUnsaved()) event.preventDefault();
  });
  addEventListener("pagehide", (event) => workbench.leave(!event.persisted));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") workbench.leave(false);
  });
}
