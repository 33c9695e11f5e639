import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseChecklist } from "#content";
import { checklistPage, indexPage } from "./checklist-page.ts";

/** Every page of `docs/checklists` by its file name, as the checklists beneath `root` have it. */
export function checklistPages(root: string): ReadonlyMap<string, string> {
  const files = readdirSync(join(root, "checklists")).filter((name) => name.endsWith(".yaml"));
  const read = files.flatMap((name) => {
    const parsed = parseChecklist(readFileSync(join(root, "checklists", name)));
    return parsed.ok ? [{ name, checklist: parsed.value }] : [];
  });
  const pages = read.map(({ name, checklist }) => [`${checklist.id}.md`, checklistPage(checklist, `checklists/${name}`)] as const);
  return new Map([...pages, ["README.md", indexPage(read.map((one) => one.checklist))]]);
}
