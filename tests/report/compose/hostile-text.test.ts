import { describe, expect, test } from "vitest";
import fc from "fast-check";
import type { Answer, EvidenceId, LevelId } from "#domain";
import { composeReport } from "#report";
import { anchorTo } from "../../../src/report/anchors.ts";
import { cleanText } from "../../../src/report/clean-text.ts";
import { formatAmount } from "../../../src/report/figures.ts";
import { anchorsOf, inlinesOf, printedStrings } from "./print-report.ts";
import { assessment, inputOf, oversight } from "./sample.ts";

/** What users and files may hold: markup, half characters, controls, overrides, sheer length. */
const nasty = '<script>alert(1)</script> ${x} \uD800 \u0000\u001B[31m \u202Eevil \u2028 & "quotes"';

function everywhere(text: string) {
  const answer: Answer = { level: "1" as LevelId, note: text, by: text, at: text, evidence: ["e" as EvidenceId] };
  const answers: Readonly<Record<string, Readonly<Record<string, Answer>>>> = {
    [oversight.id]: { "O-1.1.b": answer, "O-2.a": { notApplicable: true, justification: text } },
  };
  return inputOf({
    assessment: {
      ...assessment,
      system: { name: text, purpose: text, owner: text },
      profile: { sector: text, tags: [text] },
      answers,
      evidence: [{ id: "e" as EvidenceId, kind: "link", name: text, url: text, effectiveFrom: text, description: text }],
    },
  });
}

describe("text of strangers", () => {
  test("passes through as text, less what no renderer can hold", () => {
    const strings = printedStrings(composeReport(everywhere(nasty)));
    // oxlint-disable-next-line no-control-regex -- control characters are what must be gone
    const broken = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202D\u202E\u2028\u2029]/;
    expect(strings.filter((text) => !text.isWellFormed() || broken.test(text))).toEqual([]);
    expect(strings.filter((text) => text.includes("<script>alert(1)</script> ${x} \uFFFD \uFFFD\uFFFD[31m \uFFFDevil")).length).toBeGreaterThan(5);
  });

  test("of a hundred thousand characters is printed whole, without a hang", () => {
    const long = "證據很長 ".repeat(20_000).trim();
    const started = performance.now();
    const strings = printedStrings(composeReport(everywhere(long)));
    expect(performance.now() - started).toBeLessThan(5000);
    expect(strings.filter((text) => text.includes(long)).length).toBeGreaterThan(3);
  });

  test("keeps tabs and newlines, with one kind of line end", () => {
    expect(cleanText("a\tb\r\nc\rd\u2029e\ff")).toBe("a\tb\nc\nd\ne\nf");
  });

  test("that is clean is left alone", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => cleanText(cleanText(text)) === cleanText(text)));
    expect(cleanText("𠮷野家 · naïve — 「引號」 ‏עברית‏")).toBe("𠮷野家 · naïve — 「引號」 ‏עברית‏");
  });

  test("in ids makes anchors that are safe as ids and names, and links that still land", () => {
    expect(anchorTo("answer", "tw-basic", "TW-BA:1.a")).toBe("answer:tw-basic:TW-BA_3a_1.a");
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
        expect(anchorTo("evidence", a)).toMatch(/^evidence:[A-Za-z0-9._-]*$/);
        if (a.toWellFormed() !== b.toWellFormed()) expect(anchorTo("section", a, b)).not.toBe(anchorTo("section", b, a));
      }),
      { numRuns: 40 },
    );
    const { blocks } = composeReport(everywhere(nasty));
    const anchors = new Set(anchorsOf(blocks));
    expect(inlinesOf(blocks).filter(({ to }) => to !== undefined && !anchors.has(to))).toEqual([]);
  });
});

describe("amounts", () => {
  test.each([
    [0, "0.00"],
    [1.1999999999999997, "1.20"],
    [2.4, "2.40"],
    [1 / 3, "0.3333"],
    [12.345, "12.345"],
    [126, "126.00"],
  ])("[S14] %d reads %s", (amount, text) => {
    expect(formatAmount(amount)).toBe(text);
  });
});
