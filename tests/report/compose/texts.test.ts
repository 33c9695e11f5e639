import { describe, expect, test } from "vitest";
import { en } from "../../../src/report/texts/en.ts";
import { zhTw } from "../../../src/report/texts/zh-tw.ts";

/** Every text by its path; a function of facts is called with marks that must come back. */
function leaves(tree: unknown, path = ""): ReadonlyMap<string, string> {
  if (typeof tree === "string") return new Map([[path, tree]]);
  if (typeof tree === "function") return new Map([[path, String(tree(...["7", "8", "9"].slice(0, tree.length)))]]);
  if (typeof tree !== "object" || tree === null) return new Map();
  return new Map(Object.entries(tree).flatMap(([key, value]) => [...leaves(value, path === "" ? key : `${path}.${key}`)]));
}

const english = leaves(en);
const chinese = leaves(zhTw);
const spaces = ["words.gap"];
/** Names of standards, tools, commands and symbols that are the same in every language. */
const shared = /^(language|words\.language|methodology\.(symbols\.\d+\.symbol|rules\.\w+\.formula))|digest$/;

describe("the texts of a report", () => {
  test("are the same set in both languages, and none is empty", () => {
    expect([...chinese.keys()]).toEqual([...english.keys()]);
    for (const texts of [english, chinese]) {
      const empty = [...texts].filter(([path, text]) => text.trim() === "" && !spaces.includes(path));
      expect(empty).toEqual([]);
    }
  });

  test("are written in each language: no Chinese in the English, no sentence left in English in the Chinese", () => {
    expect([...english].filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
    const untranslated = [...chinese].filter(
      ([path, text]) => !/\p{Script=Han}/u.test(text) && /[A-Za-z]{3}/.test(text) && !shared.test(path),
    );
    expect(untranslated).toEqual([]);
  });

  test("use every fact that they are handed", () => {
    for (const tree of [en, zhTw]) {
      const forgetful = [...leaves(tree)].filter(([path, text]) => {
        const given = path.split(".").reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], tree);
        return typeof given === "function" && !["7", "8", "9"].slice(0, given.length).every((fact) => text.includes(fact));
      });
      expect(forgetful.map(([path]) => path)).toEqual([]);
    }
  });

  test("set Chinese with full-width marks", () => {
    const halfWidth = /\p{Script=Han}[,;:?!()]|[,;:?!]\p{Script=Han}|\p{Script=Han}\./u;
    expect([...chinese].filter(([, text]) => halfWidth.test(text))).toEqual([]);
  });

  test("use the words of the trade in Taiwan", () => {
    const foreign = /證據|審計|信息|數據|質量|軟件|默認|支持者|用戶|文檔|網絡|程序員|視頻/;
    expect([...chinese].filter(([, text]) => foreign.test(text))).toEqual([]);
  });

  test("never exclaim", () => {
    expect([...english, ...chinese].filter(([, text]) => /[!！]/.test(text))).toEqual([]);
  });
});

describe("dates", () => {
  test("stand in the habit of the language", () => {
    expect([en, zhTw].map(({ words }) => words.date("2026-03-05"))).toEqual(["5 March 2026", "2026年3月5日"]);
    expect([en, zhTw].map(({ words }) => words.moment("2026-11-21T09:00:00.000Z"))).toEqual([
      "21 November 2026, 09:00 UTC",
      "2026年11月21日 09:00（UTC）",
    ]);
  });

  test("that are none are left as they were written", () => {
    for (const { words } of [en, zhTw]) {
      expect(["", "soon", "2026-13"].map(words.date)).toEqual(["", "soon", "2026-13"]);
      expect(words.moment("2026-11-21")).toBe("2026-11-21");
    }
    expect(en.words.date("2026-13-01")).toBe("2026-13-01");
  });
});
