/** The part of `npm run reproduce` that costs nothing: the place of a build is not in what is built. */
import { readdirSync, readFileSync, realpathSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

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
