export interface Persistence {
  /** whether the browser promised not to clear this origin under pressure */
  readonly persisted: boolean;
  /** bytes, both estimates; null where the browser does not say */
  readonly usage: number | null;
  readonly quota: number | null;
}

export async function readPersistence(): Promise<Persistence> {
  const manager = storageManager();
  const [persisted, estimate] = await Promise.all([
    manager?.persisted?.().catch(() => false),
    manager?.estimate?.().catch(() => null),
  ]);
  return { persisted: persisted ?? false, usage: estimate?.usage ?? null, quota: estimate?.quota ?? null };
}

export async function askToPersist(): Promise<boolean> {
  return (await storageManager()?.persist?.().catch(() => false)) ?? false;
}

/** Absent in insecure contexts, and outside browsers. */
function storageManager(): Partial<StorageManager> | undefined {
  return typeof navigator === "undefined" ? undefined : navigator.storage;
}
