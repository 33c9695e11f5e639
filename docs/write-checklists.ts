/** `npm run docs`: a page for each bundled checklist in `docs/checklists`. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checklistPages } from "./checklist-pages.ts";

const root = join(import.meta.dirname, "..");
const folder = join(root, "docs/checklists");
mkdirSync(folder, { recursive: true });
const pages = checklistPages(root);
for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(join(folder, name));
for (const [name, text] of pages) {
  const file = join(folder, name);
  const before = readdirSync(folder).includes(name) ? readFileSync(file, "utf8") : "";
  if (before !== text) writeFileSync(file, text);
}
