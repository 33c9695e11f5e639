import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildElsewhere, digestFiles } from "../../build/build-elsewhere.ts";

const root = join(import.meta.dirname, "../..");
const dist = join(root, "dist");
const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) => /\.(?:js|css|html|json|webmanifest|txt)$/.test(name));

test("no file names the folder it was built in, or the machine", () => {
  const places = [root, realpathSync(join(root, "node_modules")), join(tmpdir(), "assay-"), `//${hostname()}/`];
  expect(files.length).toBeGreaterThan(30);
  for (const name of files) {
    const text = readFileSync(join(dist, name), "utf8");
    expect(places.filter((place) => text.includes(place)), name).toEqual([]);
  }
});

test("built anew in another folder, time zone, locale and year, every file has the same bytes", () => {
  const work = realpathSync(mkdtempSync(join(tmpdir(), "assay-elsewhere-")));
  try {
    const here = digestFiles(dist);
    expect([here.has("index.html"), here.has("assay.html")]).toEqual([true, true]);
    expect(Object.fromEntries(digestFiles(buildElsewhere(work)))).toEqual(Object.fromEntries(here));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});
