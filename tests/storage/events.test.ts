import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { AssessmentEvent, AssessmentId, Digest } from "#domain";
import { planMerge } from "../../src/storage/compact-log.ts";
import { acme, extend, journalOf, metaOf } from "./journal-of.ts";
import { freshName, meddle, openTab, rejection } from "./open-test-storage.ts";

describe("events", () => {
  test("what is appended is read in order by another tab", async () => {
    const name = freshName();
    const events = journalOf(30);
    const tab = await openTab(name);
    for (const event of events) await tab.appendEvents(acme, [event], metaOf(events));
    const other = await openTab(name);
    expect(await other.readEvents(acme)).toEqual(events);
    expect(await other.readEvents("nobody" as AssessmentId)).toEqual([]);
  });

  test("assessments whose ids begin alike are kept apart", async () => {
    const tab = await openTab(freshName());
    const ids = ["a", "a|", "ab", "a\u0000"] as AssessmentId[];
    for (const id of ids) await tab.appendEvents(id, journalOf(2, id), metaOf(journalOf(2, id), id));
    await tab.remove("a" as AssessmentId);
    expect(await tab.readEvents("a" as AssessmentId)).toEqual([]);
    for (const id of ids.slice(1)) expect(await tab.readEvents(id)).toEqual(journalOf(2, id));
  });

  test("an event that is there already is not written twice", async () => {
    const name = freshName();
    const events = journalOf(3);
    const tab = await openTab(name);
    await tab.appendEvents(acme, events, metaOf(events));
    await tab.appendEvents(acme, events, metaOf(events));
    const other = await openTab(name);
    await other.appendEvents(acme, [...events, ...events], metaOf(events));
    expect(await other.readEvents(acme)).toEqual(events);
  });

  test("an event with a known id and another hash is refused, and nothing of its batch is written", async () => {
    const name = freshName();
    const events = journalOf(4);
    const forged: AssessmentEvent = { ...events[1]!, by: "Eve", hash: `sha256-${"0".repeat(64)}` };
    await (await openTab(name)).appendEvents(acme, events.slice(0, 3), metaOf(events));
    const tab = await openTab(name);
    await expect(tab.appendEvents(acme, [events[3]!, forged], metaOf(events))).rejects.toMatchObject({
      code: "storage-failed",
      facts: { assessment: acme, event: forged.id, known: events[1]!.hash, given: forged.hash },
    });
    expect(await tab.readEvents(acme)).toEqual(events.slice(0, 3));
  });

  test("two events of one batch with the same id and different hashes are refused", async () => {
    const tab = await openTab(freshName());
    const [first] = journalOf(1);
    const twin = { ...first!, hash: "sha256-1" as Digest };
    await expect(tab.appendEvents(acme, [first!, twin], metaOf([]))).rejects.toMatchObject({ code: "storage-failed" });
    expect(await tab.listMeta()).toEqual([]);
  });

  test("an event or a row of another assessment is refused", async () => {
    const tab = await openTab(freshName());
    const other = "other" as AssessmentId;
    const events = journalOf(2, other);
    await expect(tab.appendEvents(acme, events, metaOf(events))).rejects.toMatchObject({ code: "bad-input" });
    await expect(tab.appendEvents(acme, [], metaOf(events, other))).rejects.toMatchObject({ code: "bad-input" });
  });

  test("two tabs writing at once lose nothing, and each device's events stay in order", async () => {
    const name = freshName();
    const [one, two] = [await openTab(name), await openTab(name)];
    const base = journalOf(1);
    await one.appendEvents(acme, base, metaOf(base));
    const mine = extend(base, 25, acme, "d1").slice(1);
    const theirs = extend(base, 25, acme, "d2").slice(1);
    const write = async (tab: typeof one, events: readonly AssessmentEvent[]) => {
      await Promise.all(events.map((event) => tab.appendEvents(acme, [event], metaOf(base))));
    };
    await Promise.all([write(one, mine), write(two, theirs)]);
    const stored = await (await openTab(name)).readEvents(acme);
    expect(stored).toHaveLength(51);
    expect(stored.filter((event) => event.device === mine[0]!.device)).toEqual([...base, ...mine]);
    expect(stored.filter((event) => event.device === theirs[0]!.device)).toEqual(theirs);
  });

  test("an assessment removed in one tab is not brought back in pieces by another, but can be stored again whole", async () => {
    const name = freshName();
    const [one, two] = [await openTab(name), await openTab(name)];
    const events = journalOf(5);
    await one.appendEvents(acme, events.slice(0, 4), metaOf(events));
    await two.readEvents(acme);
    await two.remove(acme);
    await expect(one.appendEvents(acme, [events[4]!], metaOf(events))).rejects.toMatchObject({ code: "not-found" });
    expect(await two.readEvents(acme)).toEqual([]);
    await one.appendEvents(acme, events, metaOf(events));
    expect(await two.readEvents(acme)).toEqual(events);
  });
});

