import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { defineConfig, runnerImport, type Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import solid from "vite-plugin-solid";
import type * as contentRoom from "./src/content/index.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

/** Foreign origins are named nowhere, so nothing can leave. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self' blob:",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "frame-src blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

type ContentRoom = typeof contentRoom;

/**
 * Bundled YAML is read, checked and pinned when the app is built: a checklist with a problem does not build, and the
 * app starts without a YAML parser. `x.yaml` gives the content, `x.yaml?summary` what a list shows of it.
 */
function bundledContent(): Plugin {
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

function withContentSecurityPolicy(): Plugin {
  return {
    name: "assay-content-security-policy",
    apply: "build",
    transformIndexHtml: () => [
      { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy }, injectTo: "head-prepend" },
    ],
  };
}

/** jsPDF can rasterise web pages through libraries that a report never needs; they are left out of the app. */
function withoutRasterizers(): Plugin {
  const unused = ["html2canvas", "canvg", "dompurify"];
  const nothing = "\0assay-nothing";
  return {
    name: "assay-without-rasterizers",
    enforce: "pre",
    resolveId: (source) => (unused.includes(source) ? nothing : null),
    load: (id) => (id === nothing ? "export default null;" : null),
  };
}

const hasDesktop =
  !process.env["CI"] &&
  (process.platform === "darwin" || process.platform === "win32" || Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]));

export default defineConfig({
  base: "./",
  define: { __ASSAY_VERSION__: JSON.stringify(version) },
  plugins: [
    bundledContent(),
    withoutRasterizers(),
    solid(),
    withContentSecurityPolicy(),
    VitePWA({
      registerType: "prompt",
      injectRegister: null,
      manifest: {
        name: "Assay",
        short_name: "Assay",
        description: "Trustworthy-AI risk assessment workbench",
        start_url: "./",
        scope: "./",
        display: "standalone",
        background_color: "#f6f2ea",
        theme_color: "#f6f2ea",
        icons: [
          { src: "icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
          { src: "icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
        ],
      },
      workbox: {
        globPatterns: ["**/*.{js,css,html,svg,png,woff2,ttf,json,yaml,webmanifest}"],
        maximumFileSizeToCacheInBytes: 9_000_000,
        navigateFallback: "index.html",
      },
    }),
  ],
  worker: { format: "es", plugins: () => [withoutRasterizers()] },
  build: { target: "es2022", assetsInlineLimit: 0, chunkSizeWarningLimit: 1200, rolldownOptions: { checks: { pluginTimings: false } } },
  optimizeDeps: { rolldownOptions: { transform: { jsx: "preserve" } } },
  server: { port: 4319 },
  // One fixed port: the browser keeps assessments per address, and another port would look like an empty workbench.
  preview: { port: 4319, strictPort: true, open: hasDesktop },
});
