import { pdfNumbers, pdfReference, pdfText, pdfUnicode } from "./pdf-values.ts";
import type { ObjectWriter } from "./pdf-writer.ts";
import { destination } from "./outline.ts";
import type { Annotation, Press } from "./press.ts";

/** Links and signature fields, field and widget merged: verifiers accept a second signature only then. */
export function writeAnnotations(objects: ObjectWriter, press: Press, numbers: readonly number[], pageCount: number): void {
  for (const [index, annotation] of press.annotations.entries()) {
    const number = numbers[index];
    if (number === undefined) continue;
    const place = `/Rect [${rectangleOf(annotation, press.painter.height)}] /F 4 /StructParent ${press.structure.annotationKey(index, pageCount)}`;
    objects.write(number, `<<${place} ${ownEntries(objects, press, annotation)}>>`);
  }
}

/** The catalog's form entry, or nothing without fields. */
export function formOf(press: Press, numbers: readonly number[]): string {
  const fields = press.annotations.flatMap(({ kind }, index) => (kind === "signature" ? [pdfReference(numbers[index] ?? 0)] : []));
  return fields.length === 0 ? "" : `/AcroForm <</Fields [${fields.join(" ")}] /SigFlags 3>>`;
}

function ownEntries(objects: ObjectWriter, press: Press, annotation: Annotation): string {
  const { height } = press.painter;
  switch (annotation.kind) {
    case "link": {
      const place = press.destinations.get(annotation.to) ?? { page: annotation.page, y: annotation.y };
      return `/Subtype /Link /Border [0 0 0] /Contents ${pdfText(annotation.text)} /Dest ${destination(objects, place, height)}`;
    }
    case "signature": {
      const appearance = objects.reserve();
      objects.writeStream(appearance, "", {
        Type: "/XObject",
        Subtype: "/Form",
        BBox: `[0 0 ${pdfNumbers(annotation.width, annotation.height)}]`,
      });
      return `/Type /Annot /P ${pdfReference(objects.pageObject(annotation.page))} /Subtype /Widget /FT /Sig /T ${pdfUnicode(annotation.field)} /TU ${pdfText(annotation.title)} /AP <</N ${pdfReference(appearance)}>>`;
    }
  }
}

function rectangleOf({ x, y, width, height }: Annotation, pageHeight: number): string {
  return pdfNumbers(x, pageHeight - y - height, x + width, pageHeight - y);
}
