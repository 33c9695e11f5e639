/** A sound file of each small format; tests spoil one line of it. */
export const goodLifecycles = `format: assay-lifecycles/1
version: 1.0.0
views:
  - id: two
    title: { en: "Two phases", zh-TW: "兩階段" }
    source: { name: n, publisher: p, date: "2026", licence: l }
    note: { en: "Ours.", zh-TW: "自訂。" }
    phases:
      - { id: early, title: { en: a, zh-TW: 甲 }, maps: [plan-design, build-use-model] }
      - { id: late, title: { en: b, zh-TW: 乙 }, maps: [retire] }
  - id: one
    title: { en: "One phase", zh-TW: "單階段" }
    source: { name: n, publisher: p, date: "2026", licence: l }
    phases:
      - { id: early, title: { en: a, zh-TW: 甲 }, maps: [plan-design] }
`;

/** Its ends are those of the good checklist, `small`. */
export const goodCrosswalk = `format: assay-crosswalk/1
version: 1.0.0
mappings:
  - from: { checklist: small, id: S1.1.a }
    to: { checklist: small, id: S1 }
    relation: subset
    basis: { kind: published, by: "A body", date: "2026-01" }
    note: { en: "As printed.", zh-TW: "依原文。" }
  - from: { checklist: small, id: S1.1 }
    to: { checklist: small, id: S1.1.a }
    relation: intersects
    basis: { kind: judgement }
`;

export const goodTree = `format: assay-decision-tree/1
id: t
version: 1.0.0
title: { en: a, zh-TW: 甲 }
source: { name: n, publisher: p, date: "2026", licence: l }
start: first
nodes:
  - id: first
    ref: Art. 1
    question: { en: a, zh-TW: 甲 }
    help: { en: a, zh-TW: 甲 }
    answers:
      - { id: "yes", label: { en: a, zh-TW: 甲 }, next: second, sets: { role: [provider] } }
      - { id: "no", label: { en: a, zh-TW: 甲 }, conclude: low }
  - id: second
    ref: Art. 2
    question: { en: a, zh-TW: 甲 }
    help: { en: a, zh-TW: 甲 }
    answers:
      - { id: "yes", label: { en: a, zh-TW: 甲 }, conclude: strict }
      - { id: "no", label: { en: a, zh-TW: 甲 }, conclude: low }
conclusions:
  - { id: strict, ref: Art. 3, title: { en: a, zh-TW: 甲 }, text: { en: a, zh-TW: 甲 }, sets: { tier: high } }
  - { id: low, ref: Art. 4, title: { en: a, zh-TW: 甲 }, text: { en: a, zh-TW: 甲 }, sets: { tier: minimal } }
`;

/** `good` with its one occurrence of `from` replaced by `to`, and "line:column" of the mark ‸ that `to` bears. */
export function spoilAt(good: string, from: string, to: string): { readonly source: string; readonly place: string } {
  const parts = good.split(from);
  if (parts.length !== 2) throw new Error(`"${from}" stands ${parts.length - 1} times`);
  const [before = "", after] = parts.join(to).split("‸");
  if (after === undefined) throw new Error(`"${to}" bears no mark`);
  const lines = before.split("\n");
  return { source: before + after, place: `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}` };
}
