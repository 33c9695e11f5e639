/** Object identifiers of X.509 (RFC 5280), CMS (RFC 5652), ESS (RFC 5035) and PKCS (RFC 7292, RFC 8018). */
export const oid = {
  commonName: "2.5.4.3",
  country: "2.5.4.6",
  organisation: "2.5.4.10",
  subjectKeyIdentifier: "2.5.29.14",
  keyUsage: "2.5.29.15",
  basicConstraints: "2.5.29.19",
  extendedKeyUsage: "2.5.29.37",
  documentSigning: "1.3.6.1.5.5.7.3.36",
  emailProtection: "1.3.6.1.5.5.7.3.4",
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  encryptedData: "1.2.840.113549.1.7.6",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingTime: "1.2.840.113549.1.9.5",
  signingCertificate: "1.2.840.113549.1.9.16.2.12",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  rsaEncryption: "1.2.840.113549.1.1.1",
  rsaPss: "1.2.840.113549.1.1.10",
  ecPublicKey: "1.2.840.10045.2.1",
  sha256: "2.16.840.1.101.3.4.2.1",
  keyBag: "1.2.840.113549.1.12.10.1.1",
  shroudedKeyBag: "1.2.840.113549.1.12.10.1.2",
  certificateBag: "1.2.840.113549.1.12.10.1.3",
  localKeyId: "1.2.840.113549.1.9.21",
  pbes2: "1.2.840.113549.1.5.13",
  pbkdf2: "1.2.840.113549.1.5.12",
} as const;

/** Purposes of a key (extended key usage) under which a document may be signed. */
export const signingPurposes: readonly string[] = [
  oid.documentSigning,
  oid.emailProtection,
  "2.5.29.37.0", // any
  "1.3.6.1.5.5.7.3.2", // client authentication, all that many smart cards carry
  "1.2.840.113583.1.1.5", // Adobe authentic documents
  "1.3.6.1.4.1.311.10.3.12", // Microsoft document signing
];

/** WebCrypto names of the digests that are still safe; SHA-1 and MD5 are left out on purpose. */
export const digestNames: Readonly<Record<string, string>> = {
  [oid.sha256]: "SHA-256",
  "2.16.840.1.101.3.4.2.2": "SHA-384",
  "2.16.840.1.101.3.4.2.3": "SHA-512",
};

/** Names of digests that are known and refused, for the sentence that says so. */
export const weakDigestNames: Readonly<Record<string, string>> = {
  "1.3.14.3.2.26": "SHA-1",
  "1.2.840.113549.2.5": "MD5",
};

/** Names of elliptic curves in WebCrypto, with the bytes of one coordinate. */
export const curves: Readonly<Record<string, { readonly name: string; readonly size: number }>> = {
  "1.2.840.10045.3.1.7": { name: "P-256", size: 32 },
  "1.3.132.0.34": { name: "P-384", size: 48 },
  "1.3.132.0.35": { name: "P-521", size: 66 },
};

/** The digest that a signature algorithm names itself; bare RSA and RSA-PSS name none here. */
export const digestOfSignature: Readonly<Record<string, { readonly key: "RSASSA-PKCS1-v1_5" | "ECDSA"; readonly digest: string }>> = {
  "1.2.840.113549.1.1.11": { key: "RSASSA-PKCS1-v1_5", digest: "SHA-256" },
  "1.2.840.113549.1.1.12": { key: "RSASSA-PKCS1-v1_5", digest: "SHA-384" },
  "1.2.840.113549.1.1.13": { key: "RSASSA-PKCS1-v1_5", digest: "SHA-512" },
  "1.2.840.10045.4.3.2": { key: "ECDSA", digest: "SHA-256" },
  "1.2.840.10045.4.3.3": { key: "ECDSA", digest: "SHA-384" },
  "1.2.840.10045.4.3.4": { key: "ECDSA", digest: "SHA-512" },
};
