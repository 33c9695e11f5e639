import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync, realpathSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const left = ["node_modules", "dist", ".git", "coverage", ".vite"];

/** Replaces the clock of the build by one that runs 400 days ahead. */
const otherDay = `const Real = Date; const ahead = 400 * 864e5;
globalThis.Date = class extends Real { constructor(...args) { if (args.length === 0) super(Real.now() + ahead); else super(...args); } static now() { return Real.now() + ahead; } };\n`;

/** Copies the source to a new folder within `work` and builds both forms of the app there. Gives the folder of what was built. */
export function buildHere(work: string): string {
  return buildIn(join(work, "a"), { TZ: "UTC" });
}

/** The same in a longer folder, in another time zone and locale, and 400 days ahead. */
export function buildElsewhere(work: string): string {
  const shim = join(work, "other-day.mjs");
  writeFileSync(shim, otherDay);
  return buildIn(join(work, "another", "longer", "folder"), { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", NODE_OPTIONS: `--import=file://${shim}` });
}

function buildIn(folder: string, env: Readonly<Record<string, string>>): string {
  cpSync(root, folder, { recursive: true, filter: (path) => !left.some((name) => path === join(root, name)) });
  symlinkSync(realpathSync(join(root, "node_modules")), join(folder, "node_modules"), "junction");
  const vite = join(folder, "node_modules/vite/bin/vite.js");
  for (const mode of [[], ["--mode", "file"]]) {
    execFileSync(process.execPath, [vite, "build", "--logLevel", "warn", ...mode], { cwd: folder, env: { ...process.env, NODE_ENV: "production", ...env }, stdio: "inherit" });
  }
  return join(folder, "dist");
}

/** The SHA-256 of every file in `folder`, by its path from there. */
export function digestFiles(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name.replaceAll("\\", "/"), createHash("sha256").update(readFileSync(join(folder, name))).digest("hex")]));
}
