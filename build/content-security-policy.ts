import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/** Foreign origins are named nowhere, so nothing can leave. */
const served = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' data: blob:",
  "font-src": "'self'",
  "connect-src": "'self' blob:",
  "worker-src": "'self' blob:",
  "manifest-src": "'self'",
  "frame-src": "blob:",
  "object-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
} as const;

/** The policy of the app behind a server, as the first thing in its page. */
export function withContentSecurityPolicy(): Plugin {
  return {
    name: "assay-content-security-policy",
    apply: "build",
    transformIndexHtml: () => [
      { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: written(served) }, injectTo: "head-prepend" },
    ],
  };
}

/** The policy of the app in one file: its one script by digest, no origin at all, not even its own. */
export function policyForOneFile(script: string): string {
  const digest = createHash("sha256").update(script).digest("base64");
  return written({
    ...served,
    "script-src": `'sha256-${digest}'`,
    "style-src": "'unsafe-inline'",
    "img-src": "data: blob:",
    "font-src": "data:",
    "connect-src": "data: blob:",
    "worker-src": "blob:",
    "manifest-src": "'none'",
  });
}

function written(policy: Readonly<Record<keyof typeof served, string>>): string {
  return Object.entries(policy)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");
}
