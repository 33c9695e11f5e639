import type { SavedFile } from "./saved-file.ts";

export type ChecklistFileKind = "yaml" | "xlsx";

const mediaTypes: Readonly<Record<ChecklistFileKind, string>> = {
  yaml: "application/yaml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** A checklist, whole or not, as a file; `text` is its very YAML where there is one. */
export async function checklistFile(
  id: string,
  version: string,
  as: ChecklistFileKind,
  checklist: () => object | Promise<object>,
  text?: () => Promise<string>,
): Promise<SavedFile> {
  const { writeChecklist, writeChecklistSheet } = await import("#content");
  const plain = `${id}-${version}`.replace(/[^A-Za-z0-9._-]+/g, "-").slice(0, 80).replace(/^[-.]+|[-.]+$/g, "");
  const name = `${plain || "checklist"}.${as}`;
  const mediaType = mediaTypes[as];
  if (as === "xlsx") return { name, mediaType, bytes: writeChecklistSheet(await checklist()) };
  return { name, mediaType, bytes: new TextEncoder().encode(text ? await text() : writeChecklist(await checklist())) };
}
