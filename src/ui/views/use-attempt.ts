import { WorkbenchError } from "#domain";
import { useToaster } from "../parts/index.ts";
import { sayError, useTexts } from "../texts/index.ts";

/**
 * Runs what a person asked for. What is thrown becomes a sentence in the reader's language: what happened, what is safe,
 * what to do. Gives back the result, or null when it failed.
 */
export function useAttempt(): <T>(action: () => T | Promise<T>) => Promise<T | null> {
  const t = useTexts();
  const toaster = useToaster();
  return async (action) => {
    try {
      return await action();
    } catch (error) {
      toaster.show({ tone: "error", message: sayError(t(), errorOf(error)) });
      return null;
    }
  };
}

/** Whatever was thrown, as an error that there is a sentence for. */
export function errorOf(error: unknown): WorkbenchError {
  return error instanceof WorkbenchError ? error : new WorkbenchError("internal", String(error), { cause: error });
}
