import { createHash, webcrypto } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import type { AssessmentId, AssessmentMeta, ChecklistId, WorkbenchError } from "#domain";
import { acme, journalOf, metaOf } from "./journal-of.ts";
import { freshName, meddle, openTab } from "./open-test-storage.ts";

describe("the list of assessments", () => {
  test("it tells the latest edit first, and every tab hears of changes by any other", async () => {
    const name = freshName();
    const [one, two] = [await openTab(name), await openTab(name)];
    const heard: (readonly AssessmentMeta[])[] = [];
    const stop = two.watchMeta((rows) => heard.push(rows));
    const ids = ["a", "b", "c"] as AssessmentId[];
    for (const [index, id] of ids.entries()) await one.appendEvents(id, journalOf(index + 1, id), metaOf(journalOf(index + 1, id), id));
    await vi.waitFor(() => expect(heard.at(-1)?.map((row) => row.id)).toEqual(["c", "b", "a"]));
    expect(await one.listMeta()).toEqual(heard.at(-1));
    stop();
    const calls = heard.length;
    await one.remove("a" as AssessmentId);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(heard).toHaveLength(calls);
    expect((await two.listMeta()).map((row) => row.id)).toEqual(["c", "b"]);
  });

  test("removing an assessment leaves nothing of it, a projection that an earlier build stored included", async () => {
    const name = freshName();
    const tab = await openTab(name);
    await tab.appendEvents(acme, journalOf(2), metaOf(journalOf(2)));
    await meddle(name, "snap", (store) => store.put({ assessment: acme, events: 2, sealed: new Uint8Array([1, 0, 0, 0x7b, 0x7d]) }));
    await tab.remove(acme);
    for (const store of ["meta", "seg", "snap"]) expect(await meddle(name, store, (rows) => rows.count()), store).toBe(0);
  });

  test("an export mark outlives the edits of a tab that has not heard of it", async () => {
    const tab = await openTab(freshName());
    const events = journalOf(3);
    await tab.appendEvents(acme, events.slice(0, 2), metaOf(events.slice(0, 2)));
    await tab.markExported(acme, "2026-11-21T09:00:00.000Z", 2);
    await tab.appendEvents(acme, events.slice(2), metaOf(events));
    await tab.putMeta({ ...metaOf(events), name: "Renamed" });
    await tab.markExported(acme, "2026-11-20T09:00:00.000Z", 1);
    expect(await tab.listMeta()).toEqual([{ ...metaOf(events), name: "Renamed", exportedAt: "2026-11-21T09:00:00.000Z", exportedEvents: 2 }]);
  });

  test("a later export counts though the clock was set back", async () => {
    const tab = await openTab(freshName());
    const events = journalOf(3);
    await tab.appendEvents(acme, events.slice(0, 2), metaOf(events.slice(0, 2)));
    await tab.markExported(acme, "2026-11-21T09:00:00.000Z", 2);
    await tab.appendEvents(acme, events.slice(2), metaOf(events));
    await tab.markExported(acme, "2025-11-21T09:00:00.000Z", 3);
    expect(await tab.listMeta()).toMatchObject([{ exportedAt: "2025-11-21T09:00:00.000Z", exportedEvents: 3 }]);
  });

  test("no row is made for an assessment that is not stored", async () => {
    const tab = await openTab(freshName());
    await expect(tab.putMeta(metaOf([]))).rejects.toMatchObject({ code: "not-found" });
    await expect(tab.markExported(acme, "2026-11-21T09:00:00.000Z", 1)).rejects.toMatchObject({ code: "not-found" });
    expect(await tab.listMeta()).toEqual([]);
  });
});

