import type { MissingCharacter } from "#workbench";

export interface Printed {
  readonly bytes: Uint8Array;
  readonly missing: readonly MissingCharacter[];
}

/** Composes and prints the report that is chosen; tells how far it is, in [0,1]. Throws WorkbenchError. */
export type PrintReport = (onProgress: (share: number) => void) => Promise<Printed>;
