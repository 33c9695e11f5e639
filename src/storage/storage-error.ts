import { WorkbenchError, type ErrorCode } from "#domain";

export type Facts = Readonly<Record<string, string | number>>;

/** The WorkbenchError for whatever the database threw; one that already is stays as it is. */
export function storageError(cause: unknown, facts: Facts = {}): WorkbenchError {
  if (cause instanceof WorkbenchError) return cause;
  if (namesWithin(cause).includes("QuotaExceededError")) {
    return new WorkbenchError("storage-full", "The browser has no more room for this workbench.", { cause, facts });
  }
  return new WorkbenchError("storage-failed", `The browser's database refused: ${messageOf(cause)}`, { cause, facts });
}

/** Why a database could not be opened at all. */
export function openError(cause: unknown): WorkbenchError {
  const names = namesWithin(cause);
  const unavailable = ["MissingAPIError", "SecurityError", "InvalidStateError", "NotAllowedError"];
  if (!(cause instanceof WorkbenchError) && names.some((name) => unavailable.includes(name))) {
    return new WorkbenchError("storage-unavailable", "This browser does not let the workbench keep data.", { cause });
  }
  const other = storageError(cause);
  if (other.code !== "storage-failed" || other === cause) return other;
  return new WorkbenchError("storage-unreadable", other.message, { cause });
}

/** A row that cannot be read: `row` is `<kind> <key>`. */
export function damaged(row: string, cause: unknown, facts: Facts = {}): WorkbenchError {
  return new WorkbenchError("storage-failed", `A stored row is damaged (${row}): ${messageOf(cause)}`, {
    cause,
    facts: { ...facts, row },
  });
}

export function thrown(code: ErrorCode, message: string, facts: Facts): WorkbenchError {
  return new WorkbenchError(code, message, { facts });
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** The names of an error and of those it wraps: Dexie's `inner`, a bulk operation's `failures`, `cause`. */
function namesWithin(error: unknown, depth = 0): readonly string[] {
  if (typeof error !== "object" || error === null || depth > 5) return [];
  const { name, inner, cause, failures } = error as Record<"name" | "inner" | "cause" | "failures", unknown>;
  const wrapped = [inner, cause, ...(Array.isArray(failures) ? failures.slice(0, 20) : [])];
  return [...(typeof name === "string" ? [name] : []), ...wrapped.flatMap((one) => namesWithin(one, depth + 1))];
}
