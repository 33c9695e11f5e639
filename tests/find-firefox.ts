import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const names = ["firefox", "firefox-esr"];

const installed = [
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  ...["PROGRAMFILES", "PROGRAMFILES(X86)"].flatMap((key) => (process.env[key] ? [join(process.env[key], "Mozilla Firefox/firefox.exe")] : [])),
];

/** The path of an installed Firefox, else Debian's package. Throws when none can be had. */
export function findFirefox(): string {
  return findInstalled() ?? debians() ?? fail();
}

function findInstalled(): string | null {
  const named = process.env["ASSAY_FIREFOX"];
  if (named && existsSync(named)) return named;
  const folders = (process.env["PATH"] ?? "").split(process.platform === "win32" ? ";" : ":");
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...installed].find((path) => existsSync(path)) ?? null;
}

function debians(): string | null {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return null;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit", env });
  execFileSync("apt-get", ["install", "-y", "-qq", "firefox-esr"], { stdio: "inherit", env });
  return findInstalled();
}

function fail(): never {
  throw new Error("No Firefox was found. Install Firefox, or name one in ASSAY_FIREFOX, then run npm test again.");
}
