/** What the app is made of is known: the bill of materials of the build, held against the source, the lock and npm's own. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "oxc-parser";
import { expect, test } from "vitest";
import { billOfMaterials, type Lock } from "../../build/bill-of-materials.ts";
import { shippedPackages } from "../../src/ui/views/settings/shipped-packages.ts";

interface Component {
  readonly "bom-ref": string;
  readonly name: string;
  readonly purl: string;
  readonly hashes?: readonly { readonly content: string }[];
  readonly licenses: readonly ({ readonly license: { readonly id: string } } | { readonly expression: string })[];
}

interface Bill {
  readonly serialNumber: string;
  readonly metadata: { readonly timestamp?: string };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const bill = JSON.parse(read("dist/sbom.cdx.json")) as Bill;
const lock = JSON.parse(read("package-lock.json")) as Lock;
const names = new Set(bill.components.map((one) => one.name));
const folders = bill.components.map((one) => `node_modules/${one.name}`);

test("every package that the app's source asks for is in the bill", () => {
  const asked = sources().flatMap(librariesOf);
  expect(asked.length).toBeGreaterThan(10);
  expect([...new Set(asked)].filter((name) => !names.has(name))).toEqual([]);
});

test("each package is named once, with version, licence and digest, and depends on what is named too", () => {
  const refs = bill.components.map((one) => one["bom-ref"]);
  expect(new Set(refs).size).toBe(refs.length);
  for (const one of bill.components) {
    expect(licenceOf(one), one.name).toMatch(/\w/);
    expect(one.hashes?.[0]?.content, one.name).toMatch(/^[0-9a-f]{128}$/);
  }
  expect(bill.dependencies.slice(1).map((one) => one.ref)).toEqual(refs);
  expect(bill.dependencies.flatMap((one) => one.dependsOn).filter((ref) => !refs.includes(ref))).toEqual([]);
});

test("npm's own bill says the same of each: address, licence, digest", () => {
  const [npm, ...args] = process.platform === "win32" ? ["cmd", "/c", "npm"] : ["npm"];
  const theirs = JSON.parse(
    execFileSync(npm ?? "npm", [...args, "sbom", "--sbom-format", "cyclonedx", "--package-lock-only"], { cwd: root, encoding: "utf8", maxBuffer: 1e8, stdio: ["ignore", "pipe", "ignore"] }),
  ) as Bill;
  const facts = (one: Component) => [one.purl, licenceOf(one), one.hashes?.[0]?.content];
  const ours = new Set(bill.components.map((one) => one.purl));
  const byPurl = new Map(theirs.components.filter((one) => ours.has(one.purl)).map((one) => [one.purl, facts(one)]));
  expect(bill.components.map(facts)).toEqual(bill.components.map((one) => byPurl.get(one.purl)));
});

test("the bill follows from the lock alone, and its number from its content", () => {
  expect(billOfMaterials(lock, folders)).toEqual(bill);
  expect(bill.metadata.timestamp).toBeUndefined();
  expect(bill.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(billOfMaterials(lock, folders.slice(1))).not.toMatchObject({ serialNumber: bill.serialNumber });
});

test("a package without a licence, or unknown to the lock, does not build", () => {
  const nameless = { ...lock, packages: { ...lock.packages, "node_modules/x": { version: "1.0.0" } } };
  expect(() => billOfMaterials(nameless, ["node_modules/x"])).toThrow("licence");
  expect(() => billOfMaterials(lock, ["node_modules/not-there"])).toThrow("package-lock.json");
});

test("the licences page names every package of the bill with its licence, and licences.txt has their texts", () => {
  const said = shippedPackages.map(([name, licence]) => `${name}: ${licence}`);
  expect(said).toEqual(bill.components.map((one) => `${one.name}: ${licenceOf(one)}`));
  const texts = read("dist/licences.txt");
  for (const one of bill.components) expect(texts).toContain(`${one["bom-ref"].replace(/@([^@]*)$/, " $1")} (`);
});

test("neither the bill, the texts nor the one file is fetched by everybody's service worker", () => {
  const fetched = [...read("dist/sw.js").matchAll(/url:\s*"([^"]+)"/g)].map((match) => match[1]);
  expect(fetched).toContain("index.html");
  expect(fetched.filter((url) => /^(?:sbom|licences|assay\.html)/.test(url ?? ""))).toEqual([]);
});

function licenceOf(one: Component): string {
  const [licence] = one.licenses;
  if (!licence) return "";
  return "expression" in licence ? licence.expression.replace(/^\((.*)\)$/, "$1") : licence.license.id;
}

/** Every file of the app that may ask for a package; the command line is not in the app. */
function sources(): readonly string[] {
  return readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith("cli"))
    .map((name) => join("src", name));
}

function librariesOf(file: string): readonly string[] {
  const text = read(file);
  const { module } = parseSync(file, text);
  const fixed = module.staticImports.filter((line) => line.entries.some((entry) => !entry.isType)).map((line) => line.moduleRequest.value);
  const dynamic = module.dynamicImports.map((line) => text.slice(line.moduleRequest.start + 1, line.moduleRequest.end - 1));
  return [...fixed, ...dynamic].flatMap((name) => /^(?:@[\w-]+\/)?[\w-]+/.exec(name)?.[0] ?? []).filter((name) => !/^(?:virtual|node)$/.test(name));
}
