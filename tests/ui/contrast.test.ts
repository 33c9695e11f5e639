import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync("src/ui/styles/tokens.css", "utf8");

type Tokens = Readonly<Record<string, string>>;

const light = tokensOf(":root {");
const darkAsked = tokensOf(':root:not([data-theme="light"]) {');
const darkChosen = tokensOf(':root[data-theme="dark"] {');

/** Words and what they stand on: 4.5:1. */
const words = [
  ...["ink", "quiet", "faint", "seal", "link"].flatMap((ink) => ["paper", "sheet"].map((ground) => [ink, ground] as const)),
  ["ink", "wash"],
  ["quiet", "wash"],
  ["link", "wash"],
  ["seal", "wash"],
  ["seal", "seal-wash"],
  ["on-seal", "seal"],
  ["on-seal", "seal-pressed"],
  ["paper", "ink"],
  ["on-gap-low", "gap-0"],
  ["on-gap-low", "gap-1"],
  ["on-gap-low", "gap-2"],
  ["on-gap-low", "gap-3"],
  ["on-gap-high", "gap-4"],
  ["on-gap-high", "gap-5"],
] as const;

/** Edges of controls, focus rings and the drawing of the bar: 3:1. */
const shapes = [
  ...["edge", "focus", "known", "unknown", "core", "seal"].flatMap((ink) =>
    ["paper", "sheet"].map((ground) => [ink, ground] as const),
  ),
  ["core", "known"],
  ["ink", "known"],
] as const;

describe.each([
  ["light", light],
  ["dark", darkChosen],
])("in the %s drawing", (_, tokens) => {
  test.each(words)("words in %s on %s reach 4.5:1", (ink, ground) => {
    expect(contrast(tokens[ink], tokens[ground])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(shapes)("shapes in %s on %s reach 3:1", (ink, ground) => {
    expect(contrast(tokens[ink], tokens[ground])).toBeGreaterThanOrEqual(3);
  });

  test("gaps deepen away from paper step by step", () => {
    const distances = [0, 1, 2, 3, 4, 5].map((step) => contrast(tokens[`gap-${step}`], tokens["paper"]));
    expect(distances).toEqual(distances.toSorted((one, other) => one - other));
    expect(new Set(distances).size).toBe(6);
  });
});

test("dark is the same whether chosen or asked for by the system", () => {
  expect(darkAsked).toEqual(darkChosen);
  expect(Object.keys(darkChosen).toSorted()).toEqual(Object.keys(light).toSorted());
});

/** The custom properties of the first rule that opens with `selector`. */
function tokensOf(selector: string): Tokens {
  const start = css.indexOf(selector);
  const body = css.slice(start, css.indexOf("}", start));
  return Object.fromEntries([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name ?? "", value ?? ""]));
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string | undefined, other: string | undefined): number {
  const [lighter, darker] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string | undefined): number {
  const digits = /^#([0-9a-f]{6})$/.exec(colour ?? "")?.[1];
  if (!digits) throw new Error(`${colour} is not a colour of six digits`);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
