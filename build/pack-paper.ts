/**
 * `npm run pack-paper -- folder`: makes a package of src/paper in the folder, ready for `npm pack`: one module, its
 * types, the licence, and the words of its door as its README.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "vite";

const root = join(import.meta.dirname, "..");
const [folder] = process.argv.slice(2);

if (folder === undefined) {
  console.error("Name a folder for the package.");
  process.exitCode = 2;
} else await packPaper(resolve(folder));

async function packPaper(out: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  const entry = join(root, "src/paper/index.ts");
  const own = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly version: string; readonly license: string; readonly dependencies: Readonly<Record<string, string>> };
  await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: { outDir: out, emptyOutDir: false, target: "es2022", minify: false, lib: { entry, formats: ["es"], fileName: "index" }, rolldownOptions: { external: ["jspdf", "fflate"] } },
  });
  execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), entry, "--ignoreConfig", "--declaration", "--emitDeclarationOnly", "--outDir", join(out, "types"), "--target", "es2023", "--lib", "es2023,dom", "--module", "esnext", "--moduleResolution", "bundler", "--allowImportingTsExtensions", "--rewriteRelativeImportExtensions", "--strict", "--skipLibCheck"], { cwd: root, stdio: "inherit" });
  copyFileSync(join(root, "LICENSE"), join(out, "LICENSE"));
  writeFileSync(join(out, "README.md"), `# assay-paper\n\n${wordsOf(readFileSync(entry, "utf8"))}\n`);
  writeFileSync(join(out, "package.json"), `${JSON.stringify(manifestOf(own), null, 2)}\n`);
  console.log(execFileSync("npm", ["pack", "--dry-run", "--json"], { cwd: out, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
}

function manifestOf({ version, license, dependencies }: { readonly version: string; readonly license: string; readonly dependencies: Readonly<Record<string, string>> }) {
  const { jspdf, fflate } = dependencies;
  return {
    name: "assay-paper",
    version,
    description: "Tagged PDF with jsPDF: structure, embedded fonts, metadata, attachments, signature fields.",
    license,
    type: "module",
    sideEffects: false,
    exports: { ".": { types: "./types/index.d.ts", default: "./index.js" } },
    files: ["index.js", "types"],
    dependencies: { jspdf, fflate },
  };
}

/** The first comment of a module, without its stars. */
function wordsOf(source: string): string {
  const [, body = ""] = /^\/\*\*\n([^]*?)\n \*\//.exec(source) ?? [];
  return body.replaceAll(/^ \* ?/gm, "");
}
