import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffWords } from "#domain";

const marked = (before: string, after: string) =>
  diffWords(before, after).map(({ kind, text }) => (kind === "same" ? text : kind === "removed" ? `[-${text}]` : `[+${text}]`)).join("");

describe("the difference of two texts", () => {
  test("is told by words, in Chinese by characters", () => {
    expect(marked("Can the operator stop the crane?", "Can the foreman stop the crane?")).toBe("Can the [-operator][+foreman] stop the crane?");
    expect(marked("操作人員能否隨時停止？", "操作人員與領班能否停止？")).toBe("操作人員[+與領班]能否[-隨時]停止？");
  });

  test("a blank between two changed words goes with them", () => {
    expect(marked("one two three", "four five three")).toBe("[-one two][+four five] three");
  });

  test("tells both texts whole, with no two neighbours of one kind and none empty", () => {
    const text = fc.array(fc.constantFrom("a", "b", " ", "  ", "鑑", "驗", ".", "\n", "😀"), { maxLength: 14 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = diffWords(before, after);
        const told = (left: string) => runs.filter((run) => run.kind !== left).map((run) => run.text).join("");
        expect([told("added"), told("removed")]).toEqual([before, after]);
        expect(runs.every((run, place) => run.text !== "" && run.kind !== runs[place + 1]?.kind)).toBe(true);
        if (before === after) expect(runs.every((run) => run.kind === "same")).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("of texts that are long beyond reading is still told, at once", () => {
    const [before, after] = ["a ".repeat(100_000), "b ".repeat(100_000)];
    const began = performance.now();
    expect(diffWords(before, after).length).toBeLessThan(4);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
