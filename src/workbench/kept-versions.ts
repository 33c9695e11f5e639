import type { AssessmentEvent, AssessmentMeta, ChecklistRef, Digest, PinnedChecklist } from "#domain";
import type { Storage, StoredChecklist } from "#storage";
import { sha256 } from "./sha256.ts";

/** The exact texts of the checklist versions that assessments name, kept in this browser whatever the app brings later. */
export interface KeptVersions {
  /** The version itself: by digest, or by its number where the reference has none; null when its text is not kept. */
  readonly find: (ref: ChecklistRef) => Promise<PinnedChecklist | null>;
  /** Keeps a text once. One that is not what its digest says is left out. */
  readonly keep: (version: Omit<StoredChecklist, "kept" | "text">, text: () => Promise<string>) => Promise<void>;
  readonly has: (digest: Digest) => Promise<boolean>;
  readonly textOf: (digest: Digest) => Promise<string | null>;
  /** Forgets what no assessment names any more; nothing while one of them does not say what it names. */
  readonly forgetUnnamed: (assessments: readonly AssessmentMeta[]) => Promise<void>;
}

export function createKeptVersions(storage: () => Promise<Storage>): KeptVersions {
  /** A kept text never changes, so it is read once. */
  const read = new Map<Digest, Promise<PinnedChecklist | null>>();
  const open = async (digest: Digest): Promise<PinnedChecklist | null> => {
    const stored = await (await storage()).getChecklist(digest);
    if (!stored) return null;
    const { parseChecklist } = await import("#content");
    const parsed = parseChecklist(stored.text);
    return parsed.ok && parsed.value.id === stored.id ? { checklist: parsed.value, digest } : null;
  };
  const openOnce = async (digest: Digest) => {
    const opening = read.get(digest) ?? open(digest);
    read.set(digest, opening);
    const found = await opening.catch(() => null);
    if (!found) read.delete(digest);
    return found;
  };
  return {
    find: async ({ id, version, digest }) => {
      const kept = await (await storage()).listKeptChecklists();
      const named = kept.find((one) => one.id === id && (digest ? one.digest === digest : one.version === version));
      return named ? openOnce(named.digest) : null;
    },
    keep: async (version, text) => {
      const ready = await storage();
      if (read.has(version.digest) || (await ready.listKeptChecklists()).some((one) => one.digest === version.digest)) return;
      const said = await text();
      if ((await sha256(new TextEncoder().encode(said))) !== version.digest) return;
      await ready.putChecklist({ ...version, text: said, kept: true });
    },
    has: async (digest) => (await (await storage()).listKeptChecklists()).some((one) => one.digest === digest),
    textOf: async (digest) => (await (await storage()).getChecklist(digest))?.text ?? null,
    forgetUnnamed: async (assessments) => {
      if (assessments.some((one) => one.pins === undefined)) return;
      const named = new Set(assessments.flatMap((one) => one.pins ?? []));
      const ready = await storage();
      for (const { digest } of await ready.listKeptChecklists()) {
        if (named.has(digest)) continue;
        read.delete(digest);
        await ready.removeChecklist(digest);
      }
    },
  };
}

/** Every version that a journal names, now or before: undo may come back to any. */
export function namedVersions(events: readonly AssessmentEvent[]): readonly Digest[] {
  const digests = new Set<Digest>();
  const name = (ref: ChecklistRef | undefined) => ref?.digest && digests.add(ref.digest);
  for (const event of events) {
    if (event.kind === "assessment-created" || event.kind === "checklists-chosen") event.checklists.forEach(name);
    else if (event.kind === "question-answered") name(event.answer?.saidOf);
  }
  return [...digests].toSorted();
}
