import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { AssessmentEvent, ChecklistId } from "#domain";
import { plainSealer } from "#storage";
import { makeAesSealer } from "./aes-sealer.ts";
import { acme, extend, journalOf, metaOf } from "./journal-of.ts";
import { freshName, meddle, openTab, rejection } from "./open-test-storage.ts";

describe("the plain sealer", () => {
  test("what is sealed opens to the same bytes, whichever way it was sealed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 6000 }), async (bytes) => {
        expect(await plainSealer.open(await plainSealer.seal(bytes, "a|seg|1"), "a|seg|1")).toEqual(bytes);
        expect(await plainSealer.open(plainSealer.sealAtOnce!(bytes, "a|seg|1"), "a|seg|1")).toEqual(bytes);
      }),
    );
  });

  test("long text is packed; what does not shrink is not", async () => {
    const text = new TextEncoder().encode("the same again ".repeat(1000));
    expect((await plainSealer.seal(text, "")).length).toBeLessThan(text.length / 10);
    const noise = crypto.getRandomValues(new Uint8Array(5000));
    expect((await plainSealer.seal(noise, "")).length).toBe(5003);
  });

  test("hostile blobs are refused, never a crash or a hang", async () => {
    const sealed = await plainSealer.seal(new TextEncoder().encode("a".repeat(5000)), "");
    const broken = sealed.with(sealed.length - 8, sealed.at(-8)! ^ 1);
    const keyed = sealed.with(2, 4);
    const cases = [new Uint8Array(), sealed.subarray(0, 2), sealed.with(0, 9), sealed.with(1, 7), keyed, sealed.subarray(0, 20), broken];
    for (const blob of cases) expect(await rejection(plainSealer.open(blob, ""))).toBeInstanceOf(Error);
  });
});

describe("a sealer that encrypts", () => {
  test("every blob of the workbench passes it, and none can be read without", async () => {
    const name = freshName();
    const sealer = await makeAesSealer();
    const tab = await openTab(name, { sealer });
    const events = extend([], 3, acme, "d1", 20);
    await tab.appendEvents(acme, events.slice(0, 2), metaOf(events));
    tab.appendAtOnce(acme, events.slice(2), metaOf(events));
    await vi.waitFor(async () => expect(await tab.readEvents(acme)).toEqual(events));
    await tab.compact(acme);
    await tab.putFile("ab", new Uint8Array(3), "image/png");
    await tab.putChecklist({ digest: "sha256-cd", id: "own" as ChecklistId, version: "1", text: "a: 1" });
    const kinds = new Set([...sealer.places].map((place) => place.split("|")[1]));
    expect(kinds).toEqual(new Set(["seg", "meta", "file", "checklist"]));
    expect(await tab.readEvents(acme)).toEqual(events);
    expect(await tab.listMeta()).toEqual([metaOf(events)]);
    for (const store of ["meta", "seg"]) {
      const rows = await meddle(name, store, (rows) => rows.getAll());
      const text = new TextDecoder("latin1").decode(Buffer.concat(rows.map((row: { sealed: Uint8Array }) => row.sealed)));
      expect(text).not.toMatch(/Loan|Mei|nnnn/);
    }
  });

  test("a row put in another's place is noticed", async () => {
    const name = freshName();
    const tab = await openTab(name, { sealer: await makeAesSealer() });
    const events: readonly AssessmentEvent[] = journalOf(2);
    await tab.appendEvents(acme, events.slice(0, 1), metaOf(events));
    await tab.appendEvents(acme, events.slice(1), metaOf(events));
    const [first, second] = await meddle(name, "seg", (rows) => rows.getAll());
    await meddle(name, "seg", (rows) => rows.put({ ...second, sealed: first.sealed }));
    const { events: left, failures } = await tab.salvageEvents(acme);
    expect(left).toEqual(events.slice(0, 1));
    expect(failures).toMatchObject([{ code: "storage-failed", facts: { assessment: acme, row: `seg 2.${second.row}` } }]);
  });
});
