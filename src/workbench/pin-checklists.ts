import { batch, createEffect, createMemo, createSignal, on, onCleanup, type Accessor } from "solid-js";
import { isWhatIsNamed, type Assessment, type PinnedChecklist, type Problem } from "#domain";
import { canonicalJson } from "#journal";
import type { Library } from "./library.ts";

/** The checklists that an assessment names, as far as they are here, and how they differ from what it names. */
export interface Pinned {
  readonly checklists: readonly PinnedChecklist[];
  readonly differences: readonly Problem[];
}

export async function pinChecklists(library: Pick<Library, "find">, assessment: Assessment): Promise<Pinned> {
  const found = await Promise.all(assessment.checklists.map((ref) => library.find(ref)));
  const checklists = found.filter((one): one is PinnedChecklist => one !== null);
  if (assessment.checklists.every((ref) => checklists.some((one) => isWhatIsNamed(ref, one)))) return { checklists, differences: [] };
  const { compareWithChecklists } = await import("#exchange");
  return { checklists, differences: compareWithChecklists(assessment, checklists) };
}

/** Keeps the texts of the versions that the assessment names. One that cannot be kept now is tried again at the next opening. */
export async function keepNamed(library: Library, assessment: Assessment, checklists: readonly PinnedChecklist[]): Promise<void> {
  const named = checklists.filter((one) => assessment.checklists.some((ref) => isWhatIsNamed(ref, one)));
  await library.keep(named).catch(() => undefined);
}

export interface LivePinned {
  /** in the assessment's order */
  readonly checklists: Accessor<readonly PinnedChecklist[]>;
  readonly differences: Accessor<readonly Problem[]>;
  /** Makes checklists known that are about to be named, so that figures follow at once. */
  readonly add: (checklists: readonly PinnedChecklist[]) => void;
}

/** Follows what the assessment names (undo and other tabs change it too) and what the library holds. */
export function createPinned(library: Library, assessment: Accessor<Assessment>, initial: Pinned): LivePinned {
  const [pinned, setPinned] = createSignal(initial.checklists);
  const [differences, setDifferences] = createSignal(initial.differences);
  const refs = createMemo(() => assessment().checklists, undefined, { equals: (a, b) => a === b || canonicalJson(a) === canonicalJson(b) });
  let turn = 0;
  onCleanup(() => (turn += 1));
  const follow = async () => {
    const own = (turn += 1);
    const found = await pinChecklists(library, assessment());
    if (own !== turn) return;
    batch(() => {
      setPinned(found.checklists);
      setDifferences(found.differences);
    });
    await keepNamed(library, assessment(), found.checklists);
  };
  // A checklist that cannot be loaded now stays as it was; the next change tries again.
  createEffect(on([refs, library.checklists], () => void follow().catch(() => undefined), { defer: true }));
  const checklists = createMemo(() => {
    const byId = new Map(refs().map((ref) => [ref.id, ref]));
    return [...byId.values()].flatMap((ref) => pinned().find((one) => isWhatIsNamed(ref, one)) ?? pinned().findLast((one) => one.checklist.id === ref.id) ?? []);
  });
  return {
    checklists,
    differences,
    add: (checklists) => setPinned((before) => [...before, ...checklists]),
  };
}
