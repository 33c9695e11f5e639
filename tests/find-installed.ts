import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** The program that the environment variable names, else the first that is on the path or at one of the places; null when none is there. */
export function findInstalled(variable: string, names: readonly string[], places: readonly string[]): string | null {
  const named = process.env[variable];
  if (named && existsSync(named)) return named;
  const folders = (process.env["PATH"] ?? "").split(process.platform === "win32" ? ";" : ":");
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...places].find((path) => existsSync(path)) ?? null;
}

/** Installs a package of Debian; false where that cannot be done: elsewhere, and by whom is not root. */
export function installFromDebian(name: string): boolean {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit", env });
  execFileSync("apt-get", ["install", "-y", "-qq", name], { stdio: "inherit", env });
  return true;
}
