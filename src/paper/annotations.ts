import { destination, type Destination } from "./outline.ts";
import type { Box } from "./painter.ts";
import { pdfNumbers, pdfReference, pdfText, pdfUnicode } from "./pdf-values.ts";
import type { ObjectWriter } from "./pdf-writer.ts";

/** What can be touched on a page, in the order in which it was drawn. */
export type Annotation = Box & { readonly page: number } & (
    | { readonly kind: "link"; readonly to: string; readonly text: string }
    | { readonly kind: "signature"; readonly field: string; readonly title: string }
  );

export interface AnnotationContext {
  readonly destinations: ReadonlyMap<string, Destination>;
  readonly pageHeight: number;
  /** /StructParent of the annotation with this index */
  readonly keyOf: (index: number) => number;
}

/** Links and signature fields, field and widget merged: verifiers accept a second signature only then. */
export function writeAnnotations(objects: ObjectWriter, annotations: readonly Annotation[], numbers: readonly number[], context: AnnotationContext): void {
  for (const [index, annotation] of annotations.entries()) {
    const number = numbers[index];
    if (number === undefined) continue;
    const place = `/Rect [${rectangleOf(annotation, context.pageHeight)}] /F 4 /StructParent ${context.keyOf(index)}`;
    objects.write(number, `<<${place} ${ownEntries(objects, annotation, context)}>>`);
  }
}

/** The catalog's form entry, or nothing without fields. */
export function formOf(annotations: readonly Annotation[], numbers: readonly number[]): string {
  const fields = annotations.flatMap(({ kind }, index) => (kind === "signature" ? [pdfReference(numbers[index] ?? 0)] : []));
  return fields.length === 0 ? "" : `/AcroForm <</Fields [${fields.join(" ")}] /SigFlags 3>>`;
}

function ownEntries(objects: ObjectWriter, annotation: Annotation, { destinations, pageHeight }: AnnotationContext): string {
  switch (annotation.kind) {
    case "link": {
      const place = destinations.get(annotation.to) ?? { page: annotation.page, y: annotation.y };
      return `/Subtype /Link /Border [0 0 0] /Contents ${pdfText(annotation.text)} /Dest ${destination(objects, place, pageHeight)}`;
    }
    case "signature": {
      const appearance = objects.reserve();
      objects.writeStream(appearance, new Uint8Array(), {
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
