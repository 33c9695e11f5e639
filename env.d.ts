/// <reference types="vite/client" />
/// <reference types="vite-plugin-pwa/client" />

declare module "virtual:assay-sample" {
  /** Addresses that can be fetched: of the sample, and of each file of its evidence by name. */
  export const sample: { readonly file: string; readonly evidence: Readonly<Record<string, string>> };
}

/** package.json's version, put in when the app is built */
declare const __ASSAY_VERSION__: string;
