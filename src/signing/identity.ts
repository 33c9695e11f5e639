import type { IdentitySummary } from "#domain";
import { describeCertificate } from "./certificate.ts";

/** A key to sign with and the certificates that say whose it is. Can be structured-cloned, so it can be stored. */
export interface SigningIdentity {
  readonly summary: IdentitySummary;
  /** Not extractable. */
  readonly privateKey: CryptoKey;
  /** DER, the signer's first, then its issuers. */
  readonly certificates: readonly Uint8Array[];
}

/** `certificates` holds at least the signer's. The id is the fingerprint, so one certificate is one identity. */
export async function identityOf(
  privateKey: CryptoKey,
  certificates: readonly [Uint8Array, ...Uint8Array[]],
  origin: IdentitySummary["origin"],
): Promise<SigningIdentity> {
  const certificate = await describeCertificate(certificates[0]);
  const label = certificate.organisation ? `${certificate.subject} (${certificate.organisation})` : certificate.subject;
  return { summary: { id: certificate.fingerprint, label, origin, certificate }, privateKey, certificates };
}
