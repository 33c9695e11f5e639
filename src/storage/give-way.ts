import type { Dexie } from "dexie";

/**
 * A page that dies takes with it what waits: a transaction that was committed but stands behind another one of this tab
 * is never begun. Calling what this gives back aborts the others, so that the next one begins at once. Those that are
 * being committed already go through; whoever waits for an aborted one is told by an AbortError, if the page lives.
 */
export function trackTransactions(dexie: Dexie): () => void {
  const underWay = new Set<IDBTransaction>();
  const follow = (transaction: IDBTransaction) => {
    const end = () => void underWay.delete(transaction);
    underWay.add(transaction);
    transaction.addEventListener("complete", end);
    transaction.addEventListener("abort", end);
    return transaction;
  };
  dexie.use({
    stack: "dbcore",
    name: "give-way",
    create: (core) => ({ ...core, transaction: (...args) => follow(core.transaction(...args) as IDBTransaction) }),
  });
  return () => {
    for (const transaction of underWay) abort(transaction);
  };
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It is being committed.
  }
}
