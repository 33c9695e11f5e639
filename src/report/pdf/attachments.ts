import { pdfAscii, pdfName, pdfReference, pdfText, toBinary } from "./pdf-values.ts";
import type { ObjectWriter } from "./pdf-writer.ts";

/** A file carried inside the report (PDF/A-3 associated file). */
export interface Attachment {
  readonly name: string;
  readonly description: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Writes the files; gives the catalog's entries for them, or nothing. `modifiedAt` is a PDF date. */
export function writeAttachments(objects: ObjectWriter, attachments: readonly Attachment[], modifiedAt: string): string {
  if (attachments.length === 0) return "";
  const files = attachments.map((attachment) => {
    const stream = objects.reserve();
    objects.writeStream(stream, toBinary(attachment.bytes), {
      Type: "/EmbeddedFile",
      Subtype: pdfName(attachment.mediaType),
      Params: `<</Size ${attachment.bytes.length} /ModDate ${pdfAscii(modifiedAt)}>>`,
    });
    const file = objects.reserve();
    const name = pdfText(attachment.name);
    objects.write(
      file,
      `<</Type /Filespec /F ${name} /UF ${name} /Desc ${pdfText(attachment.description)} /AFRelationship /Data /EF <</F ${pdfReference(stream)} /UF ${pdfReference(stream)}>>>>`,
    );
    return { name, file };
  });
  const names = files.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, file }) => `${name} ${pdfReference(file)}`);
  return `/AF [${files.map(({ file }) => pdfReference(file)).join(" ")}] /Names <</EmbeddedFiles <</Names [${names.join(" ")}]>>>>`;
}
