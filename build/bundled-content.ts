import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { runnerImport, type Plugin } from "vite";
import type * as contentRoom from "../src/content/index.ts";

type ContentRoom = typeof contentRoom;

/**
 * Bundled YAML is read, checked and pinned when the app is built: a checklist with a problem does not build, and the
 * app starts without a YAML parser. `x.yaml` gives the content, `x.yaml?summary` what a list shows of it,
 * `x.yaml?raw` the very text, to be kept with the assessments that name it or taken away.
 */
export function bundledContent(): Plugin {
  let content: Promise<ContentRoom> | undefined;
  const room = () => (content ??= runnerImport<ContentRoom>("./src/content/index.ts").then((it) => it.module));
  return {
    name: "assay-bundled-content",
    enforce: "pre",
    async load(id) {
      const [path = "", query] = id.split("?");
      if (!path.endsWith(".yaml")) return null;
      this.addWatchFile(path);
      const bytes = readFileSync(path);
      if (query === "raw") return `export default ${JSON.stringify(bytes.toString("utf8"))};`;
      const { bundleContent } = await room();
      const bundled = bundleContent(new Uint8Array(bytes), `sha256-${createHash("sha256").update(bytes).digest("hex")}`);
      if (!bundled.ok) {
        const lines = bundled.problems.map((one) => `${basename(path)}:${one.line ?? 1}:${one.column ?? 1} ${one.code} ${one.message}`);
        throw new Error(lines.join("\n"));
      }
      return `export default ${JSON.stringify(query === "summary" ? bundled.value.summary : bundled.value.content)};`;
    },
  };
}
