import type { SigningIdentity } from "#signing";
import { buildCms } from "../../src/signing/build-cms.ts";
import { concat, sha256, toHex } from "../../src/signing/digest.ts";
import { append, bytesOf, textOf } from "./pdfs.ts";

export interface Forgery {
  /** Objects appended beside the signature, which stands in object `signature`. */
  readonly objects?: Readonly<Record<number, string>>;
  readonly signature?: number;
  /** More entries of the signature dictionary. */
  readonly entries?: string;
  readonly date?: string;
  /** The CMS over the digest of the signed bytes. */
  readonly cms?: (identity: SigningIdentity, digest: Uint8Array) => Promise<Uint8Array>;
}

/** A DocMDP entry for a signature dictionary. */
export const certifying = (level: 1 | 2 | 3): string =>
  `/Reference [<</Type /SigRef /TransformMethod /DocMDP /TransformParams <</Type /TransformParams /P ${level} /V /1.2>>>>]`;

/** The PDF with a signature that our own signer would not make: any objects, any entries, any CMS. */
export async function forge(pdf: Uint8Array, identity: SigningIdentity, forgery: Forgery = {}): Promise<Uint8Array> {
  const { objects = {}, signature = 20, entries = "", date = "D:20261121090000Z", cms = buildCms } = forgery;
  const room = 3072;
  const head = `<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (${date}) ${entries}`;
  const body = `${head} /ByteRange [${" ".repeat(36)}] /Contents <${"0".repeat(room * 2)}>>>`;
  const bytes = append(pdf, { ...objects, [signature]: body });
  const gap = textOf(bytes).lastIndexOf("/Contents <") + "/Contents ".length;
  const behind = gap + room * 2 + 2;
  bytes.set(bytesOf(`0 ${gap} ${behind} ${bytes.length - behind}`.padEnd(36)), gap - "] /Contents ".length - 36);
  const made = await cms(identity, await sha256(concat(bytes.subarray(0, gap), bytes.subarray(behind))));
  if (made.length > room) throw new Error("The signature does not fit.");
  bytes.set(bytesOf(toHex(made)), gap + 1);
  return bytes;
}
