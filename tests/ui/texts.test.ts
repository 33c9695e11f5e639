import { describe, expect, test } from "vitest";
import { errorCodes, languages, leftOutReasons, problemCodes, type Problem } from "#domain";
import { sayError, sayProblem, texts } from "../../src/ui/texts/index.ts";

describe.each(languages)("in %s", (language) => {
  const t = texts(language);

  test.each(errorCodes)("error %s is a whole sentence", (code) => {
    expect(sayError(t, { code, facts: {} })).toMatch(language === "en" ? /^[A-Z].*\.$/ : /。$/);
  });

  test.each(problemCodes)("problem %s is a whole sentence, with and without a place", (code) => {
    for (const path of ["", "sections.0"]) {
      const problem: Problem = { code, message: "m", path };
      expect(sayProblem(t, problem)).toMatch(language === "en" ? /^[A-Z“].*\.$/ : /。$/);
    }
  });

  test.each(leftOutReasons)("what is left out of a library for %s is said in a whole sentence", (why) => {
    for (const what of ["en", "threats"]) expect(t.leftOut.say({ why, what, path: "", line: 1, count: 1 })).toMatch(language === "en" ? /^[A-Z“].*\.$/ : /。$/);
  });

  test("nothing is shouted", () => {
    expect(JSON.stringify(t)).not.toMatch(/[!！]/);
  });
});

test("dates are written as each language writes them", () => {
  expect(texts("en").common.date("2026-11-21")).toBe("21 November 2026");
  expect(texts("zh-TW").common.date("2026-11-21")).toBe("2026年11月21日");
  expect(texts("en").common.date("soon")).toBe("soon");
});

test("time passed is said in its largest whole unit", () => {
  const now = "2026-11-21T12:00:00.000Z";
  const ago = (at: string) => [texts("en").common.ago(at, now), texts("zh-TW").common.ago(at, now)];
  expect(ago("2026-11-21T11:59:40.000Z")).toEqual(["just now", "剛剛"]);
  expect(ago("2026-11-21T11:59:00.000Z")).toEqual(["1 minute ago", "1分鐘前"]);
  expect(ago("2026-11-19T11:00:00.000Z")).toEqual(["2 days ago", "2天前"]);
  expect(ago("2026-11-21T13:00:00.000Z")).toEqual(["just now", "剛剛"]);
});

test("lists end in a word, not in a comma", () => {
  expect(texts("en").common.list(["a", "b", "c"])).toBe("a, b and c");
  expect(texts("zh-TW").common.list(["甲", "乙"])).toBe("甲與乙");
  expect(texts("en").common.list([])).toBe("");
});

test("[S14] an interval is said with both ends until they meet", () => {
  const say = texts("en").common.figure.interval;
  expect(say({ low: 0.41, high: 0.63 })).toBe("41–63% of target");
  expect(say({ low: 1, high: 1 })).toBe("100% of target");
  expect(say({ low: null, high: null })).toBe("–, no figure: nothing applies");
  expect(texts("zh-TW").common.figure.interval({ low: 0.41, high: 0.63 })).toBe("達目標之41–63%");
});
