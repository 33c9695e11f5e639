import { readFileSync } from "node:fs";
import type { Plugin, Rolldown } from "vite";
import { policyForOneFile } from "./content-security-policy.ts";

/** What the one file is called, beside the app that is served. */
export const oneFileName = "assay.html";

/**
 * Folds the page, its one script and its one style sheet into a single file that opens from a disk. Fonts, worker and
 * sample have come into the script and the sheet before, as data.
 */
export function oneFile(): Plugin {
  return {
    name: "assay-one-file",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const page = only(bundle, (one): one is Rolldown.OutputAsset => one.type === "asset" && one.fileName.endsWith(".html"));
        const script = only(bundle, (one): one is Rolldown.OutputChunk => one.type === "chunk");
        const sheet = only(bundle, (one): one is Rolldown.OutputAsset => one.type === "asset" && one.fileName.endsWith(".css"));
        const html = foldIn(String(page.source), script.code, String(sheet.source));
        for (const name of Object.keys(bundle)) delete bundle[name];
        this.emitFile({ type: "asset", fileName: oneFileName, source: html });
      },
    },
  };
}

function foldIn(page: string, code: string, css: string): string {
  const script = code.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
  const icon = `data:image/svg+xml;base64,${readFileSync("public/icon.svg").toString("base64")}`;
  const [head, tail] = page
    .replaceAll(/\s*<script\b[^>]*><\/script>/g, "")
    .replaceAll(/\s*<link rel="(?:stylesheet|modulepreload|manifest)"[^>]*>/g, "")
    .replace(/(<link rel="icon" href=")[^"]*/, (_all, start: string) => start + icon)
    .replace(/<meta charset[^>]*>/, (all) => `${all}\n    <meta http-equiv="Content-Security-Policy" content="${policyForOneFile(script)}" />`)
    .split("</head>");
  return `${head}<style>${css.replaceAll("</style", "<\\/style")}</style>\n  </head>${(tail ?? "").replace("</body>", () => `<script type="module">${script}</script>\n  </body>`)}`;
}

function only<Kind extends Rolldown.OutputAsset | Rolldown.OutputChunk>(
  bundle: Rolldown.OutputBundle,
  isIt: (one: Rolldown.OutputAsset | Rolldown.OutputChunk) => one is Kind,
): Kind {
  const found = Object.values(bundle).filter(isIt);
  if (found.length !== 1 || !found[0]) throw new Error(`one file was expected and there are: ${found.map((one) => one.fileName).join(", ") || "none"}`);
  return found[0];
}

/** `?worker` in the source becomes a worker that travels in the script and starts from a blob. */
export function workersWithin(): Plugin {
  return {
    name: "assay-workers-within",
    enforce: "pre",
    resolveId(source, importer) {
      return source.endsWith("?worker") ? this.resolve(`${source}&inline`, importer, { skipSelf: true }) : null;
    },
  };
}
