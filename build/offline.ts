import type { Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";

/** The service worker that keeps the whole app in the browser, and what an installed app is called. */
export function offline({ disable }: { readonly disable: boolean }): Plugin[] {
  return VitePWA({
    disable,
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
      globIgnores: ["assay.html", "sbom.cdx.json", "licences.txt"],
      maximumFileSizeToCacheInBytes: 9_000_000,
      navigateFallback: "index.html",
      navigateFallbackDenylist: [/\/(?:assay\.html|sbom\.cdx\.json|licences\.txt)$/],
    },
  });
}