describe("the page that is left", () => {
  test("events appended at once are there, once, even when an append of the same was under way", async () => {
    const name = freshName();
    const tab = await openTab(name);
    const events = journalOf(6);
    await tab.appendEvents(acme, events.slice(0, 3), metaOf(events));
    const underWay = tab.appendEvents(acme, [events[3]!], metaOf(events));
    tab.appendAtOnce(acme, events.slice(3, 5), metaOf(events));
    await underWay;
    await tab.appendEvents(acme, events.slice(4), metaOf(events));
    expect(await (await openTab(name)).readEvents(acme)).toEqual(events);
  });

  test("whatever else is under way gives way to a page that is left for good, and the events are there once", async () => {
    const name = freshName();
    const tab = await openTab(name);
    const events = journalOf(6);
    await tab.appendEvents(acme, events.slice(0, 3), metaOf(events));
    const outcomes = Promise.allSettled([tab.appendEvents(acme, [events[3]!], metaOf(events)), tab.readEvents(acme), tab.listMeta()]);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(await tab.appendAtOnce(acme, events.slice(3), metaOf(events), true)).toBe(true);
    for (const one of await outcomes) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "storage-failed" });
    expect(await (await openTab(name)).readEvents(acme)).toEqual(events);
  });

  test("events appended at once by two tabs do not meet", async () => {
    const name = freshName();
    const [one, two] = [await openTab(name), await openTab(name)];
    const base = journalOf(2);
    await one.appendEvents(acme, base, metaOf(base));
    await two.readEvents(acme);
    const [mine, theirs] = [extend(base, 2, acme, "d1").slice(2), extend(base, 2, acme, "d2").slice(2)];
    one.appendAtOnce(acme, mine, metaOf(base));
    two.appendAtOnce(acme, theirs, metaOf(base));
    const stored = await one.readEvents(acme);
    expect(stored.slice(0, 2)).toEqual(base);
    expect(new Set(stored)).toEqual(new Set([...base, ...mine, ...theirs]));
  });

  test("another tab's watch hears of it", async () => {
    const name = freshName();
    const [one, two] = [await openTab(name), await openTab(name)];
    const events = journalOf(3);
    await one.appendEvents(acme, events.slice(0, 1), metaOf(events));
    const heard: AssessmentEvent[] = [];
    two.watchEvents(acme, (news) => heard.push(...news), { known: [] });
    await vi.waitFor(() => expect(heard).toEqual(events.slice(0, 1)));
    await new Promise((resolve) => setTimeout(resolve, 20));
    one.appendAtOnce(acme, events.slice(1), metaOf(events));
    await vi.waitFor(() => expect(heard).toEqual(events));
  });

  test("it is refused for an assessment that was never read, and for an altered event", async () => {
    const tab = await openTab(freshName());
    const events = journalOf(1);
    expect(() => tab.appendAtOnce(acme, events, metaOf(events))).toThrow(expect.objectContaining({ code: "not-found" }));
    await tab.appendEvents(acme, events, metaOf(events));
    const forged = { ...events[0]!, hash: "sha256-1" as Digest };
    expect(() => tab.appendAtOnce(acme, [forged], metaOf(events))).toThrow(expect.objectContaining({ code: "storage-failed" }));
  });
});

describe("watching", () => {
  test("each event of any tab is heard exactly once and in order, across appends and compactions", async () => {
    const name = freshName();
    const [one, two] = [await openTab(name), await openTab(name)];
    const events = journalOf(40);
    await one.appendEvents(acme, events.slice(0, 5), metaOf(events));
    const heard: AssessmentEvent[] = [];
    const stop = two.watchEvents(acme, (news) => heard.push(...news), { known: events.slice(0, 3) });
    for (const [index, event] of events.entries()) {
      await (index % 3 === 0 ? two : one).appendEvents(acme, [event], metaOf(events));
      if (index % 10 === 9) await one.compact(acme);
    }
    await vi.waitFor(() => expect(heard).toHaveLength(37));
    expect(heard).toEqual(events.slice(3));
    stop();
    await one.appendEvents(acme, extend(events, 1).slice(40), metaOf(events));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(heard).toHaveLength(37);
  });

  test("without known events it begins with what comes next", async () => {
    const name = freshName();
    const tab = await openTab(name);
    const events = journalOf(3);
    await tab.appendEvents(acme, events.slice(0, 2), metaOf(events));
    const heard: AssessmentEvent[] = [];
    tab.watchEvents(acme, (news) => heard.push(...news));
    await tab.appendEvents(acme, events.slice(2), metaOf(events));
    await vi.waitFor(() => expect(heard).toEqual(events.slice(2)));
  });
});

