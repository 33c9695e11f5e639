/// <reference types="vite/client" />
/// <reference types="vite-plugin-pwa/client" />

/** package.json's version, put in when the app is built */
declare const __ASSAY_VERSION__: string;
