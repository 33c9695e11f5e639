import { readdirSync, readFileSync } from "node:fs";
import { extname } from "node:path";
import type { Plugin } from "vite";

const folder = "samples/";
const file = `${folder}customs-xray.assay.json`;
const types: Readonly<Record<string, string>> = {
  ".json": "application/json", ".md": "text/markdown", ".txt": "text/plain", ".csv": "text/csv", ".pdf": "application/pdf",
};

/** `virtual:assay-sample`: where the sample and its evidence lie, beside the page or, `within` it, as data. */
export function sample({ within }: { readonly within: boolean }): Plugin {
  const name = "virtual:assay-sample";
  const placeOf = (path: string) => (within ? asData(path) : path.split("/").map(encodeURIComponent).join("/"));
  return {
    name: "assay-sample",
    resolveId: (source) => (source === name ? `\0${name}` : null),
    load: (id) => {
      if (id !== `\0${name}`) return null;
      const evidence = readdirSync(`public/${folder}evidence`).sort().map((one) => [one, placeOf(`${folder}evidence/${one}`)]);
      return `export const sample = ${JSON.stringify({ file: placeOf(file), evidence: Object.fromEntries(evidence) })};`;
    },
  };
}

function asData(path: string): string {
  const type = types[extname(path)] ?? "application/octet-stream";
  return `data:${type};base64,${readFileSync(`public/${path}`).toString("base64")}`;
}
