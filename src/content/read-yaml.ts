import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from "yaml";
import type { Problem, ProblemCode } from "#domain";
import type { ComposedYaml } from "./compose-yaml.ts";

/** Plain data, what is wrong with it that plain data cannot show, and the nodes that it was read from. */
export interface YamlReading {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  readonly nodes: YamlNodes;
}

export interface YamlNodes {
  readonly root: Node | null;
  readonly pairs: ReadonlyMap<Node, ReadonlyMap<string, Pair>>;
  readonly targets: ReadonlyMap<Node, Node>;
}

/** A value with its weight once all aliases are written out: one for each node and one for each character. */
interface Weighed {
  readonly value: unknown;
  readonly weight: number;
  readonly depth: number;
}

/** What all aliases of a file together may add to it. */
const mostAliasWeight = 2_000_000;
const mostDepth = 100;
const forbiddenKeys = ["__proto__", "constructor", "prototype"];
const nothing: Weighed = { value: null, weight: 1, depth: 0 };

/**
 * The plain data of a document. A repeated key keeps its first value; forbidden keys are left out; aliases share the
 * value they stand for, so that they cost nothing, and are refused when they would weigh too much written out.
 */
export function readYaml({ document, positionOf }: ComposedYaml): YamlReading {
  const root = document.contents as Node | null;
  const reader: Reader = { positionOf, problems: [], anchors: new Map(), targets: new Map(), pairs: new Map(), aliasWeight: 0 };
  const { value } = read(reader, root, []);
  return { value, problems: reader.problems, nodes: { root, pairs: reader.pairs, targets: reader.targets } };
}

interface Reader {
  readonly positionOf: ComposedYaml["positionOf"];
  readonly problems: Problem[];
  readonly anchors: Map<string, Weighed & { readonly node: Node }>;
  readonly targets: Map<Node, Node>;
  readonly pairs: Map<Node, ReadonlyMap<string, Pair>>;
  aliasWeight: number;
}

type Path = readonly string[];

function read(reader: Reader, node: Node | null, path: Path): Weighed {
  if (node === null) return nothing;
  if (isAlias(node)) return readAlias(reader, node.source, node, path);
  if (node.tag !== undefined) report(reader, ["yaml-syntax", "Tags (!name) are not used in content files."], path, node);
  const weighed = isMap(node) ? readMap(reader, node, path) : isSeq(node) ? readList(reader, node, path) : readScalar(reader, node, path);
  if ("anchor" in node && typeof node.anchor === "string") reader.anchors.set(node.anchor, { ...weighed, node });
  return weighed;
}

function readAlias(reader: Reader, name: string, alias: Node, path: Path): Weighed {
  const target = reader.anchors.get(name);
  if (!target) {
    report(reader, ["yaml-syntax", `The alias *${name} refers to nothing that ends above it.`], path, alias);
    return nothing;
  }
  reader.targets.set(alias, target.node);
  reader.aliasWeight += target.weight;
  if (reader.aliasWeight <= mostAliasWeight && target.depth + path.length <= mostDepth) return target;
  if (!reader.problems.some((one) => one.code === "yaml-alias-bomb")) {
    report(reader, ["yaml-alias-bomb", "The aliases of this file stand for more than a reader can hold."], path, alias);
  }
  return nothing;
}

function readScalar(reader: Reader, node: Node, path: Path): Weighed {
  const value = isScalar(node) ? node.value : null;
  if (typeof value !== "string") return { value, weight: 1, depth: 0 };
  if (!value.isWellFormed()) report(reader, ["lone-surrogate", "This text holds half of a character (a lone surrogate)."], path, node);
  return { value, weight: 1 + value.length, depth: 0 };
}

function readList(reader: Reader, node: YAMLSeq, path: Path): Weighed {
  const items = node.items.map((item, index) => read(reader, item as Node | null, [...path, String(index)]));
  return gather(items.map((item) => item.value), items);
}

function readMap(reader: Reader, node: YAMLMap, path: Path): Weighed {
  const members = new Map<string, Weighed>();
  const own = new Map<string, Pair>();
  for (const pair of node.items) {
    const key = isScalar(pair.key) && pair.key.tag === undefined ? String(pair.key.value) : null;
    const fault = key === null ? oddKey : faultOfKey(key, own);
    if (key === null || fault) report(reader, fault ?? oddKey, [...path, key ?? ""], pair.key as Node | null);
    else {
      own.set(key, pair);
      members.set(key, read(reader, pair.value as Node | null, [...path, key]));
    }
  }
  reader.pairs.set(node, own);
  const value = Object.fromEntries([...members].map(([key, member]) => [key, member.value]));
  return gather(value, [...members.values()]);
}

function report({ problems, positionOf }: Reader, [code, message]: Fault, path: Path, node: Node | null): void {
  problems.push({ code, message, path: path.join("."), ...positionOf(node?.range?.[0] ?? 0) });
}

function gather(value: unknown, parts: readonly Weighed[]): Weighed {
  let weight = 1;
  let depth = 0;
  for (const part of parts) {
    weight += part.weight;
    depth = Math.max(depth, part.depth + 1);
  }
  return { value, weight, depth };
}

type Fault = readonly [ProblemCode, string];

const oddKey: Fault = ["yaml-syntax", "A key must be plain text."];

function faultOfKey(key: string, known: ReadonlyMap<string, Pair>): Fault | null {
  if (known.has(key)) return ["yaml-duplicate-key", `The key \`${key}\` stands twice in one mapping.`];
  if (forbiddenKeys.includes(key)) return ["forbidden-key", `The key \`${key}\` is not allowed anywhere.`];
  if (key === "<<") return ["forbidden-key", "Merge keys (<<) are not used in content files."];
  return key.isWellFormed() ? null : ["lone-surrogate", "This key holds half of a character (a lone surrogate)."];
}

/**
 * The offset at which `path` stands: of its key if `atKey`, else of its value. Where nothing stands at `path`, that of
 * the nearest thing above.
 */
export function offsetOf({ root, pairs, targets }: YamlNodes, path: readonly PropertyKey[], atKey: boolean): number {
  let node = root;
  let offset = root?.range?.[0] ?? 0;
  for (const [index, step] of path.entries()) {
    const holder: Node | null = (node && targets.get(node)) ?? node;
    const pair = holder ? pairs.get(holder)?.get(String(step)) : undefined;
    const key = pair?.key as Node | undefined;
    node = ((isSeq(holder) ? holder.items[Number(step)] : pair?.value) ?? null) as Node | null;
    if (!node && !key) return offset;
    const isKeyMeant = (atKey && index === path.length - 1) || !node;
    offset = (isKeyMeant ? key : node)?.range?.[0] ?? offset;
  }
  return offset;
}