describe("damage", () => {
  test("a damaged row is named, and costs no other row", async () => {
    const name = freshName();
    const told: WorkbenchError[] = [];
    const tab = await openTab(name, { onDamage: (failure) => told.push(failure) });
    const events = journalOf(4);
    for (const event of events) await tab.appendEvents(acme, [event], metaOf(events));
    const rows = await meddle(name, "seg", (store) => store.getAll());
    const text = (value: string) => new Uint8Array([1, 0, 0, ...new TextEncoder().encode(value)]);
    const wrong = { ...JSON.parse(JSON.stringify(events[2])), kind: "constructor" };
    await meddle(name, "seg", (store) => store.put({ ...rows[1], sealed: text("{") }));
    await meddle(name, "seg", (store) => store.put({ ...rows[2], sealed: text(JSON.stringify([wrong])) }));
    await meddle(name, "seg", (store) => store.put({ ...rows[3], sealed: "text" }));
    const other = await openTab(name);
    const { events: left, failures } = await other.salvageEvents(acme);
    expect(left).toEqual(events.slice(0, 1));
    expect(failures.map((failure) => [failure.code, failure.facts["assessment"], failure.facts["row"]])).toEqual(
      rows.slice(1).map((row: { n: number; row: string }) => ["storage-failed", acme, `seg ${row.n}.${row.row}`]),
    );
    await expect(other.readEvents(acme)).rejects.toMatchObject({ code: "storage-failed" });
    await expect(other.compact(acme)).rejects.toMatchObject({ code: "storage-failed" });
    expect(await meddle(name, "seg", (store) => store.count())).toBe(4);
    tab.watchEvents(acme, () => {}, { known: [] });
    await vi.waitFor(() => expect(told.map((failure) => failure.facts["row"])).toEqual(failures.map((failure) => failure.facts["row"])));
  });

  test("a damaged log can still be appended to", async () => {
    const name = freshName();
    const events = journalOf(3);
    await (await openTab(name)).appendEvents(acme, events.slice(0, 2), metaOf(events));
    const [row] = await meddle(name, "seg", (store) => store.getAll());
    await meddle(name, "seg", (store) => store.put({ ...row, sealed: new Uint8Array([1, 1, 0, 5]) }));
    const tab = await openTab(name);
    await tab.appendEvents(acme, events.slice(2), metaOf(events));
    expect((await tab.salvageEvents(acme)).events).toEqual(events.slice(2));
  });

  test("lists leave a damaged row out and tell of it", async () => {
    const name = freshName();
    const told: WorkbenchError[] = [];
    const tab = await openTab(name, { onDamage: (failure) => told.push(failure) });
    await tab.appendEvents(acme, journalOf(1), metaOf(journalOf(1)));
    await meddle(name, "meta", (store) => store.put({ id: "bad", tag: "1", sealed: new Uint8Array([9]) }));
    await meddle(name, "checklist", (store) => store.put({ digest: "sha256-1", id: "x", version: "1", sealed: new Uint8Array([1, 0, 0, 0xff]) }));
    await meddle(name, "keys", (store) => store.put({ id: "k", summary: null }));
    expect((await tab.listMeta()).map((row) => row.id)).toEqual([acme]);
    expect(await tab.listChecklists()).toEqual([]);
    expect(await tab.listIdentities()).toEqual([]);
    expect(told.map((failure) => failure.facts["row"])).toEqual(["meta bad", "checklist sha256-1", "keys k"]);
  });
});

