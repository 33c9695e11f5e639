import "fake-indexeddb/auto";
import { afterEach } from "vitest";
import { openStorage, type Storage, type StorageOptions } from "#storage";

const open: Storage[] = [];
let count = 0;

afterEach(() => {
  for (const storage of open.splice(0)) storage.close();
});

/** A database of its own for one test. */
export function freshName(): string {
  count += 1;
  return `test-${count}`;
}

/** One tab; closed when the test ends. */
export async function openTab(name: string, options: Partial<StorageOptions> = {}): Promise<Storage> {
  const storage = await openStorage({ name, onOutdated: () => {}, ...options });
  open.push(storage);
  return storage;
}

/** Whatever `promise` rejects with; fails when it does not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => Promise.reject(new Error("it was expected to reject")),
    (cause: unknown) => cause,
  );
}

/** Changes what is on disk behind the back of every tab. */
export function meddle<T>(name: string, store: string, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.addEventListener("error", () => reject(opening.error));
    opening.addEventListener("success", () => {
      const transaction = opening.result.transaction(store, "readwrite");
      const request = work(transaction.objectStore(store));
      transaction.addEventListener("complete", () => {
        opening.result.close();
        resolve(request.result);
      });
      transaction.addEventListener("abort", () => reject(transaction.error));
    });
  });
}
