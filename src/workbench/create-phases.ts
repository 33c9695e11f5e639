import { createMemo, createSignal, type Accessor } from "solid-js";
import type {
  AssessmentResult,
  ChecklistResult,
  LifecycleReading,
  LifecycleResult,
  LifecycleView,
  LifecycleViewId,
  PinnedChecklist,
} from "#domain";
import { readThrough } from "#scoring";
import type { Library } from "./library.ts";
import type { PhaseReading, Session } from "./session.ts";

/** What the memo needs to know of the file that holds the views. */
type Loaded = { readonly id: LifecycleViewId; readonly view: LifecycleView | "failed" };

/** S8 through the chosen lifecycle. A view is loaded when its figures are first asked for, and follows the result from then on. */
export function createPhases(
  { library, lifecycle }: { readonly library: Library; readonly lifecycle: () => LifecycleViewId | null },
  checklists: Accessor<readonly PinnedChecklist[]>,
  result: Accessor<AssessmentResult>,
): Session["phases"] {
  const [loaded, setLoaded] = createSignal<Loaded | null>(null);
  let loading: LifecycleViewId | null = null;
  const load = (id: LifecycleViewId) => {
    if (loading === id) return;
    loading = id;
    library
      .lifecycle(id)
      .then((view): Loaded => ({ id, view }), (): Loaded => ({ id, view: "failed" }))
      .then((found) => {
        if (loading !== id) return;
        loading = null;
        setLoaded(found);
      });
  };
  const view = () => {
    const here = loaded();
    return here && here.id === lifecycle() ? here.view : null;
  };
  const reader = createMemo(() => {
    const here = view();
    return here && here !== "failed" ? readerOf(here) : null;
  });
  const read = createMemo(() => reader()?.(checklists(), result()) ?? null);
  const phases = (): PhaseReading => {
    const id = lifecycle();
    if (!id) return { kind: "own" };
    const reading = read();
    if (reading) return { kind: "view", reading };
    if (view() === "failed") return { kind: "failed", retry: () => setLoaded(null) };
    load(id);
    return { kind: "loading" };
  };
  return phases;
}

/** readThrough, each checklist computed again only when its own result has changed. */
function readerOf(view: LifecycleView): (checklists: readonly PinnedChecklist[], result: AssessmentResult) => LifecycleReading {
  const known = new WeakMap<ChecklistResult, readonly LifecycleResult[]>();
  return (checklists, result) => {
    const plain = checklists.map((one) => one.checklist);
    const readOne = (one: ChecklistResult) => {
      const made = known.get(one) ?? readThrough(plain, { ...result, checklists: [one] }, view).checklists;
      known.set(one, made);
      return made;
    };
    return { view, checklists: result.checklists.flatMap(readOne) };
  };
}
