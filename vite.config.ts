import { readFileSync } from "node:fs";
import { defineConfig, type UserConfig } from "vite";
import solid from "vite-plugin-solid";
import { bundledContent } from "./build/bundled-content.ts";
import { withContentSecurityPolicy } from "./build/content-security-policy.ts";
import { offline } from "./build/offline.ts";
import { oneFile, workersWithin } from "./build/one-file.ts";
import { sample } from "./build/sample.ts";
import { shippedPackages } from "./build/shipped-packages.ts";
import { supply } from "./build/supply.ts";
import { withoutRasterizers } from "./build/without-rasterizers.ts";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

const hasDesktop =
  !process.env["CI"] &&
  (process.platform === "darwin" || process.platform === "win32" || Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]));

/** The app twice: `vite build` for a server, `vite build --mode file` in one file for a stick. */
export default defineConfig(({ mode }) => (mode === "file" ? inOneFile : served));

const shipped = shippedPackages();

const common = {
  base: "./",
  define: { __ASSAY_VERSION__: JSON.stringify(version) },
  worker: { format: "es", plugins: () => [withoutRasterizers(), shipped.watch()], rolldownOptions: { output: { codeSplitting: false } } },
  build: { target: "es2022", chunkSizeWarningLimit: 1200, modulePreload: { polyfill: false } },
} satisfies UserConfig;

const served: UserConfig = {
  ...common,
  plugins: [bundledContent(), sample({ within: false }), withoutRasterizers(), solid(), withContentSecurityPolicy(), shipped.watch(), offline({ disable: false }), supply(shipped)],
  build: { ...common.build, assetsInlineLimit: 0, rolldownOptions: { checks: { pluginTimings: false } } },
  optimizeDeps: { rolldownOptions: { transform: { jsx: "preserve" } } },
  server: { port: 4319 },
  // One fixed port: the browser keeps assessments per address, and another port would look like an empty workbench.
  preview: { port: 4319, strictPort: true, open: hasDesktop },
};

const inOneFile: UserConfig = {
  ...common,
  plugins: [workersWithin(), bundledContent(), sample({ within: true }), withoutRasterizers(), solid(), offline({ disable: true }), oneFile()],
  publicDir: false,
  // A page from a disk may start a classic worker from a blob, not a module.
  worker: { ...common.worker, format: "iife" },
  build: {
    ...common.build,
    emptyOutDir: false,
    assetsInlineLimit: 100_000_000,
    cssCodeSplit: false,
    modulePreload: false,
    chunkSizeWarningLimit: 100_000,
    rolldownOptions: { output: { codeSplitting: false }, checks: { pluginTimings: false } },
  },
};
