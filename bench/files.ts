import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bundleContent, type BundledContent } from "#content";
import type { Assessment, Parsed, PinnedChecklist, ReportTemplate } from "#domain";
import { readAssayFile } from "#exchange";

const root = join(import.meta.dirname, "..");

export function readBytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(root, path)));
}

/** Every checklist and template that comes with Assay, as bytes. */
export const contentFiles: readonly Uint8Array[] = ["checklists", "templates"].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => readBytes(join(folder, name))),
);

export function readContent(bytes: Uint8Array): BundledContent["content"] {
  return must(bundleContent(bytes, `sha256-${createHash("sha256").update(bytes).digest("hex")}`)).content;
}

export function readSample(): Assessment {
  return must(readAssayFile(readBytes("public/samples/customs-xray.assay.json"))).assessment;
}

export function checklistsOf(assessment: Assessment): readonly PinnedChecklist[] {
  const all = contentFiles.map(readContent).filter((one): one is PinnedChecklist => "checklist" in one);
  return assessment.checklists.flatMap((ref) => all.filter((one) => one.checklist.id === ref.id));
}

export function templateOf(id: string): ReportTemplate {
  const found = contentFiles.map(readContent).find((one): one is ReportTemplate => "format" in one && one.format === "assay-template/1" && one.id === id);
  if (!found) throw new Error(`there is no template ${id}`);
  return found;
}

function must<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Error(parsed.problems.map((one) => one.message).join("\n"));
  return parsed.value;
}
