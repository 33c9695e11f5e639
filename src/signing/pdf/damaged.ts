import { WorkbenchError } from "#domain";

/** What the reader throws inside this room; its doors turn it into a Problem or into `pdf-not-signable`. */
export function damaged(message: string): WorkbenchError {
  return new WorkbenchError("bad-input", message);
}

/** Bytes that may still be looked at before a file counts as hostile; the one bound on all work of the reader. */
export interface Budget {
  /** Throws when the budget is used up. */
  spend(bytes: number): void;
}

export function createBudget(total: number): Budget {
  let left = total;
  return {
    spend: (bytes) => {
      left -= bytes;
      if (left < 0) throw damaged("The PDF asks for more work than its size allows.");
    },
  };
}
