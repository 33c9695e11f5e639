import type { Problem } from "./problem.ts";
import type { Instant } from "./text.ts";

/** Who a certificate says its holder is. */
export interface CertificateFacts {
  readonly subject: string;
  readonly organisation: string | null;
  readonly issuer: string;
  readonly selfSigned: boolean;
  readonly serial: string;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  /** SHA-256 of the DER, lowercase hex. */
  readonly fingerprint: string;
  /** Such as "ECDSA P-256" or "RSA 3072". */
  readonly key: string;
}

/** One signature in a PDF, and what was found on checking it. */
export interface SignatureReport {
  readonly field: string;
  readonly subFilter: string;
  readonly certificate: CertificateFacts | null;
  /** /M of the signature dictionary: the signer's own clock, not a proof of time. */
  readonly claimedAt: Instant | null;
  readonly reason: string | null;
  readonly digestAlgorithm: string | null;
  readonly byteRange: readonly [number, number, number, number] | null;
  /** Whether the signed range ends at the end of the file. */
  readonly coversWholeFile: boolean;
  readonly valid: boolean;
  readonly problems: readonly Problem[];
}

/** What a certifying signature still allows (ISO 32000-1, 12.8.2.2): 1 nothing, 2 filling in and signing, 3 notes too. */
export type CertificationLevel = 1 | 2 | 3;

/** `valid` iff there is a signature, every signature is valid, and the last covers the whole file. */
export interface VerificationResult {
  readonly valid: boolean;
  /** Null when no signature certifies the file. */
  readonly certification: CertificationLevel | null;
  readonly signatures: readonly SignatureReport[];
  readonly problems: readonly Problem[];
}

/** A file that a PDF carries. Its name leads into no folder; everything else is as the PDF says. */
export interface PdfAttachment {
  readonly name: string;
  readonly description: string | null;
  readonly mediaType: string | null;
  /** How it relates to the document: "Source", "Data" … */
  readonly relationship: string | null;
  /** Null when it cannot be unpacked, or would be larger than is read. */
  readonly bytes: Uint8Array | null;
}

/** A signing identity as a list shows it; the key stays in the room that made it. */
export interface IdentitySummary {
  readonly id: string;
  readonly label: string;
  readonly origin: "device" | "imported";
  readonly certificate: CertificateFacts;
}
