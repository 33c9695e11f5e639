import { type CountersignObstacle, type Instant, WorkbenchError, countersignObstacle } from "#domain";
import type { SigningIdentity } from "./identity.ts";
import { openSignable } from "./open-signable.ts";
import { type SignatureField, itemsOf, signatureFields, sizeOf } from "./pdf/forms.ts";
import type { Revision } from "./pdf/revision.ts";
import { nameIn } from "./pdf/values.ts";
import { signPdf } from "./sign-pdf.ts";
import { verifyPdf } from "./verify-pdf.ts";

export interface CountersignOptions {
  readonly signedAt: Instant;
  /** Written as /Name. */
  readonly name: string;
  readonly reason?: string;
}

/**
 * The PDF with one more signature, in the first empty field that lies over no other, else in an invisible one of its own;
 * all earlier signatures stay valid. Throws `not-countersignable` with the obstacle among its facts, what `signPdf`
 * throws, and `signing-failed` when the result does not pass our own check.
 */
export async function countersignPdf(pdf: Uint8Array, identity: SigningIdentity, options: CountersignOptions): Promise<Uint8Array> {
  const obstacle = countersignObstacle(await verifyPdf(pdf, options.signedAt), identity.summary.certificate.fingerprint);
  if (obstacle) throw new WorkbenchError("not-countersignable", sentences[obstacle], { facts: { obstacle } });
  const signed = await signPdf(pdf, identity, { ...options, field: fieldFor(await openSignable(pdf)), certify: false });
  if ((await verifyPdf(signed, options.signedAt)).valid) return signed;
  throw new WorkbenchError("signing-failed", "The countersigned file did not pass its own check.");
}

const sentences: Readonly<Record<CountersignObstacle, string>> = {
  unsigned: "The file carries no signature that could be countersigned.",
  invalid: "The file is not validly signed, so it is not countersigned.",
  "not-certified": "The first signature does not certify the file, so it does not say that another may be added.",
  closed: "The first signature allows no change, not even another signature.",
  "same-signer": "The file already carries a signature of this identity.",
};

function fieldFor(revision: Revision): string {
  const fields = signatureFields(revision);
  const others = fields.map((field) => ({ field, place: placeOf(revision, field) }));
  const free = fields.find((one) => isFree(revision, one) && !others.some(({ field, place }) => field !== one && overlap(place, placeOf(revision, one))));
  if (free) return free.name;
  const taken = new Set(fields.map((one) => one.name));
  let number = 2;
  while (taken.has(`Signature${number}`)) number += 1;
  return `Signature${number}`;
}

/** Empty, visible, and without demands on who signs or what is locked then. */
function isFree(revision: Revision, { value, ref, dict, name }: SignatureField): boolean {
  const [width, height] = sizeOf(revision, dict);
  return value === null && ref !== null && name !== "" && width > 0 && height > 0 && nameIn(dict, "Subtype") === "Widget" && !dict.entries.has("Lock") && !dict.entries.has("SV");
}

interface Place {
  /** Object number of the page, null when the field does not say. */
  readonly page: number | null;
  /** Left, bottom, right, top. */
  readonly corners: readonly [number, number, number, number];
}

function placeOf(revision: Revision, { dict }: SignatureField): Place {
  const page = dict.entries.get("P");
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = itemsOf(revision, dict.entries.get("Rect")).map((item) => {
    const corner = revision.resolve(item);
    return corner.kind === "number" ? corner.value : 0;
  });
  return { page: page?.kind === "ref" ? page.number : null, corners: [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)] };
}

function overlap(one: Place, other: Place): boolean {
  if (one.page !== null && other.page !== null && one.page !== other.page) return false;
  const [left, bottom, right, top] = one.corners;
  const [otherLeft, otherBottom, otherRight, otherTop] = other.corners;
  return left < otherRight && otherLeft < right && bottom < otherTop && otherBottom < top;
}
