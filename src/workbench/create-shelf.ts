import { createMemo, createSignal } from "solid-js";
import { orderVersions, summarize, WorkbenchError, type ChecklistId, type ChecklistSummary, type Digest, type PinnedChecklist } from "#domain";
import type { Storage, StoredChecklist } from "#storage";

export interface ShelvedChecklist {
  readonly summary: ChecklistSummary;
  readonly load: () => Promise<PinnedChecklist>;
  /** the exact text, whose bytes have the digest */
  readonly text: () => Promise<string>;
}

/** The checklists that are offered: those that come with the app, and one's own. Reactive in `all` and `own`. */
export interface Shelf {
  readonly all: () => readonly ShelvedChecklist[];
  readonly own: () => readonly ShelvedChecklist[];
  /** Those of one name, the newest last. What comes with the app is found even where storage is not. */
  readonly named: (id: ChecklistId) => Promise<readonly ShelvedChecklist[]>;
  readonly find: (digest: Digest) => Promise<ShelvedChecklist | null>;
  /** Throws not-found. */
  readonly take: (digest: Digest) => Promise<ShelvedChecklist>;
  /** Reads one's own anew. */
  readonly refresh: () => Promise<void>;
}

export function createShelf(bundled: readonly ShelvedChecklist[], storage: () => Promise<Storage>): Shelf {
  const [own, setOwn] = createSignal<readonly ShelvedChecklist[]>([]);
  const all = createMemo(() => [...bundled, ...own()]);
  let turn = 0;
  let loaded: Promise<void> | null = null;
  const read = async () => {
    const mine = (turn += 1);
    const rows = await (await storage()).listChecklists();
    const shelved = rows.length > 0 ? await shelve(rows) : [];
    if (mine === turn) setOwn(shelved);
  };
  const refresh = () => (loaded = read());
  const ready = () => (loaded ?? refresh()).catch(() => undefined);
  const find = async (digest: Digest) => {
    await ready();
    return all().find((one) => one.summary.digest === digest) ?? null;
  };
  return {
    all,
    own,
    find,
    refresh,
    named: async (id) => {
      await ready();
      return all().filter((one) => one.summary.id === id);
    },
    take: async (digest) => {
      const found = await find(digest);
      if (!found) throw new WorkbenchError("not-found", "This checklist is not on the shelf.");
      return found;
    },
  };
}

/** In the order of their versions, so that the newest of one name stands last. */
async function shelve(rows: readonly StoredChecklist[]): Promise<readonly ShelvedChecklist[]> {
  const { parseChecklist } = await import("#content");
  const shelved = rows.flatMap((row): readonly ShelvedChecklist[] => {
    const parsed = parseChecklist(row.text);
    if (!parsed.ok) return [];
    const pinned = { checklist: parsed.value, digest: row.digest };
    return [{ summary: { ...summarize(pinned), own: true }, load: async () => pinned, text: async () => row.text }];
  });
  return shelved.toSorted((a, b) => orderVersions(a.summary.version, b.summary.version));
}
