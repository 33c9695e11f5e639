import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A directory for one test file, with the command-line tools that judge us. */
export interface Workshop {
  readonly path: (name: string) => string;
  write(name: string, bytes: Uint8Array | string): string;
  read(name: string): Uint8Array;
  /** Runs a tool to its success; throws with what it wrote otherwise. */
  run(tool: string, ...args: readonly string[]): string;
  /** Runs a tool whatever comes of it. */
  attempt(tool: string, ...args: readonly string[]): { readonly code: number | null; readonly output: string };
  close(): void;
}

export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), "signing-"));
  const path = (name: string): string => join(folder, name);
  return {
    path,
    write: (name, bytes) => {
      writeFileSync(path(name), bytes);
      return path(name);
    },
    read: (name) => new Uint8Array(readFileSync(path(name))),
    run: (tool, ...args) => execFileSync(tool, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }),
    attempt: (tool, ...args) => {
      const { status, stdout, stderr } = spawnSync(tool, args, { cwd: folder, encoding: "utf8" });
      return { code: status, output: `${stdout}${stderr}` };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export type KeyKind = "rsa" | "ec";

/** A key and self-signed certificate made by openssl: `<name>.key` and `<name>.crt`. */
export function makeSelfSigned(shop: Workshop, name: string, kind: KeyKind, subject = "/C=TW/O=測試公司/CN=Signer"): void {
  const key = kind === "rsa" ? ["rsa:2048"] : ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"];
  shop.run("openssl", "req", "-x509", "-utf8", "-newkey", ...key, "-nodes", "-keyout", `${name}.key`, "-out", `${name}.crt`, "-days", "800", "-subj", subject);
}

/** A PKCS#12 file of that key and certificate. */
export function makeP12(shop: Workshop, name: string, password: string, style: "modern" | "legacy", ...more: readonly string[]): Uint8Array {
  const legacy = style === "legacy" ? ["-legacy"] : [];
  shop.run("openssl", "pkcs12", "-export", ...legacy, "-inkey", `${name}.key`, "-in", `${name}.crt`, "-out", `${name}.p12`, "-passout", `pass:${password}`, ...more);
  return shop.read(`${name}.p12`);
}
