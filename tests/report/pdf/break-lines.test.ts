import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breakLines, type TextLine } from "../../../src/report/pdf/break-lines.ts";
import { createFontSet } from "../../../src/report/pdf/font-set.ts";
import { fonts } from "./read-fonts.ts";

const set = createFontSet(fonts);
const style = { face: "sans", size: 10, colour: "ink" } as const;

function linesOf(text: string, measure: number): readonly string[] {
  return breakLines([{ text, style }], measure, set).map(wordsOf);
}

function wordsOf(line: TextLine): string {
  return line.fragments.map(({ text }) => text).join("");
}

const closing = "，。、；：？！）」』》〉";
const opening = "（「『《〈";
const character = fc.constantFrom(..."海關影像辨識系統不一二三四五", ..."abcdeXYZ019", " ");
/** A phrase with at most one mark at each end, as text is written. */
const phrase = fc
  .tuple(fc.constantFrom("", ...opening), fc.array(character, { minLength: 1, maxLength: 9 }), fc.constantFrom("", ...closing))
  .map(([open, middle, close]) => `${open}${middle.join("")}${close}`);
const prose = fc.array(phrase, { minLength: 1, maxLength: 30 }).map((parts) => parts.join(""));

describe("line breaking", () => {
  test("no line starts with a closing mark or ends with an opening one", () => {
    fc.assert(
      fc.property(prose, fc.integer({ min: 80, max: 400 }), (text, measure) => {
        const lines = linesOf(text, measure);
        for (const [index, line] of lines.entries()) {
          if (index > 0) expect(closing).not.toContain([...line][0] ?? "?x");
          if (index < lines.length - 1) expect(opening).not.toContain([...line.trimEnd()].at(-1) ?? "?x");
        }
      }),
      { numRuns: 300 },
    );
  });

  test("no character is lost and no line is wider than the measure", () => {
    fc.assert(
      fc.property(prose, fc.integer({ min: 60, max: 400 }), (text, measure) => {
        const lines = breakLines([{ text, style }], measure, set);
        expect(lines.map(wordsOf).join("")).toBe(text);
        for (const line of lines) expect(line.width).toBeLessThanOrEqual(measure + 0.01);
      }),
      { numRuns: 300 },
    );
  });

  test("no paragraph ends in a single character where a narrower setting in as many lines avoids it", () => {
    const lost = "一二三四五六七八九十".repeat(2);
    const [first = "", second = "", ...others] = linesOf(`${lost}甲`, 200);
    expect([first + second, others]).toEqual([`${lost}甲`, []]);
    expect([...second].length).toBeGreaterThan(2);
    expect(linesOf(`${lost}甲\n乙`, 200).at(-1)).toBe("乙");
  });

  test("no line ends at a blank that holds two words together", () => {
    for (let measure = 30; measure < 120; measure += 3) {
      for (const line of linesOf("權重\u00A02；要求\u00A01.60；達成\u00A00.40；有佐證\u00A00.40", measure)) {
        if (measure > 75) expect(line).not.toMatch(/^\u00A0|\u00A0$/u);
      }
    }
  });

  test("a Latin word that fits a line is never cut", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(words, (list) => {
        const lines = linesOf(list.join(" "), 120);
        expect(lines.flatMap((line) => line.trim().split(" "))).toEqual(list);
      }),
      { numRuns: 200 },
    );
  });

  test("a hash wider than the measure breaks anywhere", () => {
    const hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    const lines = linesOf(hash, 100);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join("")).toBe(hash);
  });

  test("an interval and a double dash stay on one line", () => {
    for (let measure = 60; measure < 200; measure += 5) {
      const lines = linesOf("上線後之符合度為41–63%，其中——尚未確定——者居多……另詳。", measure);
      expect(lines.some((line) => line.includes("41–63%"))).toBe(true);
      for (const line of lines) expect(line).not.toMatch(/^[—…]/u);
    }
  });

  test("every spelling of a line break ends a line, and an empty line stays", () => {
    expect(linesOf("a\r\nb\n\nc\u2028d", 100)).toEqual(["a", "b", "", "c", "d"]);
  });

  test("a character without a glyph is written out, and 5,000 characters without a break are set", () => {
    expect(linesOf("ok 😀 \u0007\u202Ex\uD83D", 400).join("")).toBe("ok [U+1F600] [U+0007][U+202E]x[U+D83D]");
    expect(linesOf("x".repeat(5000), 100).join("")).toHaveLength(5000);
    expect(linesOf("。".repeat(200), 100).join("")).toHaveLength(200);
  });

  test("quotation marks are narrow between Latin letters and full-width between Chinese ones", () => {
    const widthOf = (text: string) => breakLines([{ text, style }], 400, set)[0]?.width ?? 0;
    expect(widthOf("EU’s") - widthOf("EUs")).toBeLessThan(4);
    expect(widthOf("海…關") - widthOf("海關")).toBe(10);
    expect(linesOf("the EU’s “list” … of 海關", 400)).toEqual(["the EU’s “list” … of 海關"]);
  });

  test("Chinese in a serif title falls to the bold sans, Latin stays serif", () => {
    const [line] = breakLines([{ text: "X 光 scan", style: { ...style, face: "serif" } }], 400, set);
    expect(line?.fragments.map((fragment) => [fragment.style.face, fragment.text])).toEqual([
      ["serif", "X "],
      ["sansBold", "光"],
      ["serif", " scan"],
    ]);
  });
});
