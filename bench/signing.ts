import { renderPdf } from "#report";
import { createIdentity, signPdf, verifyPdf } from "#signing";
import { readReportFonts } from "../tests/report-fonts.ts";
import { measure } from "./measure.ts";
import { composerOf } from "./report.ts";

const now = "2026-11-21T09:00:00.000Z";

/** Over the full report of the customs sample. */
export async function benchSigning(): Promise<void> {
  const pdf = renderPdf(composerOf("full-report", "zh-TW")(), readReportFonts());
  const size = `${Math.round(pdf.length / 1000)} kB`;
  for (const algorithm of ["ecdsa-p256", "rsa-3072"] as const) {
    const make = () => createIdentity({ commonName: "Bench", algorithm, validFrom: now, validYears: 3 });
    await measure(`make an identity, ${algorithm}`, make, { runs: 7, warm: 1 });
    const identity = await make();
    const sign = () => signPdf(pdf, identity, { field: "Signature1", signedAt: now, name: "Bench", certify: true });
    await measure(`sign ${size}, ${algorithm}`, sign);
    const signed = await sign();
    await measure(`verify ${size}, ${algorithm}`, () => verifyPdf(signed, now));
  }
}
