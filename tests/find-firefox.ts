import { join } from "node:path";
import { findInstalled, installFromDebian } from "./find-installed.ts";

const names = ["firefox", "firefox-esr"];

const installed = [
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  ...["PROGRAMFILES", "PROGRAMFILES(X86)"].flatMap((key) => (process.env[key] ? [join(process.env[key], "Mozilla Firefox/firefox.exe")] : [])),
];

/** The path of an installed Firefox, else Debian's package. Throws when none can be had. */
export function findFirefox(): string {
  return installedOne() ?? (installFromDebian("firefox-esr") ? installedOne() : null) ?? fail();
}

function installedOne(): string | null {
  return findInstalled("ASSAY_FIREFOX", names, installed);
}

function fail(): never {
  throw new Error("No Firefox was found. Install Firefox, or name one in ASSAY_FIREFOX, then run npm test again.");
}
