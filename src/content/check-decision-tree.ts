import { nearMiss } from "#domain";
import type { Unplaced } from "./describe-issue.ts";
import { checkIds, list, mapping, type Loose, type Path } from "./loose.ts";

/** One way out of a node, what it leads to and where it is written. */
interface Step {
  readonly kind: "next" | "conclude";
  readonly to: string;
  readonly path: Path;
}

interface LooseNode {
  readonly id: string;
  readonly path: Path;
  readonly steps: readonly Step[];
}

/**
 * What a decision tree must keep beyond its shape: ids that occur once, turns that lead to something, nothing that is
 * never reached, and no circle, so that every way ends in a conclusion.
 */
export function checkDecisionTree(value: unknown): readonly Unplaced[] {
  const tree = mapping(value);
  const nodes = list(tree["nodes"]).map(mapping);
  const conclusions = list(tree["conclusions"]).map(mapping);
  const seen = new Map<string, Path>();
  const asked = nodes.flatMap((node, index) => namedNode(node, ["nodes", index]));
  const byId = new Map(asked.toReversed().map((node) => [node.id, node]));
  return [
    ...checkIds([tree], [], new Map(), true),
    ...checkIds(nodes, ["nodes"], seen),
    ...checkIds(conclusions, ["conclusions"], seen),
    ...nodes.flatMap((node, index) => checkIds(list(node["answers"]).map(mapping), ["nodes", index, "answers"], new Map())),
    ...nodes.flatMap((node, index) => checkTurns(list(node["answers"]).map(mapping), ["nodes", index, "answers"], byId, idsOf(conclusions))),
    ...checkStart(tree["start"], byId),
    ...findLoops(asked, byId),
    ...findUnreached(tree["start"], asked, conclusions, byId),
  ];
}

function checkStart(start: unknown, nodes: ReadonlyMap<string, LooseNode>): readonly Unplaced[] {
  return typeof start === "string" && !nodes.has(start) ? [dangling("node", start, [...nodes.keys()], ["start"])] : [];
}

function checkTurns(choices: readonly Loose[], path: Path, nodes: ReadonlyMap<string, LooseNode>, conclusions: ReadonlySet<string>): readonly Unplaced[] {
  return choices.flatMap(({ next, conclude }, index): readonly Unplaced[] => {
    const own = [...path, index];
    if (next === undefined && conclude === undefined) {
      return [{ code: "missing", message: "This answer leads nowhere.", path: own, hint: "Give it `next` (a node) or `conclude` (a conclusion)." }];
    }
    const both: readonly Unplaced[] =
      next !== undefined && conclude !== undefined
        ? [{ code: "unknown-key", message: "An answer has `next` or `conclude`, not both.", path: [...own, "conclude"], atKey: true, hint: "Strike one of the two." }]
        : [];
    const lost = typeof next === "string" && !nodes.has(next) ? [dangling("node", next, [...nodes.keys()], [...own, "next"])] : [];
    const open = typeof conclude === "string" && !conclusions.has(conclude) ? [dangling("conclusion", conclude, [...conclusions], [...own, "conclude"])] : [];
    return [...both, ...lost, ...open];
  });
}

function dangling(kind: "node" | "conclusion", word: string, known: readonly string[], path: Path): Unplaced {
  const meant = nearMiss(word, known);
  const hint = meant ? `Did you mean \`${meant}\`?` : `Write this ${kind}, or name one that is there.`;
  return { code: "unknown-reference", message: `There is no ${kind} \`${word}\`.`, path, hint };
}

/** Each turn that leads back to a node on the way to it. Without recursion: a hostile tree may be as deep as it is long. */
function findLoops(asked: readonly LooseNode[], byId: ReadonlyMap<string, LooseNode>): readonly Unplaced[] {
  const problems: Unplaced[] = [];
  const done = new Set<string>();
  for (const root of asked) {
    const onTheWay = new Set<string>();
    const stack = done.has(root.id) ? [] : [{ node: root, step: 0 }];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      onTheWay.add(top.node.id);
      const step = top.node.steps[top.step++];
      if (!step) {
        onTheWay.delete(top.node.id);
        done.add(top.node.id);
        stack.pop();
      } else if (step.kind === "next" && onTheWay.has(step.to)) {
        const message = `This answer leads back to \`${step.to}\`, from which it was reached: the way never ends.`;
        problems.push({ code: "endless-loop", message, path: step.path, hint: "Lead on to another node, or conclude." });
      } else {
        const node = step.kind === "next" ? byId.get(step.to) : undefined;
        if (node && !done.has(node.id)) stack.push({ node, step: 0 });
      }
    }
  }
  return problems;
}

function findUnreached(start: unknown, asked: readonly LooseNode[], conclusions: readonly Loose[], byId: ReadonlyMap<string, LooseNode>): readonly Unplaced[] {
  const first = typeof start === "string" ? byId.get(start) : undefined;
  if (!first) return [];
  const reached = { next: new Set([first.id]), conclude: new Set<string>() };
  const open = [first];
  for (let node = open.pop(); node; node = open.pop()) {
    for (const { kind, to } of node.steps) {
      const next = kind === "next" && !reached.next.has(to) ? byId.get(to) : undefined;
      if (next) open.push(next);
      reached[kind].add(to);
    }
  }
  const ends = conclusions.flatMap(({ id }, index) => (typeof id === "string" ? [{ id, path: ["conclusions", index] }] : []));
  return [...asked.filter((one) => !reached.next.has(one.id)), ...ends.filter((one) => !reached.conclude.has(one.id))].map(({ id, path }) => ({
    code: "unreachable",
    message: `No way from the start leads to \`${id}\`.`,
    path: [...path, "id"],
    hint: "Let an answer lead here, or strike it.",
  }));
}

function namedNode(node: Loose, path: Path): readonly LooseNode[] {
  if (typeof node["id"] !== "string") return [];
  const steps = list(node["answers"]).map(mapping).flatMap((choice, index) =>
    (["next", "conclude"] as const).flatMap((key): readonly Step[] => {
      const to = choice[key];
      return typeof to === "string" ? [{ kind: key, to, path: [...path, "answers", index, key] }] : [];
    }),
  );
  return [{ id: node["id"], path, steps }];
}

function idsOf(holders: readonly Loose[]): ReadonlySet<string> {
  return new Set(holders.map((one) => one["id"]).filter((id) => typeof id === "string"));
}