describe("compaction", () => {
  type Step = { readonly kind: "append"; readonly count: number; readonly tab: 0 | 1 } | { readonly kind: "compact" | "at-once" | "reopen"; readonly tab: 0 | 1 };
  const tab = fc.constantFrom<0 | 1>(0, 1);
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant("append" as const), count: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constant(620)), tab }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("compact" as const, "at-once" as const, "reopen" as const), tab }) },
  );
  const whole = journalOf(6000);

  test("any interleaving of appends and compactions by two tabs leaves the same events in the same order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 9 }), async (steps) => {
        const name = freshName();
        const tabs = [await openTab(name), await openTab(name)];
        let stored = 1;
        await tabs[0]!.appendEvents(acme, whole.slice(0, 1), metaOf(whole));
        for (const step of steps) {
          const tab = tabs[step.tab]!;
          if (step.kind === "compact") await tab.compact(acme);
          else if (step.kind === "reopen") {
            tab.close();
            tabs[step.tab] = await openTab(name);
          } else {
            const next = stored + (step.kind === "append" ? step.count : 1);
            if (step.kind === "append") await tab.appendEvents(acme, whole.slice(stored, next), metaOf(whole));
            else {
              await tab.readEvents(acme);
              tab.appendAtOnce(acme, whole.slice(stored, next), metaOf(whole));
            }
            stored = next;
          }
          expect(await tabs[1 - step.tab]!.readEvents(acme)).toEqual(whole.slice(0, stored));
        }
        for (const tab of tabs) tab.close();
      }),
      { numRuns: 25 },
    );
  });

  test("compacting while another tab appends loses nothing", async () => {
    const name = freshName();
    const [one, two] = [await openTab(name), await openTab(name)];
    const events = journalOf(60);
    const append = async () => {
      for (const event of events) await one.appendEvents(acme, [event], metaOf(events));
    };
    const compact = async () => {
      for (let round = 0; round < 15; round += 1) {
        if ((await two.listMeta()).length > 0) await two.compact(acme);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    };
    await Promise.all([append(), compact(), compact()]);
    expect(await (await openTab(name)).readEvents(acme)).toEqual(events);
  });

  test("the merged rows hold the same events in the same order, each once, in batches of at most the limit", () => {
    const events = journalOf(40);
    const rowsOf = fc.array(fc.array(fc.nat(39), { maxLength: 5 }), { maxLength: 12 });
    fc.assert(
      fc.property(rowsOf, (picks) => {
        const rows = picks.map((places, index) => ({
          // Every other row shares its n with the one before, as rows of two tabs do.
          key: [acme, Math.floor(index / 2), `${index % 2}`.padEnd(16, "f")] as const,
          events: places.map((place) => events[place]!),
        }));
        const { replaced, batches } = planMerge(rows, 5);
        const gone = new Set(replaced.map(String));
        const after = [...rows.filter((row) => !gone.has(String(row.key))), ...batches].toSorted((a, b) => a.key[1] - b.key[1] || (a.key[2] < b.key[2] ? -1 : 1));
        const distinct = (all: readonly AssessmentEvent[]) => [...new Set(all)];
        expect(distinct(after.flatMap((row) => row.events))).toEqual(distinct(rows.flatMap((row) => row.events)));
        expect(new Set(after.map((row) => String(row.key))).size).toBe(after.length);
        for (const batch of batches) expect(batch.events.length).toBeLessThanOrEqual(5);
      }),
    );
  });

  test("hundreds of rows become few and say the same", async () => {
    const name = freshName();
    const tab = await openTab(name);
    const events = journalOf(120);
    for (const event of events) await tab.appendEvents(acme, [event], metaOf(events));
    await tab.compact(acme);
    expect(await meddle(name, "seg", (store) => store.count())).toBe(1);
    expect(await tab.readEvents(acme)).toEqual(events);
  });

  test("there is nothing to compact of an assessment that is not stored", async () => {
    const tab = await openTab(freshName());
    expect(await rejection(tab.compact(acme))).toMatchObject({ code: "not-found" });
  });
});
