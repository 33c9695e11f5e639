import type { Checklist, LocalText, QuestionGroup, Source, Unbranded } from "#domain";
import { list, type Loose, type Path } from "../loose.ts";
import { noteUnread, type Ledger } from "./ledger.ts";
import { repeatedTexts } from "./asked.ts";
import { createNames, nameOf } from "./names.ts";
import { planGroups, planWeights, type GroupPlan } from "./plans.ts";
import type { RequirementTree } from "./requirement-tree.ts";
import { createScaleShelf } from "./scale-shelf.ts";
import type { Reading } from "./scales.ts";
import { readSections } from "./sections.ts";
import * as sentences from "./sentences.ts";
import { textOf } from "./values.ts";

/** A framework within its library, its requirements grown to a tree without a fault. */
export interface Framework {
  readonly library: Loose;
  readonly framework: Loose;
  readonly path: Path;
  readonly tree: RequirementTree;
}

const knownOfFramework = new Set([
  "urn", "ref_id", "name", "min_score", "max_score", "scores_definition", "implementation_groups_definition", "requirement_nodes", "translations",
]);

export interface ReadFramework {
  readonly checklist: Unbranded<Checklist>;
  readonly groups: readonly QuestionGroup[];
}

/** A framework as a checklist of our format, or null when it asks nothing. `reading` keeps account of the rest. */
export function readFramework(given: Framework, reading: Reading): ReadFramework | null {
  const { library, framework, path, tree } = given;
  const { voice, ledger } = reading;
  const urn = textOf(framework["urn"]) ?? textOf(library["urn"]) ?? "framework";
  const name = nameOf(urn);
  const ref = textOf(framework["ref_id"]) ?? name;
  const title = voice(framework, "name", path) ?? voice(library, "name", []) ?? { en: ref, "zh-TW": ref };
  noteUnread(ledger, framework, knownOfFramework, path);
  const names = createNames();
  const scales = createScaleShelf(framework, path, reading);
  const groups = planGroups(framework, name, path, reading);
  const plans = { ...reading, scales, groups, weights: planWeights(tree.all, ledger), nameOf: names, repeated: repeatedTexts(tree.all.map(({ node }) => node)) };
  const sections = readSections(tree.roots, { id: names(`${urn}:requirements`), ref, title }, plans);
  if (sections.length === 0) return null;
  const checklist: Unbranded<Checklist> = {
    format: "assay-checklist/1",
    id: idOf(library, urn),
    version: versionOf(library, ledger),
    title,
    source: sourceOf(given, title, groups, ledger),
    scales: scales.all(),
    sections: [...sections],
  };
  return { checklist, groups: groups.groups() };
}

/** With the packager in front, so that no checklist that comes with Assay is meant. */
function idOf(library: Loose, urn: string): string {
  const parts = urn.split(":");
  const packager = textOf(library["packager"]) ?? (parts[0] === "urn" ? parts[1] : null) ?? "foreign";
  const plain = packager.toLowerCase().replace(/[^a-z0-9-]+/g, "-").replace(/^-+/, "").slice(0, 14);
  return `${plain || "foreign"}.${nameOf(urn).slice(0, 65)}`;
}

/** A library counts its versions; a count is our major number. */
function versionOf(library: Loose, ledger: Ledger): string {
  const said = textOf(library["version"]) ?? "";
  const count = /^v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?$/.exec(said);
  if (!count) ledger.note("assumed", "version", ["version"]);
  return count ? [count[1], count[2] ?? 0, count[3] ?? 0].map(Number).join(".") : "1.0.0";
}

function sourceOf({ library, framework }: Framework, title: LocalText, groups: GroupPlan, ledger: Ledger): Unbranded<Source> {
  const stated = (key: string, ours: string, isGood: (text: string) => boolean = () => true) => {
    const text = textOf(library[key]);
    if (text !== null && isGood(text)) return text;
    ledger.note("assumed", ours, [key]);
    return null;
  };
  return {
    name: textOf(framework["name"]) ?? title.en,
    publisher: textOf(library["provider"]) ?? textOf(library["packager"]) ?? stated("provider", "publisher") ?? sentences.notStated,
    date: stated("publication_date", "date", isDate) ?? yearOf(library) ?? "0000",
    licence: stated("copyright", "licence", (text) => /[\p{L}\p{N}]/u.test(text)) ?? sentences.notStated,
    note: sentences.converted(textOf(library["urn"]) ?? "?", textOf(library["version"]) ?? "?", groups.tags()),
  };
}

function isDate(text: string): boolean {
  return /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text);
}

/** The year that a library without a date is named for. */
function yearOf(library: Loose): string | null {
  const named = ["urn", "ref_id", "name", "copyright"].map((key) => textOf(library[key]) ?? "").join(" ");
  return /(?<!\d)(19[5-9]\d|20\d\d)(?!\d)/.exec(named)?.[0] ?? null;
}

/** The requirement nodes of a framework. */
export function nodesOf(framework: Loose): readonly unknown[] {
  return list(framework["requirement_nodes"]);
}
