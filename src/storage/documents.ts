import type { Digest, WorkbenchError } from "#domain";
import type { ChecklistRow, Database } from "./database.ts";
import type { Sealer } from "./sealer.ts";
import { isFields, isText } from "./shapes.ts";
import { damaged, thrown } from "./storage-error.ts";
import type { Storage, StoredChecklist, StoredFile, StoredIdentity } from "./storage.ts";
import { bytesOf, placeOf } from "./stored-json.ts";

type Files = Pick<Storage, "putFile" | "getFile" | "listFiles" | "removeFile">;
type Checklists = Pick<Storage, "putChecklist" | "listChecklists" | "listKeptChecklists" | "getChecklist" | "removeChecklist">;
type Identities = Pick<Storage, "putIdentity" | "listIdentities" | "removeIdentity">;
type Settings = Pick<Storage, "readSetting" | "writeSetting">;
type OnDamage = (failure: WorkbenchError) => void;

/** What is kept beside the journals: whole documents, each in a row of its own. */
export function createDocuments(db: Database, sealer: Sealer, onDamage: OnDamage): Files & Checklists & Identities & Settings {
  return { ...files(db, sealer), ...checklists(db, sealer, onDamage), ...identities(db, onDamage), ...settings(db) };
}

function files(db: Database, sealer: Sealer): Files {
  return {
    putFile: (sha256, bytes, mediaType) =>
      db.attempt({ file: sha256 }, async () => {
        const sealed = await sealer.seal(bytes, placeOf("file", sha256));
        await db.files.put({ sha256, mediaType, sealed });
      }),
    getFile: (sha256) => db.attempt({ file: sha256 }, () => getFile(db, sealer, sha256)),
    listFiles: () => db.attempt({}, () => db.files.toCollection().primaryKeys()),
    removeFile: (sha256) => db.attempt({ file: sha256 }, () => db.files.delete(sha256)),
  };
}

function checklists(db: Database, sealer: Sealer, onDamage: OnDamage): Checklists {
  return {
    putChecklist: ({ digest, id, version, text, kept }) =>
      db.attempt({ checklist: id }, async () => {
        const sealed = await sealer.seal(new TextEncoder().encode(text), placeOf("checklist", digest));
        await db.dexie.transaction("rw", db.checklists, async () => {
          if (kept && (await db.checklists.get(digest))) return;
          await db.checklists.put({ digest, id, version, ...(kept ? { kept } : {}), sealed });
        });
      }),
    listChecklists: () =>
      db.attempt({}, async () => {
        const rows = await db.checklists.filter((row) => !row.kept).toArray();
        const opened = await Promise.all(rows.map((row) => openChecklist(sealer, row, onDamage)));
        return opened.filter((one) => one !== null);
      }),
    listKeptChecklists: () =>
      db.attempt({}, async () => {
        const rows = await db.checklists.filter((row) => row.kept === true).toArray();
        return rows.filter((row) => isText(row.id) && isText(row.version)).map(nameOf);
      }),
    getChecklist: (digest) =>
      db.attempt({ digest }, async () => {
        const row = await db.checklists.get(digest);
        const opened = row ? await openChecklist(sealer, row, onDamage) : null;
        if (!opened || !globalThis.crypto?.subtle || `sha256-${await digestOf(new TextEncoder().encode(opened.text))}` === digest) return opened;
        onDamage(damaged(`checklist ${digest}`, new TypeError("its text has another digest"), { digest }));
        return null;
      }),
    removeChecklist: (digest, { keep } = { keep: false }) =>
      db.attempt({ digest }, async () => void (await (keep ? db.checklists.update(digest, { kept: true }) : db.checklists.delete(digest)))),
  };
}

function identities(db: Database, onDamage: OnDamage): Identities {
  return {
    putIdentity: (identity) => db.attempt({ identity: identity.id }, async () => void (await db.identities.put(identity))),
    listIdentities: () =>
      db.attempt({}, async () => {
        const rows = await db.identities.toArray();
        return rows.filter((row) => {
          const { id } = row;
          if (isIdentity(row)) return true;
          onDamage(damaged(`keys ${id}`, new TypeError("it holds no identity"), { identity: id }));
          return false;
        });
      }),
    removeIdentity: (id) => db.attempt({ identity: id }, () => db.identities.delete(id)),
  };
}

function settings(db: Database): Settings {
  return {
    readSetting: (key, guard) =>
      db.attempt({ setting: key }, async () => {
        const value = (await db.settings.get(settingKey(key)))?.value;
        return guard(value) ? value : null;
      }),
    writeSetting: (key, value) => db.attempt({ setting: key }, async () => void (await db.settings.put({ key: settingKey(key), value }))),
  };
}

/** The digest is compared wherever there is WebCrypto, which is everywhere but on plain http. */
async function getFile(db: Database, sealer: Sealer, sha256: string): Promise<StoredFile | null> {
  const row = await db.files.get(sha256);
  if (!row) return null;
  const bytes = await readBlob(sealer, row.sealed, "file", sha256);
  if (globalThis.crypto?.subtle && (await digestOf(bytes)) !== sha256.replace(/^sha256-/, "").toLowerCase()) {
    throw damaged(`file ${sha256}`, new TypeError("its bytes have another digest"), { file: sha256 });
  }
  return { bytes, mediaType: isText(row.mediaType) ? row.mediaType : "application/octet-stream" };
}

async function openChecklist(sealer: Sealer, row: ChecklistRow, onDamage: OnDamage): Promise<StoredChecklist | null> {
  try {
    const bytes = await readBlob(sealer, row.sealed, "checklist", row.digest);
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!isText(row.id) || !isText(row.version)) throw thrown("storage-failed", "It names no checklist.", {});
    return { ...nameOf(row), text };
  } catch (cause) {
    onDamage(damaged(`checklist ${row.digest}`, cause, { digest: row.digest }));
    return null;
  }
}

function nameOf({ digest, id, version, kept }: ChecklistRow): Omit<StoredChecklist, "text"> {
  return { digest: digest as Digest, id: id as StoredChecklist["id"], version, ...(kept ? { kept } : {}) };
}

async function readBlob(sealer: Sealer, sealed: unknown, kind: "file" | "checklist", key: string): Promise<Uint8Array> {
  try {
    return await sealer.open(bytesOf(sealed), placeOf(kind, key));
  } catch (cause) {
    throw damaged(`${kind} ${key}`, cause, { [kind]: key });
  }
}

async function digestOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function isIdentity(row: unknown): row is StoredIdentity {
  return isFields(row) && isFields(row["summary"]) && isFields(row["privateKey"]) && Array.isArray(row["certificates"]);
}

/** Settings share a table with the layout's number. */
function settingKey(key: string): string {
  return `setting:${key}`;
}
