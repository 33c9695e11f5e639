import "fake-indexeddb/auto";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { readAssayFile, writeAssayFile } from "#exchange";
import { bundleContent } from "#content";
import type { AssessmentEvent, AssessmentId, ChecklistId, PinnedChecklist } from "#domain";
import { canonicalJson, headsOf, projectAssessment, undoTargets, unionJournals, verifyJournal, type Journal } from "#journal";
import { openStorage } from "#storage";
import { planImport } from "../../src/workbench/import-assessment.ts";
import type { Library } from "../../src/workbench/library.ts";
import { retell } from "../../src/workbench/retell.ts";
import { holds } from "./content-targets.ts";
import { jsonMutators, mutate } from "./mutate.ts";
import type { Draw } from "./random.ts";
import type { Target } from "./targets.ts";
import { timed } from "./timed.ts";

const root = join(import.meta.dirname, "../..");
const sample = new Uint8Array(readFileSync(join(root, "public/samples/customs-xray.assay.json")));
const teller = { by: "Mei", at: "2026-11-21T09:00:00.000Z", newDevice: "fuzz" };

/** The sample's history, as it is told when it is opened first. */
async function historyOf(): Promise<{ readonly id: AssessmentId; readonly journal: Journal }> {
  const read = readAssayFile(sample);
  if (!read.ok) throw new Error("the sample is refused");
  return { id: read.value.assessment.id, journal: await retell(read.value.assessment, [], teller) };
}

/** Files with the first events of that history: quick to read, and most kinds of values in them. */
function filesOf(journal: Journal): readonly Uint8Array[] {
  return [12, 30].map((length) => {
    const few = journal.slice(0, length);
    const told = projectAssessment(few)?.assessment;
    if (!told) throw new Error("the history tells of nothing");
    return new TextEncoder().encode(writeAssayFile(told, few));
  });
}

export const assayFileTarget: Target = {
  limit: 5_000,
  prepare: async () => {
    const { journal } = await historyOf();
    const good = filesOf(journal);
    return async (draw) => {
      const source = mutate(draw.next() < 0.98 ? draw.oneOf(good) : sample, draw, jsonMutators);
      const { value: read, milliseconds } = await timed(() => {
        const parsed = readAssayFile(source);
        if (parsed.ok) tell(parsed.value.journal, journal, parsed.value.assessment.id);
        return parsed;
      });
      holds(read);
      return { outcome: read.ok ? "accepted" : "refused", milliseconds };
    };
  },
};

/** Everything that is asked of a journal, sound or not, that has the shape of one. */
function tell(journal: Journal, own: Journal, id: AssessmentId): boolean {
  const isSound = verifyJournal(journal, id).length === 0;
  projectAssessment(journal);
  headsOf(journal);
  for (const device of new Set(journal.map((event) => event.device))) undoTargets(journal, device);
  const union = unionJournals(own.slice(0, 10), journal, id);
  if (union.ok) projectAssessment(union.value);
  return isSound;
}

/** Journals whose events keep their shape: one that verifies holds nothing that the device did not write. */
export const journalTarget: Target = {
  limit: 5_000,
  prepare: async () => {
    const history = await historyOf();
    const good = history.journal.slice(0, 60);
    const known = new Map(good.map((event) => [event.id, event]));
    return async (draw) => {
      const journal = change(good, draw);
      const { value: isSound, milliseconds } = await timed(() => tell(journal, good, history.id));
      const forged = journal.filter((event) => !isDeepStrictEqual(known.get(event.id), event));
      if (isSound && forged.length > 0) throw new Error(`an altered event passes: ${forged[0]?.id}`);
      return { outcome: isSound ? "accepted" : "refused", milliseconds };
    };
  },
};

function change(journal: Journal, draw: Draw): Journal {
  let events: AssessmentEvent[] = journal.map((event) => ({ ...event }));
  for (let left = 1 + draw.below(4); left > 0; left -= 1) {
    const at = draw.below(events.length);
    const [event, other] = [events[at], draw.oneOf(events)];
    if (!event) break;
    const altered = draw.oneOf<() => AssessmentEvent[]>([
      () => events.toSpliced(at, 1),
      () => events.toSpliced(at, 0, other),
      () => events.slice(0, 1 + at),
      () => events.toReversed(),
      () => events.with(at, { ...event, by: `${event.by}x` }),
      () => events.with(at, { ...event, at: "1970-01-01T00:00:00.000Z" }),
      () => events.with(at, { ...event, hash: other.hash }),
      () => events.with(at, { ...event, prev: other.hash }),
      () => events.with(at, { ...event, seq: draw.oneOf([0, -1, 0.5, 2 ** 53, other.seq]) }),
      () => events.with(at, { ...event, parents: [other.id, ...event.parents, event.id] }),
      () => events.with(at, { ...event, device: draw.oneOf(["__proto__", "", other.device]) as AssessmentEvent["device"] }),
      () => events.with(at, { ...event, id: draw.oneOf(["__proto__", "toString", other.id]) as AssessmentEvent["id"] }),
      () => events.with(at, { ...event, kind: "question-answered", checklist: "__proto__" as ChecklistId, question: "constructor" as never, answer: { note: "\ud800" } } as AssessmentEvent),
      () => events.with(at, { ...event, kind: "event-undone", target: other.id } as AssessmentEvent),
    ])();
    events = altered.length > 0 ? altered : events;
  }
  return events;
}

/** The whole way of a stranger's file up to the question whether to open it: nothing that is stored changes. */
export const importTarget: Target = {
  limit: 10_000,
  prepare: async () => {
    const storage = await openStorage({ name: `fuzz-${Math.random()}`, onOutdated: () => undefined });
    const shelf: Pick<Library, "find" | "keep"> = { find: async ({ id }) => pinned().get(id) ?? null, keep: async () => undefined };
    const library = shelf as Library;
    const { id, journal } = await historyOf();
    const good = filesOf(journal);
    const first = await planImport(filesOf(journal)[0] ?? sample, { storage, library, teller });
    if (!first.ok) throw new Error(`the file is refused: ${first.problems[0]?.message}`);
    await first.value.confirm();
    const read = async () => canonicalJson([await storage.listMeta(), await storage.readEvents(id)]);
    const before = await read();
    return async (draw) => {
      const source = mutate(draw.oneOf(good), draw, jsonMutators);
      const { value: plan, milliseconds } = await timed(() => planImport(source, { storage, library, teller }));
      holds(plan);
      if ((await read()) !== before) throw new Error("looking at a file changed what is stored");
      return { outcome: plan.ok ? "accepted" : "refused", milliseconds };
    };
  },
};

let known: ReadonlyMap<string, PinnedChecklist> | undefined;

function pinned(): ReadonlyMap<string, PinnedChecklist> {
  return (known ??= new Map(
    ["eu-altai", "tw-ai-basic-act"].map((id) => {
      const bytes = new Uint8Array(readFileSync(join(root, `checklists/${id}.yaml`)));
      const bundled = bundleContent(bytes, `sha256-${createHash("sha256").update(bytes).digest("hex")}`);
      if (!bundled.ok || !("checklist" in bundled.value.content)) throw new Error(`${id} is no checklist`);
      return [id, bundled.value.content] as const;
    }),
  ));
}
