export { createIdentity, type IdentityInput } from "./create-identity.ts";
export type { SigningIdentity } from "./identity.ts";
export { describeCertificate } from "./certificate.ts";
export { digestOf } from "./digest.ts";
export { signPdf, type SignOptions } from "./sign-pdf.ts";
export type { Rgb, SealAppearance } from "./seal-appearance.ts";
export { verifyPdf } from "./verify-pdf.ts";
export { importIdentity } from "./import-identity.ts";
