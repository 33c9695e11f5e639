import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderVersions, proposeVersion, type Checklist } from "#domain";
import { pinnedCrane } from "../fixtures/crane/crane.ts";

describe("the order of versions", () => {
  test("is that of semver.org 2.0.0", () => {
    const rising = ["nonsense", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.10", "1.2.0", "10.0.0"];
    expect(rising.toReversed().toSorted(orderVersions)).toEqual(rising);
    expect(orderVersions("1.0.0+a", "1.0.0+b")).toBe(0);
  });

  test("of any two texts is one way or the other, and turned about when they are", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(Math.sign(orderVersions(a, b)) + Math.sign(orderVersions(b, a))).toBe(0);
      }),
    );
  });
});

describe("the version that is proposed for a changed checklist", () => {
  const { checklist } = pinnedCrane("1.0.0");
  const at = (version: string): Checklist => ({ ...checklist, version });
  const numbers = fc.array(fc.bigInt({ min: 0n, max: 10n ** 25n }), { minLength: 3, maxLength: 3 }).map((parts) => parts.join("."));
  const version = fc.oneof(numbers, numbers.map((text) => `${text}-rc.1`), numbers.map((text) => `${text}+a`));

  test("comes after the last one, however large its numbers", () => {
    const changes: readonly ((one: Checklist) => Checklist)[] = [(one) => one, (one) => ({ ...one, target: 0.25 })];
    fc.assert(
      fc.property(version, fc.constantFrom(...changes), (last, change) => {
        expect(orderVersions(proposeVersion(at(last), change(at(last))), last)).toBeGreaterThan(0);
      }),
    );
  });

  test("is a major one when a figure could move, else a patch", () => {
    expect(proposeVersion(at("1.2.3"), { ...checklist, target: 0.25 })).toBe("2.0.0");
    expect(proposeVersion(at("1.2.3"), checklist)).toBe("1.2.4");
  });
});