describe("documents", () => {
  const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

  test("evidence comes back byte for byte, small, large, empty and incompressible", async () => {
    const name = freshName();
    const tab = await openTab(name);
    const files = [new Uint8Array(), new Uint8Array([1, 2]), new Uint8Array(200_000), webcrypto.getRandomValues(new Uint8Array(50_000))];
    for (const bytes of files) await tab.putFile(digest(bytes), bytes, "application/pdf");
    const other = await openTab(name);
    for (const bytes of files) expect(await other.getFile(digest(bytes))).toEqual({ bytes, mediaType: "application/pdf" });
    expect(new Set(await other.listFiles())).toEqual(new Set(files.map(digest)));
    await other.removeFile(digest(files[0]!));
    expect(await tab.getFile(digest(files[0]!))).toBeNull();
  });

  test("evidence whose bytes have changed is not handed out", async () => {
    const name = freshName();
    const tab = await openTab(name);
    const bytes = new Uint8Array([1, 2, 3]);
    await tab.putFile(digest(bytes), bytes, "image/png");
    await meddle(name, "file", (store) => store.put({ sha256: digest(bytes), mediaType: "image/png", sealed: new Uint8Array([1, 0, 0, 9]) }));
    await expect(tab.getFile(digest(bytes))).rejects.toMatchObject({ code: "storage-failed", facts: { file: digest(bytes) } });
  });

  test("a checklist's text comes back to the letter, byte order mark and all", async () => {
    const tab = await openTab(freshName());
    const checklist = { digest: "sha256-1" as const, id: "own" as ChecklistId, version: "2", text: `\ufefftitle: 清單\r\n${"x".repeat(3000)}` };
    await tab.putChecklist(checklist);
    expect(await tab.listChecklists()).toEqual([checklist]);
    await tab.removeChecklist("sha256-1");
    expect(await tab.listChecklists()).toEqual([]);
  });

  test("a kept text is on no shelf, never takes one off it, and is handed out only while it is what its digest says", async () => {
    const name = freshName();
    const told: WorkbenchError[] = [];
    const tab = await openTab(name, { onDamage: (failure) => told.push(failure) });
    const text = "title: 清單\n".repeat(20_000);
    const version = { digest: `sha256-${digest(new TextEncoder().encode(text))}` as const, id: "own" as ChecklistId, version: "2", text };
    await tab.putChecklist({ ...version, kept: true });
    const { text: _text, ...named } = { ...version, kept: true as const };
    expect([await tab.listChecklists(), await tab.listKeptChecklists()]).toEqual([[], [named]]);
    expect(await tab.getChecklist(version.digest)).toEqual({ ...version, kept: true });
    await tab.putChecklist(version);
    await tab.putChecklist({ ...version, kept: true });
    expect([await tab.listChecklists(), await tab.listKeptChecklists()]).toEqual([[version], []]);
    await tab.removeChecklist(version.digest, { keep: true });
    expect([await tab.listChecklists(), await tab.listKeptChecklists()]).toEqual([[], [named]]);
    await meddle(name, "checklist", (store) => store.put({ ...named, sealed: new Uint8Array([1, 0, 0, 9]) }));
    expect(await tab.getChecklist(version.digest)).toBeNull();
    expect(told.map((failure) => failure.facts["row"])).toEqual([`checklist ${version.digest}`]);
    await tab.removeChecklist(version.digest);
    expect(await tab.listKeptChecklists()).toEqual([]);
  });

  test("a signing key that cannot be exported is kept and still signs", async () => {
    const name = freshName();
    const { privateKey } = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign", "verify"]);
    const time = "2026-11-21T09:00:00.000Z";
    const certificate = {
      subject: "Mei", organisation: null, issuer: "Mei", selfSigned: true, serial: "1",
      notBefore: time, notAfter: time, fingerprint: "ab", key: "ECDSA P-256",
    };
    const identity = { id: "i", summary: { id: "i", label: "Mei", origin: "device" as const, certificate }, privateKey, certificates: [new Uint8Array([48])] };
    await (await openTab(name)).putIdentity(identity);
    const tab = await openTab(name);
    const [found] = await tab.listIdentities();
    expect(found?.summary).toEqual(identity.summary);
    expect(found?.certificates).toEqual(identity.certificates);
    expect(found?.privateKey.extractable).toBe(false);
    const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, found!.privateKey, new Uint8Array(1));
    expect(signature.byteLength).toBe(64);
    await tab.removeIdentity("i");
    expect(await tab.listIdentities()).toEqual([]);
  });

  test("a setting is read only in the shape that is asked for", async () => {
    const tab = await openTab(freshName());
    const isText = (value: unknown): value is string => typeof value === "string";
    const isNumber = (value: unknown): value is number => typeof value === "number";
    expect(await tab.readSetting("language", isText)).toBeNull();
    await tab.writeSetting("language", "zh-TW");
    expect(await tab.readSetting("language", isText)).toBe("zh-TW");
    expect(await tab.readSetting("language", isNumber)).toBeNull();
    expect(await tab.readSetting("schema", isNumber)).toBeNull();
    await expect(tab.writeSetting("bad", () => 1)).rejects.toMatchObject({ code: "storage-failed", facts: { setting: "bad" } });
  });
});
