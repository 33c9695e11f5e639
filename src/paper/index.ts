/**
 * Tagged PDF 1.7, written to PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1): what jsPDF cannot write of itself. Only
 * a validator can confirm conformance; what a program can check off the file is checked by the tests of this room.
 *
 *     const fonts = { body: readFont(ttf) };
 *     const paper = createPaper({ size: "A4", title, subject, producer, language: "en", createdAt, fileId, fonts, palette: { ink: [0, 0, 0] } });
 *     const heading = paper.structure.add(paper.structure.root, "H1");
 *     paper.painter.tell(heading);
 *     paper.painter.text([{ text, style: { face: "body", size: 20, colour: "ink" }, isNarrow: false, width }], 60, 90);
 *     const bytes = paper.finish();
 *
 * - Content: what is drawn after `tell(element)` belongs to that element; what is drawn inside `adorn` is an artifact.
 *   Elements are read in the order in which they were added, whatever the order of drawing. Text that stands in neither
 *   is a mistake of the caller's that no exception tells.
 * - Fonts: whole TrueType files, embedded as subsets with what was set in them. Each character extracts as it was set,
 *   beyond the Basic Multilingual Plane too; `has` says beforehand whether a font has it. There is no shaping.
 * - The file: same calls, same bytes. All but streams stands in object streams, listed by a cross-reference stream.
 *   Signature fields are left empty, merged with their widgets, for a signer that appends to the file.
 * - Errors: PaperError with a code; nothing else is thrown.
 *
 * It knows nothing of reports and imports nothing but jsPDF and the deflate that jsPDF uses.
 */
export { createPaper, type Paper, type PaperOptions } from "./create-paper.ts";
export { readFont, type PaperFont } from "./cid-font.ts";
export type { Attachment } from "./attachments.ts";
export type { Box, Painter, Point, Rgb, Run, Shape, Stroke } from "./painter.ts";
export type { ElementOptions, StructureElement, StructureTree, Tag } from "./structure.ts";
export { packObjects, type LooseObject } from "./pack-objects.ts";
export { PaperError, type PaperErrorCode } from "./paper-error.ts";
