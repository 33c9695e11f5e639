import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { billOfMaterials, packageName, type Lock } from "./bill-of-materials.ts";
import type { ShippedPackages } from "./shipped-packages.ts";

const billName = "sbom.cdx.json";
const licencesName = "licences.txt";

/** Writes beside the app what it is made of: a CycloneDX bill of materials, and the licence text of every package. */
export function supply(shipped: ShippedPackages): Plugin {
  let dist = "";
  return {
    name: "assay-supply",
    apply: "build",
    configResolved: (config) => void (dist = join(config.root, config.build.outDir)),
    closeBundle: {
      order: "post",
      sequential: true,
      handler() {
        const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;
        const folders = shipped.folders(dist);
        writeFileSync(join(dist, billName), `${JSON.stringify(billOfMaterials(lock, folders), null, 2)}\n`);
        writeFileSync(join(dist, licencesName), licenceTexts(lock, folders));
      },
    },
  };
}

/** Each package with its licence as it was published; one that publishes no text is named with its licence alone. */
export function licenceTexts(lock: Lock, folders: readonly string[]): string {
  const own = readFileSync("LICENSE", "utf8").trim();
  const parts = folders.map((folder) => {
    const files = readdirSync(folder).filter((name) => /^(licen[cs]e|notice|ofl)(\b|_|-|\.)/i.test(name)).sort();
    const texts = files.map((name) => readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n").trim());
    return [`${packageName(folder)} ${lock.packages[folder]?.version ?? ""} (${lock.packages[folder]?.license ?? ""})`, ...texts].join("\n\n");
  });
  const rule = `\n\n${"=".repeat(80)}\n\n`;
  return `${[`${lock.name} ${lock.version}\n\n${own}`, ...parts].join(rule)}\n`;
}
