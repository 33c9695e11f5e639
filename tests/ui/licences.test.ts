import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { licences } from "../../src/ui/views/settings/licences.tsx";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => JSON.parse(readFileSync(join(root, path), "utf8")) as { readonly dependencies?: Record<string, string>; readonly license?: string };

test("the licences page names every package that the app is built on, with its own licence", () => {
  const named = Object.fromEntries(licences);
  expect(Object.keys(named).toSorted()).toEqual(Object.keys(read("package.json").dependencies ?? {}).toSorted());
  for (const [name, said] of licences) {
    const { license = "" } = read(`node_modules/${name}/package.json`);
    for (const word of said.replaceAll(/[^\w.-]+/g, " ").split(" ").filter((one) => /\d/.test(one) || one === "MIT" || one === "ISC")) {
      expect(license, name).toContain(word);
    }
  }
});
