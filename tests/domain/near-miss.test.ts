import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearMiss } from "#domain";

const known = ["weight", "help", "evidence", "zh-TW", "target"];

describe("the word that was most likely meant", () => {
  test.each([
    ["wieght", "weight"],
    ["weigth", "weight"],
    ["Weight", "weight"],
    ["evidnece", "evidence"],
    ["zh-tw", "zh-TW"],
    ["halp", "help"],
    ["targets", "target"],
  ])("%s is %s", (word, meant) => expect(nearMiss(word, known)).toBe(meant));

  test.each(["colour", "x", "", "w".repeat(10_000)])("%j is none of them", (word) => expect(nearMiss(word, known)).toBeNull());

  test("is always one of the known words, and a known word is itself", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.array(fc.string({ minLength: 1, maxLength: 12 })), (word, words) => {
        const meant = nearMiss(word, words);
        expect(meant === null || words.includes(meant)).toBe(true);
        if (words.includes(word)) expect(meant?.toLowerCase()).toBe(word.toLowerCase());
      }),
    );
  });
});
