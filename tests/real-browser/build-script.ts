import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build, type Plugin } from "vite";

/** One module for a page, with all that `entry` imports; written into `folder`, which is made when absent. */
export async function buildScript(entry: string, folder: string, plugins: readonly Plugin[] = []): Promise<string> {
  const name = `${basename(entry, ".ts")}.js`;
  await build({
    configFile: false,
    logLevel: "error",
    plugins: [...plugins],
    build: { outDir: folder, emptyOutDir: false, target: "es2022", lib: { entry, formats: ["es"], fileName: () => name } },
  });
  return readFileSync(join(folder, name), "utf8");
}
