import { Dexie } from "dexie";
import { afterEach, describe, expect, test, vi } from "vitest";
import { WorkbenchError } from "#domain";
import { openStorage } from "#storage";
import { openError, storageError } from "../../src/storage/storage-error.ts";
import { acme, journalOf, metaOf } from "./journal-of.ts";
import { freshName, meddle, openTab, rejection } from "./open-test-storage.ts";

afterEach(() => void vi.unstubAllGlobals());

describe("opening", () => {
  test("without IndexedDB the storage is unavailable", async () => {
    vi.stubGlobal("indexedDB", undefined);
    await expect(openStorage({ onOutdated: () => {} })).rejects.toMatchObject({ code: "storage-unavailable" });
  });

  test("a browser that refuses in private mode makes the storage unavailable", async () => {
    for (const name of ["SecurityError", "InvalidStateError"]) {
      const open = () => {
        throw new DOMException("refused", name);
      };
      vi.stubGlobal("indexedDB", { open, deleteDatabase: open });
      await expect(openStorage({ name: freshName(), onOutdated: () => {} })).rejects.toMatchObject({ code: "storage-unavailable" });
    }
  });

  test("a layout newer than this build is not touched", async () => {
    const name = freshName();
    await openTab(name);
    await meddle(name, "kv", (store) => store.put({ key: "schema", value: 3 }));
    await expect(openStorage({ name, onOutdated: () => {} })).rejects.toMatchObject({ code: "storage-newer-version" });
    const newer = await upgrade(freshName());
    await expect(openStorage({ name: newer.name, onOutdated: () => {} })).rejects.toMatchObject({ code: "storage-newer-version" });
    expect(newer.isOpen()).toBe(true);
    expect([newer.backendDB().version, newer.backendDB().objectStoreNames.length]).toEqual([30, 5]);
    newer.close();
  });

  test("what is closed stays closed", async () => {
    const tab = await openTab(freshName());
    tab.close();
    expect(await rejection(tab.appendEvents(acme, journalOf(1), metaOf(journalOf(1))))).toMatchObject({ code: "storage-failed" });
  });
});

describe("an old tab after another has upgraded the layout", () => {
  test("it is told once, writes nothing any more and says why", async () => {
    const name = freshName();
    const onOutdated = vi.fn();
    const tab = await openTab(name, { onOutdated });
    const events = journalOf(3);
    await tab.appendEvents(acme, events.slice(0, 1), metaOf(events));
    tab.watchEvents(acme, () => {});
    const newer = await upgrade(name);
    expect(onOutdated).toHaveBeenCalledTimes(1);
    const refused = { code: "storage-newer-version" };
    await expect(tab.appendEvents(acme, events.slice(1), metaOf(events))).rejects.toMatchObject(refused);
    await expect(tab.compact(acme)).rejects.toMatchObject(refused);
    await expect(tab.writeSetting("a", 1)).rejects.toMatchObject(refused);
    expect(() => tab.appendAtOnce(acme, events.slice(1), metaOf(events))).toThrow(expect.objectContaining(refused));
    expect(await newer.table("seg").count()).toBe(1);
    newer.close();
  });

  test("what it appends at once when it is told is on the disk before the layout changes", async () => {
    const name = freshName();
    const events = journalOf(3);
    const kept: Promise<boolean>[] = [];
    const tab = await openTab(name, { onOutdated: () => void kept.push(tab.appendAtOnce(acme, events.slice(1), metaOf(events))) });
    await tab.appendEvents(acme, events.slice(0, 1), metaOf(events));
    const newer = await upgrade(name);
    expect(await Promise.all(kept)).toEqual([true]);
    expect(await newer.table("seg").count()).toBe(2);
    newer.close();
  });
});

describe("a full disk", () => {
  test("an append is refused as storage-full, leaves nothing half written, and succeeds once there is room", async () => {
    const name = freshName();
    const tab = await openTab(name);
    const events = journalOf(3);
    await tab.appendEvents(acme, events.slice(0, 1), metaOf(events.slice(0, 1)));
    const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("no room", "QuotaExceededError");
    });
    await expect(tab.appendEvents(acme, events.slice(1), metaOf(events))).rejects.toMatchObject({ code: "storage-full", facts: { assessment: acme } });
    put.mockRestore();
    expect(await tab.readEvents(acme)).toEqual(events.slice(0, 1));
    expect(await tab.listMeta()).toEqual([metaOf(events.slice(0, 1))]);
    await tab.appendEvents(acme, events.slice(1), metaOf(events));
    expect(await tab.readEvents(acme)).toEqual(events);
  });

  test("the quota is recognised wherever it hides in what is thrown", () => {
    const quota = new DOMException("no room", "QuotaExceededError");
    const inner = Object.assign(new Error("aborted"), { name: "AbortError", inner: quota });
    const bulk = Object.assign(new Error("bulk"), { name: "BulkError", failures: [new Error("one"), inner] });
    for (const cause of [quota, inner, bulk, new Error("wrapped", { cause: bulk })]) {
      expect(storageError(cause, { assessment: acme })).toMatchObject({ code: "storage-full", facts: { assessment: acme } });
    }
    const round: { inner?: unknown } = {};
    round.inner = round;
    for (const cause of [new Error("else"), null, "text", round]) expect(storageError(cause).code).toBe("storage-failed");
    const known = new WorkbenchError("not-found", "gone");
    expect(storageError(known)).toBe(known);
    expect(openError(quota).code).toBe("storage-full");
  });

  test("a store that cannot be opened is not said to be safe", () => {
    expect(openError(new DOMException("Internal error opening backing store for indexedDB.open.", "UnknownError")).code).toBe("storage-unreadable");
    expect(openError(new WorkbenchError("storage-failed", "known")).code).toBe("storage-failed");
  });
});

describe("beside the database", () => {
  test("where the browser has no locks, the lock says that it excludes nobody", async () => {
    vi.stubGlobal("navigator", {});
    const tab = await openTab(freshName());
    const lock = await tab.takeEditLock(acme);
    expect(lock?.exclusive).toBe(false);
    lock?.release();
    expect((await tab.waitForEditLock(acme, new AbortController().signal)).exclusive).toBe(false);
  });

  test("where the browser does not tell of room or persistence, neither is claimed", async () => {
    vi.stubGlobal("navigator", {});
    const tab = await openTab(freshName());
    expect(await tab.persistence()).toEqual({ persisted: false, usage: null, quota: null });
    expect(await tab.askToPersist()).toBe(false);
  });
});

/** What a build with the next layout does. */
async function upgrade(name: string): Promise<Dexie> {
  const dexie = new Dexie(name, { indexedDB, IDBKeyRange });
  dexie.version(3).stores({ meta: "id", snap: "assessment", seg: "[assessment+n+row]", kv: "key", more: "id" });
  await dexie.open();
  return dexie;
}
