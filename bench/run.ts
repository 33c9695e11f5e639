/**
 * `npm run bench`: every figure as one line of JSON. `npm run bench scoring` runs one family; each has its own process,
 * and runs built, as the app does: tsx renames every inner function each time it is made, which would be measured too.
 */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { build, type Plugin } from "vite";
import { familyNames } from "./families.ts";

const [wanted] = process.argv.slice(2);

if (wanted !== undefined && !familyNames.includes(wanted)) {
  console.error(`There is no family ${wanted}. There are: ${familyNames.join(", ")}.`);
  process.exitCode = 2;
} else {
  const folder = join(import.meta.dirname, "..", "node_modules", `.bench-${process.pid}`);
  try {
    await buildInto(folder);
    for (const name of wanted === undefined ? familyNames : [wanted]) {
      const { status } = spawnSync(process.execPath, [join(folder, "family.js"), name], { stdio: "inherit" });
      if (status !== 0) process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function buildInto(folder: string): Promise<void> {
  const entry = (name: string) => [name, join(import.meta.dirname, `${name}.ts`)] as const;
  await build({
    configFile: false,
    publicDir: false,
    logLevel: "error",
    plugins: [keepPlaces()],
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: "node20",
      rolldownOptions: { input: Object.fromEntries(["family", "report-once"].map(entry)), output: { entryFileNames: "[name].js" } },
    },
  });
}

/** Every module goes on finding the project's files from where its source stands. */
function keepPlaces(): Plugin {
  return {
    name: "keep-places",
    transform: (code, id) => (id.includes("/node_modules/") ? null : code.replaceAll("import.meta.dirname", JSON.stringify(dirname(id)))),
  };
}
