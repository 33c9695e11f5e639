import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseChecklist, parseContent } from "#content";
import { goodChecklist } from "./good-checklist.ts";
import { goodCrosswalk, goodLifecycles, goodTree } from "./small-content.ts";

function codesOf(source: string | Uint8Array): readonly string[] {
  return [...new Set(parseContent(source).problems.map((one) => one.code))];
}

describe("hostile files are refused in time", () => {
  test("fifty megabytes are not looked at", () => {
    const bytes = new Uint8Array(50_000_000);
    const started = performance.now();
    expect(codesOf(bytes)).toEqual(["too-large"]);
    expect(performance.now() - started).toBeLessThan(50);
  });

  test("bytes that are not UTF-8 are refused at their line", () => {
    const bytes = Uint8Array.of(0x61, 0x3a, 0x0a, 0x62, 0xff);
    expect(parseContent(bytes).problems).toMatchObject([{ code: "not-utf8", line: 2 }]);
  });

  test("half a character in a string is refused at its place", () => {
    expect(parseContent("a: b\nc: \uD800").problems).toMatchObject([{ code: "lone-surrogate", line: 2, column: 4 }]);
  });

  test("an empty file and a file of comments say nothing", () => {
    expect(codesOf("")).toEqual(["missing"]);
    expect(codesOf("# nothing\n")).toEqual(["missing"]);
  });

  test("a billion laughs are refused", () => {
    const laughs = Array.from({ length: 12 }, (_, level) => `l${level + 1}: &l${level + 1} [${Array(10).fill(`*l${level}`).join(", ")}]`);
    expect(codesOf(`l0: &l0 haha\n${laughs.join("\n")}\n`)).toContain("yaml-alias-bomb");
  });

  test("an alias ladder that only grows deep is refused", () => {
    const rungs = Array.from({ length: 400 }, (_, level) => `l${level + 1}: &l${level + 1} [*l${level}]`);
    expect(codesOf(`l0: &l0 haha\n${rungs.join("\n")}\n`)).toContain("yaml-alias-bomb");
  });

  test("an alias inside its own anchor is refused", () => expect(codesOf("a: &a [*a]\n")).toContain("yaml-syntax"));

  test("a second document is refused", () => {
    expect(parseContent(`${goodChecklist}---\nid: x\n`).problems).toMatchObject([{ code: "yaml-syntax", line: 44 }]);
  });

  test("a directive cannot bring back older YAML", () => {
    const parsed = parseChecklist(`%YAML 1.1\n---\n${goodChecklist.replace("knockout: true", "knockout: yes")}`);
    expect(parsed.problems.map((one) => one.code)).toEqual(["unknown-value"]);
  });

  const floods: Readonly<Record<string, string>> = {
    "open brackets": "[",
    "open braces with keys": "{a: ",
    dashes: "- ",
    "question marks": "? ",
    commas: ",",
    quotes: '"',
    tags: "!a ",
    anchors: "&a ",
    aliases: "*a ",
    directives: "%A\n",
    documents: "---\n",
    "keys on one line": "a: ",
    tabs: "\t",
  };
  for (const [name, unit] of Object.entries(floods)) {
    test(`a flood of ${name} is refused`, { timeout: 15_000 }, () => {
      expect(parseContent(unit.repeat(2_000_000 / unit.length)).ok).toBe(false);
    });
  }

  test("many distinct keys take time by their number, not its square", { timeout: 15_000 }, () => {
    const keys = Array.from({ length: 40_000 }, (_, index) => `k${index}: 1`);
    expect(codesOf(`${keys.join("\n")}\nformat: assay-checklist/1\n`)).toContain("unknown-key");
  });
});

describe("no text makes a reader throw", () => {
  const good = { goodChecklist, goodLifecycles, goodCrosswalk, goodTree };
  const bits = ["", ":", "- ", "[", "{", "}", '"', "'", "&a ", "*a", "!x ", "|", ">", "\n", "\t", "#", "%", "0", ".inf", "null", "~", "\u0000", "\u2028", "甲", "<<: ", "__proto__: "];
  test.each(Object.entries(good))("%s with some of its text replaced is read or refused with places", (_name, whole) => {
    const mutation = fc.record({ at: fc.nat(whole.length), cut: fc.nat(30), put: fc.oneof(fc.constantFrom(...bits), fc.string({ maxLength: 8 })) });
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        const source = mutations.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), whole);
        const parsed = parseContent(source);
        expect(parsed.ok).toBe(parsed.problems.length === 0);
        for (const one of parsed.problems) expect(one.line === undefined || (one.line >= 1 && (one.column ?? 0) >= 1)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test("any bytes are read or refused", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(parseContent(bytes).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
