import type { Checklist, LeftOut, Parsed, Problem, QuestionGroup } from "#domain";
import { composeYaml, type ComposedYaml } from "../compose-yaml.ts";
import type { Unplaced } from "../describe-issue.ts";
import { list, mapping, type Loose, type Path } from "../loose.ts";
import { parseChecklist } from "../parse-content.ts";
import { readText } from "../read-text.ts";
import { offsetOf, readYaml } from "../read-yaml.ts";
import { createLedger, noteUnread, type Ledger } from "./ledger.ts";
import { nodesOf, readFramework, type Framework } from "./read-framework.ts";
import { growTree } from "./requirement-tree.ts";
import { textOf } from "./values.ts";
import { createVoice } from "./voice.ts";
import { writeChecklist } from "../write-checklist.ts";

export interface ForeignLibrary {
  readonly checklists: readonly ForeignChecklist[];
  readonly left: readonly LeftOut[];
  /** the groups that a person may choose from; none where every question is asked anyway */
  readonly groups: readonly QuestionGroup[];
}

export interface ForeignChecklist {
  readonly checklist: Checklist;
  /** our own format: the same library and choice give the same bytes, and `parseChecklist` finds nothing wrong with them */
  readonly yaml: string;
}

/** The largest library there is has 5,000,000 bytes. */
const mostLibraryBytes = 25_000_000;

/** More than this takes more than seconds to compose. */
const mostLibraryTokens = 1_500_000;

/** Whether a file looks like a CISO Assistant library: it is told by its keys, as it names no format. */
export function looksLikeLibrary(source: Uint8Array | string): boolean {
  const text = readText(source, mostLibraryBytes);
  return text.ok && looksForeign(text.value);
}

/**
 * The frameworks of a CISO Assistant library as checklists of our format, with all that is not carried over as it was;
 * or everything that keeps it from being read. `chosen` names by their tags the groups whose questions every system is
 * asked; null leaves that to the library. Never throws.
 */
export function readForeignLibrary(source: Uint8Array | string, chosen: readonly string[] | null = null): Parsed<ForeignLibrary> {
  const text = readText(source, mostLibraryBytes);
  if (!text.ok) return text;
  if (!looksForeign(text.value)) return refuse([unknownFormat]);
  const composed = composeYaml(text.value, mostLibraryTokens);
  if (!composed.ok) return composed;
  const reading = readYaml(composed.value);
  if (reading.problems.length > 0) return refuse(reading.problems);
  const place: Place = (path, atKey = false) => composed.value.positionOf(offsetOf(reading.nodes, path, atKey));
  return readLibrary(mapping(reading.value), place, chosen && new Set(chosen));
}

type Place = (path: Path, atKey?: boolean) => ReturnType<ComposedYaml["positionOf"]>;

function readLibrary(library: Loose, place: Place, chosen: ReadonlySet<string> | null): Parsed<ForeignLibrary> {
  const frameworks = frameworksOf(library);
  const problems = frameworks.flatMap((one) => one.tree.problems);
  if (frameworks.length === 0) problems.push(noFramework(library));
  if (problems.length > 0) return refuse(problems.map((one) => placed(one, place)));

  const ledger = createLedger((path) => place(path).line ?? 1);
  noteUnread(ledger, library, knownOfLibrary, []);
  noteObjects(library, ledger);
  const voice = createVoice(textOf(library["locale"]) ?? "en", ledger);
  const read = frameworks.flatMap((framework) => {
    const found = readFramework(framework, { voice, ledger, chosen });
    return found ? [{ ...found, framework }] : [];
  });
  const checklists = read.map(({ checklist, framework }) => finish(writeChecklist(checklist), framework, place));
  const failed = checklists.flatMap((one) => (one.ok ? [] : one.problems));
  if (checklists.length === 0) return refuse([placed({ code: "no-questions", message: "Nothing in this library can be assessed.", path: ["objects"] }, place)]);
  if (failed.length > 0) return refuse(failed);
  return { ok: true, value: { checklists: checklists.flatMap((one) => (one.ok ? [one.value] : [])), left: ledger.entries(), groups: read.flatMap(({ groups }) => groups) }, problems: [] };
}

/** What we wrote is read like any other checklist; only its size can be against it. */
function finish(yaml: string, { path }: Framework, place: Place): Parsed<ForeignChecklist> {
  const parsed = parseChecklist(yaml);
  if (parsed.ok) return { ok: true, value: { checklist: parsed.value, yaml }, problems: [] };
  return refuse(parsed.problems.slice(0, 1).map(({ code, message }) => placed({ code, message: `Converted, this framework is no sound checklist. ${message}`, path }, place)));
}

const knownOfLibrary = new Set([
  "urn", "locale", "ref_id", "name", "copyright", "version", "publication_date", "provider", "packager", "objects", "translations", "convert_library_version",
]);

/** One under `framework`, or several there or under `frameworks`. */
function frameworksOf(library: Loose): readonly Framework[] {
  const objects = mapping(library["objects"]);
  return ["framework", "frameworks"].flatMap((key): readonly Framework[] => {
    const value = objects[key];
    const given = Array.isArray(value) ? value.map((one: unknown, index) => ({ one, path: ["objects", key, index] })) : [{ one: value, path: ["objects", key] }];
    return given.flatMap(({ one, path }) => {
      const framework = mapping(one);
      if (Object.keys(framework).length === 0) return [];
      return [{ library, framework, path, tree: growTree(nodesOf(framework), [...path, "requirement_nodes"]) }];
    });
  });
}

/** Threats, controls, matrices and mappings are kept in libraries too, and are no checklists. */
function noteObjects(library: Loose, ledger: Ledger): void {
  for (const [kind, value] of Object.entries(mapping(library["objects"]))) {
    if (kind === "framework" || kind === "frameworks") continue;
    const things = Array.isArray(value) ? list(value) : [value];
    for (const [index] of things.entries()) ledger.note("other-kind", kind, ["objects", kind, ...(Array.isArray(value) ? [index] : [])]);
  }
}

function looksForeign(text: string): boolean {
  return /^["']?urn["']?\s*:/m.test(text) && /^["']?objects["']?\s*:/m.test(text) && !/^format\s*:/m.test(text);
}

const unknownFormat: Problem = {
  code: "unknown-format",
  message: "This is no CISO Assistant library: it has no `urn` and `objects`.",
  path: "",
  line: 1,
  column: 1,
};

function noFramework(library: Loose): Unplaced {
  const kinds = Object.keys(mapping(library["objects"])).slice(0, 10).join(", ");
  return { code: "no-questions", message: `This library holds no framework to assess against${kinds ? `, only ${kinds}` : ""}.`, path: ["objects"] };
}

function placed({ path, atKey, ...rest }: Unplaced, place: Place): Problem {
  return { ...rest, path: path.map(String).join("."), ...place(path, atKey) };
}

/** More than anyone mends in one go. */
const mostProblems = 1000;

function refuse(problems: readonly Problem[]): Parsed<never> {
  return { ok: false, problems: problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)).slice(0, mostProblems) };
}
