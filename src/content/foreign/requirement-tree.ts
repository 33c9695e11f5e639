import type { Unplaced } from "../describe-issue.ts";
import { mapping, type Loose, type Path } from "../loose.ts";
import { textOf } from "./values.ts";

/** A requirement node with those that name it as their parent, in the order of the file. */
export interface Requirement {
  readonly urn: string;
  readonly node: Loose;
  readonly path: Path;
  readonly children: readonly Requirement[];
}

interface Growing extends Requirement {
  readonly parent: string | null;
  readonly children: Growing[];
}

export interface RequirementTree {
  readonly roots: readonly Requirement[];
  /** every node, in the order of the file */
  readonly all: readonly Requirement[];
  readonly problems: readonly Unplaced[];
}

/**
 * The tree that `parent_urn` draws. Nodes without a URN, with one that is taken, below a node that is not there or
 * below themselves are problems. Without recursion: a hostile chain may be as long as the file.
 */
export function growTree(nodes: readonly unknown[], path: Path): RequirementTree {
  const problems: Unplaced[] = [];
  const byUrn = new Map<string, Growing>();
  for (const [index, value] of nodes.entries()) {
    const node = mapping(value);
    const own = [...path, index];
    const urn = textOf(node["urn"]);
    if (urn === null) problems.push({ code: "missing", message: "`urn` is missing.", path: [...own, "urn"], facts: { key: "urn" } });
    else if (byUrn.has(urn.toLowerCase())) problems.push(taken(urn, own, byUrn));
    else byUrn.set(urn.toLowerCase(), { urn, node, path: own, children: [], parent: textOf(node["parent_urn"])?.toLowerCase() ?? null });
  }
  const all = [...byUrn.values()];
  for (const one of all) {
    const parent = one.parent === null ? null : byUrn.get(one.parent);
    if (parent === undefined) problems.push(orphan(one));
    else parent?.children.push(one);
  }
  return { roots: all.filter((one) => one.parent === null), all, problems: [...problems, ...findCircles(all, byUrn)] };
}

function taken(urn: string, path: Path, byUrn: ReadonlyMap<string, Requirement>): Unplaced {
  const first = byUrn.get(urn.toLowerCase())?.path.map(String).join(".");
  return { code: "duplicate-id", message: `The URN \`${urn}\` is taken already.`, path: [...path, "urn"], hint: `First at ${first}.`, facts: { id: urn } };
}

function orphan({ node, path }: Requirement): Unplaced {
  const message = `There is no requirement \`${textOf(node["parent_urn"])}\`.`;
  return { code: "unknown-reference", message, path: [...path, "parent_urn"], hint: "Name a requirement of this framework, or strike the line." };
}

/** One problem for each circle: every way upward ends at a root, at an orphan, or where it has been before. */
function findCircles(all: readonly Growing[], byUrn: ReadonlyMap<string, Growing>): readonly Unplaced[] {
  const walked = new Map<Growing, number>();
  return all.flatMap((start, turn): readonly Unplaced[] => {
    let one: Growing | undefined = start;
    while (one && !walked.has(one)) {
      walked.set(one, turn);
      one = one.parent === null ? undefined : byUrn.get(one.parent);
    }
    if (!one || walked.get(one) !== turn) return [];
    const message = `The requirement \`${one.urn}\` lies below itself.`;
    return [{ code: "endless-loop", message, path: [...one.path, "parent_urn"], hint: "Let one of the circle lie below another requirement, or below none." }];
  });
}
