import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin, Rolldown } from "vite";

/** Code that the build tools write into the app, by how its module is called. */
const helpers: readonly (readonly [start: string, folder: string])[] = [
  ["\0rolldown/", "node_modules/rolldown"],
  ["\0vite/", "node_modules/vite"],
  ["/@vite-plugin-pwa/", "node_modules/vite-plugin-pwa"],
];

/** Which packages are in what is built: what a bundle holds, not what a manifest wishes. */
export interface ShippedPackages {
  /** To stand among the plugins of each bundle, workers' too. */
  readonly watch: () => Plugin;
  /** Folders as package-lock.json names them, in order; whole once everything is written to `dist`. */
  readonly folders: (dist: string) => readonly string[];
}

export function shippedPackages(): ShippedPackages {
  const found = new Set<string>();
  const note = (id: string) => {
    const folder = folderOf(id);
    if (folder) found.add(folder);
  };
  return {
    watch: () => ({
      name: "assay-shipped-packages",
      generateBundle(_options, bundle) {
        for (const file of Object.values(bundle)) sourcesOf(file).forEach(note);
      },
    }),
    folders: (dist) => [...new Set([...found, ...workboxFolders(dist)])].sort(),
  };
}

/** Modules that left code in a chunk, or files that became an asset. */
function sourcesOf(file: Rolldown.OutputAsset | Rolldown.OutputChunk): readonly string[] {
  if (file.type === "asset") return file.originalFileNames;
  return Object.entries(file.modules).flatMap(([id, module]) => (module.renderedLength > 0 ? [id] : []));
}

function folderOf(id: string): string | null {
  const helper = helpers.find(([start]) => id.startsWith(start));
  if (helper) return helper[1];
  return /(?:^|[\\/])(node_modules[\\/](?:.*node_modules[\\/])?(?:@[^\\/]+[\\/])?[^\\/?]+)/.exec(id)?.[1]?.replaceAll("\\", "/") ?? null;
}

/** The service worker is bundled elsewhere. Each part of it leaves its name in the code; so does what loads the parts. */
function workboxFolders(dist: string): readonly string[] {
  const files = existsSync(dist) ? readdirSync(dist).filter((name) => /^(?:sw|workbox-.*)\.js$/.test(name)) : [];
  const code = files.map((name) => readFileSync(join(dist, name), "utf8")).join("\n");
  const parts = [...code.matchAll(/workbox:([a-z-]+):/g)].map((match) => `node_modules/workbox-${match[1] ?? ""}`);
  return code.includes("self.define") ? [...parts, "node_modules/@trickfilm400/rollup-plugin-off-main-thread"] : parts;
}
