import { nearMiss } from "#domain";
import type { Findings } from "./find-tables.ts";
import type { Place, Placed } from "./gather-records.ts";

interface Nesting {
  readonly places: Map<string, Place>;
  readonly findings: Findings;
}

interface Node {
  readonly own: Placed;
  readonly inner: Node[];
  readonly questions: Placed[];
}

/** Deeper trees are refused before anything recursive sees them; a checklist has at most eight levels. */
const mostDepth = 20;

/**
 * The tree of sections that rows name by their parents, each with the questions that name it; remembers where each part
 * of it stands. What names no section is a problem, and stands in the first so that the rest of it is checked.
 */
export function nestSections(sections: readonly Placed[], questions: readonly Placed[], { places, findings }: Nesting): readonly object[] {
  const nodes = sections.map((own): Node => ({ own, inner: [], questions: [] }));
  const byId = new Map(nodes.toReversed().map((node) => [node.own.record["id"], node]));
  const ids = [...byId.keys()].filter((id) => typeof id === "string");
  const outermost = nodes.filter((node) => {
    const parent = lookUp(node.own, "inside", byId, ids, findings);
    parent?.inner.push(node);
    return !parent;
  });
  const loose = findUnrooted(nodes, outermost);
  for (const { own } of loose) report(findings, own, "inside", { code: "endless-loop", message: "This section stands inside itself." });
  for (const one of questions) {
    const missing = one.record["section"] === undefined;
    if (missing) report(findings, one, "section", { code: "missing", message: "`Section` is missing." });
    const node = missing ? undefined : lookUp(one, "section", byId, ids, findings);
    (node ?? outermost[0])?.questions.push(one);
  }
  if (isTooDeep(outermost, findings)) return [];
  return outermost.map((node, index) => write(node, `sections.${index}`, places));
}

function lookUp(own: Placed, key: "inside" | "section", byId: ReadonlyMap<unknown, Node>, ids: readonly string[], findings: Findings): Node | undefined {
  const id = own.record[key];
  const found = byId.get(id);
  if (id === undefined || found) return id === undefined ? undefined : found;
  const meant = nearMiss(String(id), ids);
  report(findings, own, key, {
    code: "unknown-reference",
    message: `There is no section \`${String(id).slice(0, 80)}\`.`,
    hint: meant ? `Did you mean \`${meant}\`?` : "Add it to the sheet of sections, or name one that is there.",
    ...(meant ? { facts: { meant } } : {}),
  });
  return undefined;
}

/** Sections that no outermost one holds: they stand in a circle. */
function findUnrooted(nodes: readonly Node[], outermost: readonly Node[]): readonly Node[] {
  const reached = new Set<Node>();
  const waiting = [...outermost];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    reached.add(node);
    for (const inner of node.inner) waiting.push(inner);
  }
  return nodes.filter((node) => !reached.has(node));
}

function isTooDeep(outermost: readonly Node[], findings: Findings): boolean {
  let level: readonly Node[] = outermost;
  for (let depth = 1; level.length > 0; depth++) {
    const [first] = level;
    if (depth > mostDepth && first) {
      report(findings, first.own, "inside", { code: "out-of-range", message: `Sections are nested more than ${mostDepth} deep.` });
      return true;
    }
    level = level.flatMap((node) => node.inner);
  }
  return false;
}

function report({ problems }: Findings, { places }: Placed, key: string, problem: { readonly code: "endless-loop" | "missing" | "unknown-reference" | "out-of-range"; readonly message: string; readonly hint?: string; readonly facts?: Readonly<Record<string, string>> }): void {
  const { facts, ...where } = places.get(key) ?? places.get("") ?? {};
  problems.push({ ...problem, path: "", ...where, facts: { ...facts, ...problem.facts } });
}

function write(node: Node, path: string, places: Map<string, Place>): object {
  const { inside: _inside, ...section } = node.own.record;
  place(places, path, node.own);
  return {
    ...section,
    ...(node.inner.length > 0 ? { sections: node.inner.map((inner, index) => write(inner, `${path}.sections.${index}`, places)) } : {}),
    ...(node.questions.length > 0
      ? {
          questions: node.questions.map((one, index) => {
            place(places, `${path}.questions.${index}`, one);
            const { section: _section, ...question } = one.record;
            return question;
          }),
        }
      : {}),
  };
}

/** Remembers where a record stands that has come to stand at `path`, and each part of it. */
export function place(places: Map<string, Place>, path: string, own: Placed): void {
  for (const [inner, where] of own.places) {
    const whole = [path, inner].filter(Boolean).join(".");
    if (!places.has(whole)) places.set(whole, where);
  }
}
