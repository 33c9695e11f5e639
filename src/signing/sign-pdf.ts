import { type Instant, WorkbenchError } from "#domain";
import { buildCms, roomForCms } from "./build-cms.ts";
import { concat, sha256, toHex } from "./digest.ts";
import type { SigningIdentity } from "./identity.ts";
import { openSignable } from "./open-signable.ts";
import { signatureFields } from "./pdf/forms.ts";
import { dateString, textString } from "./pdf/text.ts";
import { type PdfValue, array, dict, name, number } from "./pdf/values.ts";
import { writeUpdate } from "./pdf/write-update.ts";
import { writeValue } from "./pdf/write-value.ts";
import { type SealAppearance, plainSeal } from "./seal-appearance.ts";
import { planUpdate } from "./plan-update.ts";

export interface SignOptions {
  /** Full name of the signature field; it is added, invisible, on the first page when the PDF has none of that name. */
  readonly field: string;
  /** The signer's own clock, written as /M. */
  readonly signedAt: Instant;
  /** Written as /Name. */
  readonly name: string;
  readonly reason?: string;
  readonly location?: string;
  /** The first signature then forbids every later change but filling in and signing (DocMDP, P 2). */
  readonly certify?: boolean;
  readonly appearance?: SealAppearance;
}

/**
 * The PDF with a PAdES B-B signature (ETSI EN 319 142-1) appended as an incremental update; the bytes before it are kept.
 * Throws `pdf-not-signable` for a PDF that is damaged, encrypted, lists its objects in two ways or forbids signing,
 * `field-already-signed`, `bad-input` for a time that is none, `identity-unavailable` and `signing-failed`.
 */
export async function signPdf(pdf: Uint8Array, identity: SigningIdentity, options: SignOptions): Promise<Uint8Array> {
  if (Number.isNaN(Date.parse(options.signedAt))) throw new WorkbenchError("bad-input", "The time of signing is not a time.");
  const revision = await openSignable(pdf);
  const room = roomForCms(identity);
  const certifies = options.certify === true && !signatureFields(revision).some((field) => field.value);
  const head = signatureHead(options, certifies);
  const plan = planUpdate(revision, { field: options.field, certifies, appearance: options.appearance ?? plainSeal });
  const body = `${head}\n/ByteRange [${" ".repeat(rangeWidth)}]\n/Contents <${"0".repeat(room * 2)}>>>`;
  const { bytes, bodies } = writeUpdate(revision, [...plan.objects, { number: plan.signature, generation: 0, body }], plan.size);
  const gap = (bodies.get(plan.signature) ?? 0) + body.length - 2 - (room * 2 + 2);
  await fillIn(bytes, gap, room, identity);
  return bytes;
}

/** Four numbers of at most ten digits and the spaces between. */
const rangeWidth = 36;

/** Writes the range and the signature into the placeholder whose `<` stands at `gap`. */
async function fillIn(bytes: Uint8Array<ArrayBuffer>, gap: number, room: number, identity: SigningIdentity): Promise<void> {
  const behind = gap + room * 2 + 2;
  const range = `0 ${gap} ${behind} ${bytes.length - behind}`.padEnd(rangeWidth);
  write(bytes, gap - "]\n/Contents ".length - rangeWidth, range);
  const digest = await sha256(concat(bytes.subarray(0, gap), bytes.subarray(behind)));
  const cms = await signed(identity, digest);
  if (cms.length > room) throw new WorkbenchError("signing-failed", "The signature is larger than the room kept for it.");
  write(bytes, gap + 1, toHex(cms));
}

async function signed(identity: SigningIdentity, digest: Uint8Array): Promise<Uint8Array> {
  try {
    return await buildCms(identity, digest);
  } catch (cause) {
    if (cause instanceof WorkbenchError) throw cause;
    throw new WorkbenchError("signing-failed", "The key of this identity could not sign.", { cause });
  }
}

function write(bytes: Uint8Array, at: number, text: string): void {
  for (let index = 0; index < text.length; index += 1) bytes[at + index] = text.charCodeAt(index);
}

/** The signature dictionary without its end: /ByteRange and /Contents follow. */
function signatureHead(options: SignOptions, certifies: boolean): string {
  const entries: Record<string, PdfValue> = {
    Type: name("Sig"),
    Filter: name("Adobe.PPKLite"),
    SubFilter: name("ETSI.CAdES.detached"),
    Name: textString(options.name),
    M: dateString(options.signedAt),
  };
  if (options.reason) entries["Reason"] = textString(options.reason);
  if (options.location) entries["Location"] = textString(options.location);
  if (certifies) entries["Reference"] = array(certification);
  return writeValue(dict(entries)).slice(0, -2);
}

const certification = dict({
  Type: name("SigRef"),
  TransformMethod: name("DocMDP"),
  TransformParams: dict({ Type: name("TransformParams"), P: number(2), V: name("1.2") }),
});

