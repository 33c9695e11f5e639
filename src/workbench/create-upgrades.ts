import { batch, createMemo, createSignal, onCleanup, type Accessor } from "solid-js";
import {
  carryAnswers,
  compareChecklists,
  isWhatIsNamed,
  orderVersions,
  refOf,
  WorkbenchError,
  type Assessment,
  type ChecklistRef,
  type ChecklistSummary,
  type EventBody,
  type PinnedChecklist,
} from "#domain";
import { scoreChecklist } from "#scoring";
import type { Storage } from "#storage";
import type { Say } from "./create-say.ts";
import type { Library } from "./library.ts";
import type { LivePinned } from "./pin-checklists.ts";
import type { Session } from "./session.ts";
import type { Upgrade, UpgradePlan } from "./upgrade.ts";

type Upgrades = Pick<Session, "upgrades" | "planUpgrade" | "takeOver" | "putOff" | "earlierVersion">;

/** Where what was put off is remembered: `<assessment>/<digest>`, the latest last. */
const putOffSetting = "upgrades-put-off";
const mostPutOff = 1000;

/** What is put off in this browser; nothing where it cannot be read. */
export async function readPutOff(storage: Storage): Promise<readonly string[]> {
  const isList = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === "string");
  return (await storage.readSetting(putOffSetting, isList).catch(() => null)) ?? [];
}

/** Newer versions of the checklists of one assessment: which there are, what they change, and taking one over. */
export function createUpgrades(
  context: { readonly storage: Storage; readonly library: Library },
  state: { readonly assessment: Accessor<Assessment>; readonly pinned: LivePinned; readonly putOff: readonly string[]; readonly say: Say },
): Upgrades {
  const { storage, library } = context;
  const { assessment, pinned, say } = state;
  const [putOff, setPutOff] = createSignal<ReadonlySet<string>>(new Set(state.putOff));
  const markOf = (to: ChecklistSummary) => `${assessment().id}/${to.digest}`;
  const upgrades = createMemo(() =>
    assessment().checklists.flatMap((ref): readonly Upgrade[] => {
      const used = pinned.checklists().find((one) => isWhatIsNamed(ref, one));
      const to = used && newerThan(used, library.checklists());
      return used && to ? [{ from: refOf(used), title: used.checklist.title, to, isPutOff: putOff().has(markOf(to)) }] : [];
    }),
  );
  const planUpgrade = async ({ from, to }: Upgrade): Promise<UpgradePlan> => {
    const [before, after] = await Promise.all([library.exact(from), library.exact(to)]);
    if (!before || !after) throw new WorkbenchError("not-found", `The checklist ${from.id} is no longer here in both versions.`, { facts: { checklist: from.id } });
    await library.keep([before, after]).catch(() => undefined);
    const said = assessment();
    return {
      ...fatesOf(said, before, after),
      before,
      after,
      results: { before: scoreChecklist(before.checklist, said), after: scoreChecklist(after.checklist, said) },
    };
  };
  return {
    upgrades,
    planUpgrade,
    takeOver: ({ before, after }) => {
      const named = refOf(before);
      const said = assessment();
      const checklists = said.checklists.map((ref) => (isWhatIsNamed(ref, before) ? refOf(after) : ref));
      const answers = fatesOf(said, before, after).answers.filter((one) => one.fate !== "carried");
      const bodies = answers.map(({ question, answer }): EventBody => ({ kind: "question-answered", checklist: named.id, question, answer }));
      batch(() => {
        pinned.add([after]);
        say({ kind: "checklists-chosen", checklists }, ...bodies);
      });
    },
    putOff: async ({ to }) => {
      const mark = markOf(to);
      setPutOff((known) => new Set([...known, mark]));
      const others = (await readPutOff(storage)).filter((one) => one !== mark);
      await storage.writeSetting(putOffSetting, [...others, mark].slice(-mostPutOff));
    },
    earlierVersion: createEarlierVersions(library),
  };
}

function fatesOf(said: Assessment, before: PinnedChecklist, after: PinnedChecklist): Pick<UpgradePlan, "comparison" | "answers"> {
  const comparison = compareChecklists(before.checklist, after.checklist);
  const versions = { before: before.checklist, after: after.checklist, ref: refOf(before) };
  return { comparison, answers: carryAnswers(comparison, versions, said.answers[before.checklist.id] ?? {}) };
}

/**
 * The newest offered that comes after the one in use. The same number with other text comes after it once the text in use
 * is offered no more: somebody mended the list without a new number.
 */
function newerThan({ checklist, digest }: PinnedChecklist, shelf: readonly ChecklistSummary[]): ChecklistSummary | null {
  const named = shelf.filter((one) => one.id === checklist.id);
  const isOffered = named.some((one) => one.digest === digest);
  const newer = named.filter((one) => {
    const order = orderVersions(one.version, checklist.version);
    return order > 0 || (order === 0 && one.digest !== digest && !isOffered);
  });
  return newer.toSorted((a, b) => orderVersions(a.version, b.version)).at(-1) ?? null;
}

/** Each version is read when it is first asked for; null until then and where its text is not here. */
function createEarlierVersions(library: Library): Session["earlierVersion"] {
  const [known, setKnown] = createSignal<ReadonlyMap<string, PinnedChecklist>>(new Map());
  const asked = new Set<string>();
  let isOpen = true;
  onCleanup(() => (isOpen = false));
  const read = async (ref: ChecklistRef, key: string) => {
    const found = await library.exact(ref);
    if (found && isOpen) setKnown((versions) => new Map([...versions, [key, found]]));
  };
  const earlierVersion: Session["earlierVersion"] = (ref) => {
    const key = `${ref.id} ${ref.digest ?? ref.version}`;
    // A text that cannot be read is none; the next session tries again.
    if (!asked.has(key)) void read(ref, key).catch(() => undefined);
    asked.add(key);
    return known().get(key) ?? null;
  };
  return earlierVersion;
}
