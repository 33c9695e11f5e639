import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, hashEvent } from "#journal";
import { answered, claimed } from "./notation.ts";

/** The number with these 64 bits. */
function fromBits(hex: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${hex}`));
  return view.getFloat64(0);
}

describe("canonical JSON after RFC 8785", () => {
  test("the example of section 3.2.2: literals, numbers and escapes", () => {
    const input: unknown = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    expect(canonicalJson(input)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  test("the example of section 3.2.3: keys in order of UTF-16 code units", () => {
    const input = { "\u20ac": "Euro", "\r": "Return", "\ufb33": "Dalet", "1": "One", "\ud83d\ude00": "Emoji", "\u0080": "Control", "\u00f6": "O" };
    const values = [...canonicalJson(input).matchAll(/:"(\w+)"/g)].map(([, value]) => value);
    expect(values).toEqual(["Return", "One", "Control", "O", "Euro", "Emoji", "Dalet"]);
  });

  for (const [bits, written] of [
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["44b52d02c7e14af7", "1.0000000000000001e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef4f", "999999999999999900000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555553", "333333333.3333332"],
    ["41b3de4355555557", "333333333.33333343"],
    ["becbf647612f3696", "-0.0000033333333333333333"],
    ["43143ff3c1cb0959", "1424953923781206.2"],
  ] as const) {
    test(`appendix B: the number ${bits} is written ${written}`, () => {
      expect(canonicalJson(fromBits(bits))).toBe(written);
    });
  }

  test("appendix B: what is no number is refused", () => {
    for (const bits of ["7fffffffffffffff", "7ff0000000000000", "fff0000000000000"]) expect(() => canonicalJson(fromBits(bits))).toThrow(RangeError);
  });

  test("what JSON cannot say is refused, in values and in keys", () => {
    for (const value of ["\ud800", { "\udc00": 1 }, [undefined], Array(2), 1n, () => 1, Symbol("x"), undefined]) {
      expect(() => canonicalJson(value)).toThrow(RangeError);
    }
  });

  test("members that are undefined are left out; null stays", () => {
    expect(canonicalJson({ b: undefined, a: null })).toBe('{"a":null}');
  });

  test("a key named __proto__ is a key like any other", () => {
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"a":2}}'))).toBe('{"__proto__":{"a":2},"b":1}');
  });

  test("any JSON reads back as it was, and the order in which members were made changes nothing", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
        const text = JSON.stringify(value);
        const turned: unknown = JSON.parse(text, (_key, one: unknown) =>
          one && typeof one === "object" && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).toReversed()) : one,
        );
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(text));
      }),
    );
  });
});

describe("the hash of an event", () => {
  const event = claimed("A", 1, [], answered("q:1", "3"));
  const text =
    '{"answer":{"level":"3"},"assessment":"a","at":"2026-11-21T09:00:00.000Z","by":"x","checklist":"c","device":"A",' +
    '"id":"A:1","kind":"question-answered","parents":[],"prev":null,"question":"q:1","seq":1}';

  test("is SHA-256 over its canonical JSON without the hash, as any other tool computes it", () => {
    expect(event.hash).toBe(`sha256-${createHash("sha256").update(text, "utf8").digest("hex")}`);
    expect(event.hash).toBe("sha256-e3eb1fc67510a57b0be6f78fbe7751d59d7fdf69a495fd0f41be65eedb78b66c");
  });

  test("covers text in any script as UTF-8", () => {
    const told = { ...event, by: "王小明 🙂" };
    const bytes = Buffer.from(text.replace('"by":"x"', '"by":"王小明 🙂"'), "utf8");
    expect(hashEvent(told)).toBe(`sha256-${createHash("sha256").update(bytes).digest("hex")}`);
  });

  test("does not depend on the hash that the event claims, nor on the order of its members", () => {
    const turned = Object.fromEntries(Object.entries({ ...event, hash: "sha256-0" }).toReversed()) as unknown as typeof event;
    expect(hashEvent(turned)).toBe(event.hash);
  });
});
