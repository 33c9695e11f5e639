import { WorkbenchError, type Digest } from "#domain";

/** SHA-256 by WebCrypto. Throws insecure-context where the page is not served over https or from localhost. */
export async function sha256(bytes: Uint8Array): Promise<Digest> {
  if (!globalThis.crypto?.subtle) {
    throw new WorkbenchError("insecure-context", "This page has no WebCrypto; open it over https or from localhost.");
  }
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes)));
  return `sha256-${Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
