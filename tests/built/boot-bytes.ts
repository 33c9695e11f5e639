import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { gzipSync } from "node:zlib";
import { parseSync } from "oxc-parser";

/** Gzipped bytes of what a first visit fetches as script. */
export interface BootBytes {
  /** The page's script and all that it imports in turn without waiting. */
  readonly entry: number;
  /** The sentences of one language, the longer of both: nothing is painted before them. */
  readonly texts: number;
  /** What opens the store, fetched meanwhile: no list stands before it. */
  readonly storage: number;
}

/** Of the app that is built in `dist`. Throws when it does not look as expected. */
export function bootBytes(dist: string): BootBytes {
  const page = readFileSync(join(dist, "index.html"), "utf8");
  const named = [...page.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="\.\/([^"]+\.js)"/g)].map((match) => match[1] ?? "");
  if (named.length === 0) throw new Error("index.html names no script");
  const entry = reachable(dist, named);
  const late = (start: RegExp) => [...reachable(dist, [chunkNamed(dist, start)])].filter((file) => !entry.has(file));
  const texts = [/^en-/, /^zh-tw-/].map((start) => weigh(dist, late(start)));
  return { entry: weigh(dist, [...entry]), texts: Math.max(...texts), storage: weigh(dist, late(/^storage-/)) };
}

/** `files` and whatever they import statically, directly or not; paths from `dist`. */
function reachable(dist: string, files: readonly string[], found = new Set<string>()): ReadonlySet<string> {
  for (const file of files) {
    if (found.has(file)) continue;
    found.add(file);
    const { module } = parseSync(file, readFileSync(join(dist, file), "utf8"));
    const requests = [...module.staticImports, ...module.staticExports.flatMap((line) => line.entries)].flatMap((line) => line.moduleRequest?.value ?? []);
    reachable(dist, requests.map((request) => posix.join(posix.dirname(file), request)), found);
  }
  return found;
}

function chunkNamed(dist: string, start: RegExp): string {
  const [name, ...more] = readdirSync(join(dist, "assets")).filter((one) => start.test(one) && one.endsWith(".js"));
  if (name === undefined || more.length > 0) throw new Error(`one chunk was expected for ${start.source}`);
  return `assets/${name}`;
}

function weigh(dist: string, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
}
