/**
 * `npm run reproduce`: builds twice from this source, the second time in another folder, in another time zone and on
 * another day, and compares every byte. Prints the digest of each file that is the same, or what differs; then it fails.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const left = ["node_modules", "dist", ".git", "coverage", ".vite"];

/** Replaces the clock of the build by one that runs 400 days ahead. */
const otherDay = `const Real = Date; const ahead = 400 * 864e5;
globalThis.Date = class extends Real { constructor(...args) { if (args.length === 0) super(Real.now() + ahead); else super(...args); } static now() { return Real.now() + ahead; } };\n`;

const work = realpathSync(mkdtempSync(join(tmpdir(), "assay-reproduce-")));
try {
  const shim = join(work, "other-day.mjs");
  writeFileSync(shim, otherDay);
  const first = digests(buildIn(join(work, "a"), { TZ: "UTC" }));
  const second = digests(buildIn(join(work, "another", "longer", "folder"), { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", NODE_OPTIONS: `--import=file://${shim}` }));
  const names = [...new Set([...first.keys(), ...second.keys()])].sort();
  const different = names.filter((name) => first.get(name) !== second.get(name));
  for (const name of names) console.log(`${different.includes(name) ? "DIFFERS" : first.get(name)}  ${name}`);
  console.log(different.length === 0 ? `\n${names.length} files, the same bytes twice` : `\n${different.length} of ${names.length} files differ`);
  process.exitCode = different.length === 0 && names.length > 0 ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Copies the source to `folder`, builds both forms of the app there, and gives back where they lie. */
function buildIn(folder: string, env: Readonly<Record<string, string>>): string {
  cpSync(root, folder, { recursive: true, filter: (path) => !left.some((name) => path === join(root, name)) });
  symlinkSync(realpathSync(join(root, "node_modules")), join(folder, "node_modules"), "junction");
  const vite = join(folder, "node_modules/vite/bin/vite.js");
  for (const mode of [[], ["--mode", "file"]]) {
    execFileSync(process.execPath, [vite, "build", "--logLevel", "warn", ...mode], { cwd: folder, env: { ...process.env, ...env }, stdio: "inherit" });
  }
  return join(folder, "dist");
}

function digests(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name.replaceAll("\\", "/"), createHash("sha256").update(readFileSync(join(folder, name))).digest("hex")]));
}
