import { md5 } from "./md5.ts";
import { bytesHex, pdfAscii, pdfName, pdfReference, pdfText } from "./pdf-values.ts";
import type { ObjectWriter } from "./pdf-writer.ts";

/** A file that the paper carries. */
export interface Attachment {
  readonly name: string;
  readonly description: string;
  readonly mediaType: string;
  /** what the file is to the paper (ISO 19005-3, 6.8) */
  readonly relationship: "Source" | "Data" | "Alternative" | "Supplement" | "Unspecified";
  readonly text: string;
}

/** Writes the files; gives the catalog's entries for them, or nothing. `modifiedAt` is a PDF date. */
export function writeAttachments(objects: ObjectWriter, attachments: readonly Attachment[], modifiedAt: string): string {
  if (attachments.length === 0) return "";
  const files = attachments.map((attachment) => {
    const bytes = new TextEncoder().encode(attachment.text);
    const stream = objects.reserve();
    objects.writeStream(stream, bytes, {
      Type: "/EmbeddedFile",
      Subtype: pdfName(attachment.mediaType),
      Params: `<</Size ${bytes.length} /CheckSum <${bytesHex(md5(bytes))}> /ModDate ${pdfAscii(modifiedAt)}>>`,
    });
    const file = objects.reserve();
    const name = pdfText(attachment.name);
    objects.write(
      file,
      `<</Type /Filespec /F ${name} /UF ${name} /Desc ${pdfText(attachment.description)} /AFRelationship /${attachment.relationship} /EF <</F ${pdfReference(stream)} /UF ${pdfReference(stream)}>>>>`,
    );
    return { name, file };
  });
  const names = files.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, file }) => `${name} ${pdfReference(file)}`);
  return `/AF [${files.map(({ file }) => pdfReference(file)).join(" ")}] /Names <</EmbeddedFiles <</Names [${names.join(" ")}]>>>>`;
}
