export * from "./workbench.ts";
export { createWorkbench, type LiveWorkbench, type WorkbenchOptions } from "./create-workbench.ts";
export type { BundledLibrary } from "./library.ts";
export type { Preferences } from "./create-settings.ts";
export { createDraft, SessionContext, useSession, useWorkbench, WorkbenchContext } from "./use-workbench.ts";
export { saveOnLeaving } from "./save-on-leaving.ts";
