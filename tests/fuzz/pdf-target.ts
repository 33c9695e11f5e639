import { createIdentity, signPdf, verifyPdf } from "#signing";
import { type PackedUpdate, appendPacked, packed } from "../signing/packed.ts";
import { fromJsPdf, reportLike } from "../signing/pdfs.ts";
import { byteMutators, mutate } from "./mutate.ts";
import type { Draw } from "./random.ts";
import type { Target } from "./targets.ts";
import { timed } from "./timed.ts";

const now = "2026-11-21T09:00:00.000Z";

/** Signed PDFs in both forms, changed or with an update behind them: none is valid whose bytes are not what was signed. */
export const pdfTarget: Target = {
  limit: 5_000,
  prepare: async () => {
    const signed: Uint8Array[] = [];
    for (const algorithm of ["ecdsa-p256", "rsa-3072"] as const) {
      const identity = await createIdentity({ commonName: "Signer", algorithm, validFrom: now, validYears: 3 });
      for (const pdf of [reportLike(), fromJsPdf(), packed(reportLike()), packed(fromJsPdf())]) signed.push(await signPdf(pdf, identity, { field: "Signature1", signedAt: now, name: "Signer" }));
    }
    const originals = signed.map((pdf) => ({ pdf, gap: gapOf(pdf) }));
    for (const { pdf } of originals) if (!(await verifyPdf(pdf, now)).valid) throw new Error("what is to be changed is not valid to begin with");
    return async (draw) => {
      const { pdf, gap } = draw.oneOf(originals);
      const changed = draw.next() < 0.25 ? mutate(appendPacked(pdf, updateOf(draw)), draw, [(bytes) => bytes, ...byteMutators]) : mutate(pdf, draw, byteMutators);
      const { value, milliseconds } = await timed(() => verifyPdf(changed, now));
      if (value.valid && !isSigned(changed, pdf, gap)) throw new Error("a PDF whose signed bytes were changed is called valid");
      if (!value.valid && value.problems.length + value.signatures.flatMap((one) => one.problems).length === 0) throw new Error("not valid, without saying why");
      return { outcome: value.valid ? "accepted" : "refused", milliseconds };
    };
  },
};

const bodies = ["null", "1 0 R", "<</Type /Catalog /Pages 2 0 R>>", "<</Type /Sig /ByteRange [0 1 2 3] /Contents <00>>>", "<</Type /ObjStm /N 1 /First 4 /Length 8>>\nstream\n5 0 null\nendstream", "<</Length 5>>\nstream\n0 g f\nendstream", "[7 0 R 8 0 R]", "<</Fields [] /SigFlags 3>>"];

/** Any objects in any place, some listed as what they are not. */
function updateOf(draw: Draw): PackedUpdate {
  const some = (most: number) => Object.fromEntries(Array.from({ length: draw.below(most) }, () => [1 + draw.below(50), draw.oneOf(bodies)] as const));
  const rows = Array.from({ length: draw.below(3) }, () => [draw.below(50), [draw.below(4), draw.below(4000), draw.below(4)] as const] as const);
  return { open: some(4), held: some(4), hidden: some(2), rows: Object.fromEntries(rows), ...(draw.next() < 0.1 ? { root: draw.below(50) } : {}) };
}

interface Gap {
  readonly start: number;
  readonly end: number;
}

/** Where the signature itself stands: the only bytes of the file that it does not cover. */
function gapOf(pdf: Uint8Array): Gap {
  const [, start, end] = /\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+\d+\s*\]/.exec(Buffer.from(pdf).toString("latin1")) ?? [];
  if (!start || !end) throw new Error("the signed PDF names no byte range");
  return { start: Number(start), end: Number(end) };
}

function isSigned(changed: Uint8Array, pdf: Uint8Array, gap: Gap): boolean {
  const same = (from: number, to: number) => Buffer.from(changed.subarray(from, to)).equals(Buffer.from(pdf.subarray(from, to)));
  return changed.length === pdf.length && same(0, gap.start) && same(gap.end, pdf.length);
}
