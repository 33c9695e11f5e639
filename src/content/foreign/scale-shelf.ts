import type { Scale, Unbranded } from "#domain";
import { list, mapping, type Loose, type Path } from "../loose.ts";
import { readScores, shareOf, type LooseLevel, type Reading, type ScoreScale } from "./scales.ts";
import { results } from "./sentences.ts";
import { numberOf, textOf } from "./values.ts";

/** The scales of a checklist as they are found to be needed; the first is that of the whole framework. */
export interface ScaleShelf {
  readonly all: () => [Unbranded<Scale>, ...Unbranded<Scale>[]];
  /** The id of a scale with these levels; null when it is the first. */
  readonly keep: (levels: readonly LooseLevel[]) => string | null;
  /** The scale of a requirement: the id of its own, or null, and its `target_score` in [0,1]. */
  readonly scoresOf: (node: Loose, path: Path) => { readonly scale: string | null; readonly target: number | null };
}

/** `path` leads to the framework. */
export function createScaleShelf(framework: Loose, path: Path, reading: Reading): ScaleShelf {
  const definition = framework["scores_definition"];
  const spread = mapping(definition);
  const main = readScores(spread["scale"] ?? definition, framework, [...path, "scores_definition", ..."scale" in spread ? ["scale"] : []], reading);
  if (!main && numberOf(framework["max_score"]) !== null) reading.ledger.note("squeezed", "max_score", [...path, "max_score"]);
  if (textOf(spread["aggregation"])) reading.ledger.note("no-place", "aggregation", [...path, "scores_definition", "aggregation"]);
  const first: Unbranded<Scale> = { id: main ? "score" : "result", levels: [...(main?.levels ?? results)] };
  const others: Unbranded<Scale>[] = [];
  const ids = new Map<string, string | null>([[JSON.stringify(first.levels), null]]);
  const named = new Map<string, ScoreScale | null>();

  const keep = (levels: readonly LooseLevel[]) => {
    const key = JSON.stringify(levels);
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = `scale-${others.length + 2}`;
    others.push({ id, levels: [...levels] });
    ids.set(key, id);
    return id;
  };
  const ownScale = (node: Loose, own: Path): ScoreScale | null => {
    const ref = textOf(node["scores_definition_ref"]);
    const [low, high] = [node["min_score"] ?? framework["min_score"], node["max_score"] ?? framework["max_score"]];
    const key = JSON.stringify([ref, low ?? null, high ?? null]);
    const known = named.get(key);
    if (known !== undefined) return known;
    const wanted = ref === null ? undefined : mapping(spread["alternatives"])[ref];
    if (ref !== null && list(wanted).length === 0) reading.ledger.note("not-scored", "scores_definition_ref", own);
    const scale = readScores(wanted, { min_score: low, max_score: high }, [...path, "scores_definition", "alternatives", ref ?? ""], reading);
    named.set(key, scale);
    return scale;
  };
  return {
    all: () => [first, ...others],
    keep,
    scoresOf: (node, own) => {
      const hasOwn = ["scores_definition_ref", "min_score", "max_score"].some((key) => textOf(node[key]) !== null);
      const scale = hasOwn ? ownScale(node, own) : main;
      const target = numberOf(node["target_score"]);
      return {
        scale: hasOwn && scale ? keep(scale.levels) : null,
        target: target !== null && scale ? shareOf(target, scale.low, scale.high) : null,
      };
    },
  };
}
