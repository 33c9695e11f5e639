import { afterEach, describe, expect, test, vi } from "vitest";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { WorkbenchError } from "#domain";
import { altai, begin, checklists, draft, openTab, until } from "./make-workbench.ts";

afterEach(() => void vi.unstubAllGlobals());

const publicFile = (path: string) => join(import.meta.dirname, "../../public", path);

describe("a browser that keeps nothing", () => {
  const broken = () => openTab(undefined, { openStorage: () => Promise.reject(new WorkbenchError("storage-unavailable", "private mode")) }).workbench;

  test("is told by its code; lists, settings and checklists are there all the same", async () => {
    const workbench = broken();
    await until(() => workbench.failure() !== null);
    expect([workbench.failure(), workbench.assessments(), workbench.identities()]).toEqual(["storage-unavailable", [], []]);
    expect([workbench.persistence(), workbench.outdated(), workbench.hasUnsaved()]).toEqual([null, false, false]);
    expect(workbench.checklists()).toHaveLength(checklists.length);
    workbench.settings.setLanguage("zh-TW");
    expect(workbench.settings.language()).toBe("zh-TW");
    expect(workbench.leave).not.toThrow();
    await workbench.settled();
  });

  test("verifies signatures, and refuses every command that needs storage by that code", async () => {
    const workbench = broken();
    expect((await workbench.verify(new TextEncoder().encode("%PDF-1.7"))).valid).toBe(false);
    const refused = { code: "storage-unavailable" };
    await expect(workbench.create(draft())).rejects.toMatchObject(refused);
    await expect(workbench.open("any" as never)).rejects.toMatchObject(refused);
    await expect(workbench.readAssessment(new Uint8Array())).rejects.toMatchObject(refused);
    await expect(workbench.openSample()).rejects.toMatchObject(refused);
    await expect(workbench.askToPersist()).rejects.toMatchObject(refused);
    await workbench.close();
  });

  test("that throws what is no error of ours is storage that is unavailable", async () => {
    const { workbench } = openTab(undefined, { openStorage: () => Promise.reject(new TypeError("no")) });
    await until(() => workbench.failure() === "storage-unavailable");
    await expect(workbench.create(draft())).rejects.toMatchObject({ code: "storage-unavailable" });
  });
});

describe("a browser that has thrown away its store", () => {
  const kept = () => {
    const values = new Map<string, string>();
    return { read: (key: string) => values.get(key) ?? null, write: (key: string, value: string) => void values.set(key, value) };
  };
  const emptied = async () => {
    const preferences = kept();
    const before = openTab(undefined, { preferences }).workbench;
    const [id] = [await before.create(draft()), await before.create(draft())];
    const file = await before.exportAssessment(id!);
    await until(() => before.assessments()?.length === 2);
    expect(before.loss.count()).toBe(0);
    const { workbench } = openTab(undefined, { preferences });
    await until(() => workbench.assessments() !== null);
    return { workbench, preferences, file };
  };

  test("is told apart from a first run by the number of assessments that were listed", async () => {
    const { workbench, preferences } = await emptied();
    expect(workbench.loss.count()).toBe(2);
    const again = openTab(undefined, { preferences }).workbench;
    await until(() => again.assessments() !== null);
    expect(again.loss.count()).toBe(2);
    const first = openTab(undefined, { preferences: kept() }).workbench;
    await until(() => first.assessments() !== null);
    expect(first.loss.count()).toBe(0);
  });

  test("is said until note is taken, or as many assessments are here again", async () => {
    const { workbench, preferences, file } = await emptied();
    const plan = await workbench.readAssessment(file.bytes);
    if (!plan.ok) throw new Error("the export cannot be read");
    await plan.value.confirm();
    await until(() => workbench.assessments()?.length === 1);
    expect(workbench.loss.count()).toBe(2);
    await workbench.create(draft());
    await until(() => workbench.assessments()?.length === 2);
    expect(workbench.loss.count()).toBe(0);
    const other = await emptied();
    other.workbench.loss.takeNote();
    expect(other.workbench.loss.count()).toBe(0);
    const again = openTab(undefined, { preferences: other.preferences }).workbench;
    await until(() => again.assessments() !== null);
    expect([again.loss.count(), preferences.read("listed")]).toEqual([0, "2"]);
  });

  test("is not said when the last assessment was removed", async () => {
    const preferences = kept();
    const { workbench, name } = openTab(undefined, { preferences });
    const id = await workbench.create(draft());
    await until(() => workbench.assessments()?.length === 1);
    await workbench.remove(id);
    await until(() => workbench.assessments()?.length === 0);
    const again = openTab(name, { preferences }).workbench;
    await until(() => again.assessments() !== null);
    expect(again.loss.count()).toBe(0);
  });
});

