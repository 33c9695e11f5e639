import { createContext, useContext } from "solid-js";
import type { LiveWorkbench } from "./create-workbench.ts";
import type { Draft, Session } from "./session.ts";

export const WorkbenchContext = createContext<LiveWorkbench>();

/** The workbench of the nearest provider. Throws when there is none. */
export function useWorkbench(): LiveWorkbench {
  const workbench = useContext(WorkbenchContext);
  if (!workbench) throw new Error("useWorkbench needs <WorkbenchContext.Provider> above it");
  return workbench;
}

export const SessionContext = createContext<Session>();

/** The open assessment of the nearest provider. Throws when there is none. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession needs <SessionContext.Provider> above it");
  return session;
}

/** A text field's draft, committed after a pause, on leaving, and before the page goes away. */
export function createDraft(source: { readonly value: () => string; readonly commit: (text: string) => void }): Draft {
  return useWorkbench().drafts.make(source);
}
