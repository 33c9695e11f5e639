import { createIdentity, signPdf, verifyPdf } from "#signing";
import { fromJsPdf, reportLike } from "../signing/pdfs.ts";
import { byteMutators, mutate } from "./mutate.ts";
import type { Target } from "./targets.ts";
import { timed } from "./timed.ts";

const now = "2026-11-21T09:00:00.000Z";

/** Signed PDFs, changed: none is valid whose signed bytes are not what was signed. */
export const pdfTarget: Target = {
  limit: 5_000,
  prepare: async () => {
    const signed: Uint8Array[] = [];
    for (const algorithm of ["ecdsa-p256", "rsa-3072"] as const) {
      const identity = await createIdentity({ commonName: "Signer", algorithm, validFrom: now, validYears: 3 });
      for (const pdf of [reportLike(), fromJsPdf()]) signed.push(await signPdf(pdf, identity, { field: "Signature1", signedAt: now, name: "Signer" }));
    }
    const originals = signed.map((pdf) => ({ pdf, gap: gapOf(pdf) }));
    for (const { pdf } of originals) if (!(await verifyPdf(pdf, now)).valid) throw new Error("what is to be changed is not valid to begin with");
    return async (draw) => {
      const { pdf, gap } = draw.oneOf(originals);
      const changed = mutate(pdf, draw, byteMutators);
      const { value, milliseconds } = await timed(() => verifyPdf(changed, now));
      if (value.valid && !isSigned(changed, pdf, gap)) throw new Error("a PDF whose signed bytes were changed is called valid");
      if (!value.valid && value.problems.length + value.signatures.flatMap((one) => one.problems).length === 0) throw new Error("not valid, without saying why");
      return { outcome: value.valid ? "accepted" : "refused", milliseconds };
    };
  },
};

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
  return same(0, gap.start) && same(gap.end, pdf.length);
}
