export { openStorage, type StorageOptions } from "./open-storage.ts";
export { plainSealer, type Sealer } from "./sealer.ts";
export type { EditLock } from "./edit-lock.ts";
export type { Storage, StoredChecklist } from "./storage.ts";
export type { Persistence } from "./persistence.ts";
