import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checklistPages } from "../../docs/checklist-pages.ts";

const root = join(import.meta.dirname, "../..");

test("docs/checklists says what the checklists say; `npm run docs` writes it anew", () => {
  const pages = checklistPages(root);
  const folder = join(root, "docs/checklists");
  expect(readdirSync(folder).toSorted()).toEqual([...pages.keys()].toSorted());
  for (const [name, text] of pages) expect(readFileSync(join(folder, name), "utf8") === text, name).toBe(true);
});
