import { jsPDF } from "jspdf";

export const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** A PDF with a cross-reference table, from the bodies of its objects 1, 2, 3 …; object 1 is the catalog. */
export function pdfOf(bodies: readonly string[], trailer = ""): Uint8Array {
  let text = "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n";
  const offsets = bodies.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  text += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n`;
  text += offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  text += `trailer\n<</Size ${bodies.length + 1} /Root 1 0 R /ID [<0102> <0102>] ${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return bytesOf(text);
}

const content = "BT /F1 18 Tf 20 100 Td (Assessment) Tj ET";

/** One page with two empty signature fields, merged with their widgets, as our own reports have them. */
export function reportLike(): Uint8Array {
  const field = (title: string, bottom: number): string =>
    `<</Type /Annot /Subtype /Widget /FT /Sig /T (${title}) /Rect [20 ${bottom} 180 ${bottom + 50}] /F 132 /P 3 0 R>>`;
  return pdfOf([
    "<</Type /Catalog /Pages 2 0 R /AcroForm 6 0 R>>",
    "<</Type /Pages /Kids [3 0 R] /Count 1>>",
    "<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>> /Annots [7 0 R 8 0 R]>>",
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
    "<</Fields [7 0 R 8 0 R] /SigFlags 1 /NeedAppearances true>>",
    field("Signature1", 20),
    field("Signature2", 130),
  ]);
}

/** One page and nothing else. */
export function plain(): Uint8Array {
  return pdfOf([
    "<</Type /Catalog /Pages 2 0 R>>",
    "<</Type /Pages /Kids [3 0 R] /Count 1>>",
    "<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources <<>>>>",
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
  ]);
}

/** What jsPDF writes of itself. */
export function fromJsPdf(pages = 2): Uint8Array {
  const document = new jsPDF({ compress: true });
  for (let page = 1; page <= pages; page += 1) {
    if (page > 1) document.addPage();
    document.text(`Page ${page}`, 20, 20);
  }
  return new Uint8Array(document.output("arraybuffer"));
}

/** The PDF with objects appended as an incremental update, the way any editor would. */
export function append(pdf: Uint8Array, objects: Readonly<Record<number, string>>, trailer = ""): Uint8Array {
  const text = textOf(pdf);
  const previous = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const trailers = [...text.matchAll(/trailer\s*<<([\s\S]*?)>>\s*startxref/g)];
  const root = /\/Root\s+\d+ 0 R/.exec(trailers.at(-1)?.[1] ?? "")?.[0] ?? "/Root 1 0 R";
  const info = /\/Info\s+\d+ 0 R/.exec(trailers.at(-1)?.[1] ?? "")?.[0] ?? "";
  const size = Math.max(Number(/\/Size\s+(\d+)/.exec(trailers.at(-1)?.[1] ?? text.slice(previous))?.[1]), ...Object.keys(objects).map((own) => Number(own) + 1));
  let more = "";
  const rows = Object.entries(objects).map(([own, body]) => {
    const offset = pdf.length + more.length;
    more += `${own} 0 obj\n${body}\nendobj\n`;
    return `${own} 1\n${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const start = pdf.length + more.length;
  more += `xref\n${rows.join("")}trailer\n<</Size ${size} ${root} ${info} /Prev ${previous} ${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return bytesOf(text + more);
}

