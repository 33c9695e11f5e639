/**
 * The law of the house: a room imports only from storeys below, through its neighbour's one door.
 * Type-only and dynamic imports count like any other.
 */
import { readFileSync, readdirSync, existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";

interface Room {
  readonly doors: readonly string[];
  readonly libraries: readonly string[];
}

const tools = ["content", "journal", "scoring", "report", "signing", "storage", "exchange"];

const rooms: Readonly<Record<string, Room>> = {
  domain: { doors: [], libraries: [] },
  content: { doors: ["domain"], libraries: ["yaml", "zod", "fflate"] },
  journal: { doors: ["domain"], libraries: ["@noble/hashes"] },
  scoring: { doors: ["domain"], libraries: [] },
  // A storey below the tools, above nothing: it could be a package of its own.
  paper: { doors: [], libraries: ["jspdf", "fflate"] },
  report: { doors: ["domain", "paper"], libraries: [] },
  signing: { doors: ["domain"], libraries: ["pkijs", "asn1js", "node-forge"] },
  storage: { doors: ["domain"], libraries: ["dexie"] },
  exchange: { doors: ["domain"], libraries: ["zod"] },
  workbench: { doors: ["domain", ...tools], libraries: ["solid-js"] },
  ui: { doors: ["domain", "workbench"], libraries: ["solid-js", "@solidjs/router", "@kobalte/core"] },
  cli: { doors: ["domain", ...tools], libraries: [], },
};

const root = resolve(import.meta.dirname, "..");
const source = join(root, "src");

/** The room of a file under src, or null for the composition root. */
function roomOf(file: string): string | null {
  const [first, ...rest] = relative(source, file).split(sep);
  return rest.length === 0 ? null : (first ?? null);
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

function importsOf(file: string): string[] {
  return importsIn(file, readFileSync(file, "utf8"));
}

function importsIn(file: string, text: string): string[] {
  const { module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const fixed = [...module.staticImports, ...module.staticExports.flatMap((line) => line.entries)].flatMap(
    (line) => (line.moduleRequest ? [line.moduleRequest.value] : []),
  );
  const dynamic = module.dynamicImports.map((line) =>
    text.slice(line.moduleRequest.start, line.moduleRequest.end).replace(/^["'`]|["'`]$/g, ""),
  );
  const inTypes = [...text.matchAll(/\bimport\(\s*["']([^"']+)["']/g)].map((match) => match[1] ?? "");
  return [...new Set([...fixed, ...dynamic, ...inTypes])];
}

/** Why `specifier` may not be imported by `file` of `room`, or null when it may. */
function offence(file: string, room: string, specifier: string): string | null {
  const law = rooms[room];
  if (!law) return `no room is called ${room}`;
  if (specifier.startsWith("#")) {
    const door = specifier.slice(1);
    if (door === room) return "inside a room, relative paths are written";
    return law.doors.includes(door) ? null : `${room} opens ${law.doors.map((name) => `#${name}`).join(", ") || "nothing"}`;
  }
  if (specifier.startsWith(".")) {
    const target = resolve(dirname(file), specifier.split("?")[0] ?? "");
    return target.startsWith(join(source, room) + sep) ? null : `leaves the room; the door is #${roomOf(target) ?? "?"}`;
  }
  if (specifier.startsWith("virtual:")) return "virtual modules are handed in by the composition root";
  if (specifier.startsWith("node:")) return room === "cli" ? null : "only cli knows Node";
  const allowed = law.libraries.some((name) => specifier === name || specifier.startsWith(`${name}/`));
  return allowed ? null : `${room} may use ${law.libraries.join(", ") || "no library"}`;
}

describe("the law of the house", () => {
  for (const room of Object.keys(rooms)) {
    test(`${room} has one door and looks only at storeys below`, () => {
      const folder = join(source, room);
      if (room !== "cli") expect(existsSync(join(folder, "index.ts")), `src/${room}/index.ts is its door`).toBe(true);
      const offences = filesUnder(folder).flatMap((file) =>
        importsOf(file).flatMap((specifier) => {
          const why = offence(file, room, specifier);
          return why ? [`${relative(root, file)} imports ${specifier}: ${why}`] : [];
        }),
      );
      expect(offences).toEqual([]);
    });
  }

  test("every file is in a room, save the composition root", () => {
    const strays = filesUnder(source)
      .filter((file) => !Object.hasOwn(rooms, roomOf(file) ?? ""))
      .map((file) => relative(source, file));
    expect(strays.filter((name) => !["main.tsx"].includes(name))).toEqual([]);
  });

  test("the composition root fits on one page", () => {
    const lines = readFileSync(join(source, "main.tsx"), "utf8").split("\n").length;
    expect(lines).toBeLessThanOrEqual(61);
  });

  test("a type-only, a dynamic and a re-exported import are all seen", () => {
    const text = `
      import type { Checklist } from "#domain";
      export * from "../signing/verify.ts";
      export { x } from "zod";
      type Late = import("#storage").Storage;
      const late = () => import("dexie");`;
    expect(importsIn("bad.ts", text).toSorted()).toEqual(["#domain", "#storage", "../signing/verify.ts", "dexie", "zod"]);
    const file = join(source, "scoring", "bad.ts");
    const verdicts = importsIn(file, text).map((specifier) => [specifier, offence(file, "scoring", specifier) === null]);
    expect(Object.fromEntries(verdicts)).toEqual({
      "#domain": true,
      "#storage": false,
      "../signing/verify.ts": false,
      dexie: false,
      zod: false,
    });
  });
});
