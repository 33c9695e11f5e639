import type { Accessor } from "solid-js";
import type { ChecklistSummary } from "#domain";
import { useWorkbench } from "#workbench";

/** The checklist whose questions the crosswalk joins to those of the others; null where it is not on the shelf. */
export function useCommonCore(): Accessor<ChecklistSummary | null> {
  const workbench = useWorkbench();
  return () => workbench.checklists().find((one) => one.id === "common-core") ?? null;
}