test("an old tab says that another has upgraded the store, saves what it has and writes no more", async () => {
  let tell: () => void = () => undefined;
  const tab = openTab();
  const { workbench } = openTab(undefined, {
    openStorage: (onOutdated) => {
      tell = onOutdated;
      return tab.storage;
    },
  });
  expect(workbench.outdated()).toBe(false);
  const session = await workbench.open(await workbench.create(draft()));
  await until(session.isEditing);
  session.setAssessedAt("2026-11-22");
  tell();
  expect(workbench.outdated()).toBe(true);
  await until(() => !session.isEditing());
  expect(() => session.setAssessedAt("2026-11-23")).toThrow(expect.objectContaining({ code: "storage-newer-version" }));
  await until(() => session.saveState().kind === "saved");
  expect((await (await tab.storage).readEvents(session.id)).length).toBe(2);
});

describe("settings", () => {
  test("are read from what was kept, else from the languages of the browser, and kept when changed", () => {
    const kept = new Map([["theme", "dark"], ["language", "de"]]);
    const preferences = { read: (key: string) => kept.get(key) ?? null, write: (key: string, value: string) => void kept.set(key, value) };
    const { settings } = openTab(undefined, { preferences, preferredLanguages: ["fr", "zh-HK", "en"] }).workbench;
    expect([settings.theme(), settings.language(), settings.person()]).toEqual(["dark", "zh-TW", ""]);
    settings.setLanguage("en");
    settings.setTheme("light");
    settings.setPerson("林");
    expect(Object.fromEntries(kept)).toEqual({ theme: "light", language: "en", person: "林" });
  });
});

describe("the sample", () => {
  const serve = () =>
    vi.stubGlobal("fetch", async (url: string) => {
      const path = new URL(url, "http://localhost:3000/").pathname;
      try {
        return new Response(readFileSync(publicFile(decodeURIComponent(path))));
      } catch {
        return new Response("", { status: 404 });
      }
    });

  test("opens with its answers and the bytes of its evidence, once", async () => {
    serve();
    const tab = openTab();
    const id = await tab.workbench.openSample();
    expect(await tab.workbench.openSample()).toBe(id);
    expect(await (await tab.storage).listMeta()).toHaveLength(1);
    const session = await tab.workbench.open(id);
    expect(session.differences()).toEqual([]);
    expect(session.result().checklists.map((one) => one.id)).toContain(altai);
    const files = session.assessment().evidence.filter((one) => one.kind === "file");
    const stored = await Promise.all(files.map((one) => session.readFile(one.sha256)));
    expect(stored.filter((bytes) => bytes !== null).length).toBeGreaterThan(0);
  });

  test("that cannot be fetched is not found", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("offline")));
    await expect(openTab().workbench.openSample()).rejects.toMatchObject({ code: "not-found" });
  });
});

test("a checklist of a new assessment must be here", async () => {
  const tab = openTab();
  await expect(begin(tab, { checklists: ["unheard-of" as never] })).rejects.toMatchObject({ code: "not-found" });
  expect(await (await tab.storage).listMeta()).toEqual([]);
});

test("a new assessment on a day that is none is refused", async () => {
  await expect(openTab().workbench.create(draft({ assessedAt: "" }))).rejects.toMatchObject({ code: "bad-input" });
});
