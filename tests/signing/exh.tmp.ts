import { createIdentity, signPdf, verifyPdf } from "#signing";
import { reportLike, textOf } from "/work/main/tests/signing/pdfs.ts";
const now = "2026-11-21T09:00:00.000Z";
for (const algorithm of ["ecdsa-p256","rsa-3072"] as const) {
const id = await createIdentity({ commonName: "王小明", algorithm, validFrom: now, validYears: 3 });
const pdf = await signPdf(reportLike(), id, { field: "Signature1", signedAt: now, name: "x", certify: true });
const text = textOf(pdf);
const bad: string[] = []; let n=0; const t=performance.now();
const st=text.indexOf("/Contents <3082"); const en = text.indexOf(">>", st);
for (let at=0; at<pdf.length; at++) for (const flip of (at>=st&&at<en)?[1,2,4,8]:[1,32]) {
  const c = pdf.slice(); c[at]!^=flip; n++;
  if ((await verifyPdf(c, now)).valid) bad.push(`${at}^${flip} ${text.slice(at-8,at+8)} rel ${(at-st-11)/2}`);
}
console.log(algorithm, n, (performance.now()-t)/n, "ms each; bad", bad);
}
