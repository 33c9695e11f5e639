import { formOf, writeAnnotations, type Annotation } from "./annotations.ts";
import { writeAttachments, type Attachment } from "./attachments.ts";
import type { PaperFont } from "./cid-font.ts";
import { writeOutline, type Bookmark, type Destination } from "./outline.ts";
import { createPainter, type Box, type Painter, type Rgb } from "./painter.ts";
import { asPaperError, PaperError } from "./paper-error.ts";
import { pdfAscii, pdfDate, pdfReference, pdfText } from "./pdf-values.ts";
import { createPdfWriter, mostFonts, type FileParts, type ObjectWriter } from "./pdf-writer.ts";
import { writeSrgbProfile } from "./srgb-profile.ts";
import { createStructureTree, type StructureElement, type StructureTree, type StructureWriter } from "./structure.ts";
import { writeXmp } from "./xmp.ts";

export interface PaperOptions<Face extends string, Colour extends string> {
  readonly size: "A4" | "letter";
  /** what the file says about itself */
  readonly title: string;
  readonly subject: string;
  readonly producer: string;
  /** BCP 47; an element in another language says so itself */
  readonly language: string;
  /** an instant of ISO 8601 that ends in `Z` */
  readonly createdAt: string;
  /** 32 hexadecimal digits that tell this file from others */
  readonly fileId: string;
  /** at most twelve; each serves this paper only */
  readonly fonts: Readonly<Record<Face, PaperFont>>;
  /** every colour that is drawn with */
  readonly palette: Readonly<Record<Colour, Rgb>>;
  readonly attachments?: readonly Attachment[];
}

export interface Paper<Face extends string = string, Colour extends string = string> {
  readonly painter: Painter<Face, Colour>;
  readonly structure: StructureTree;
  readonly pageCount: () => number;
  /** The current page's `box` leads to the place `to`, and `element`, a Link, owns it; `text` is what it is called. */
  readonly link: (element: StructureElement, link: { readonly to: string; readonly text: string; readonly box: Box }) => void;
  /** An empty signature field on the current page, owned by `element`, a Form. */
  readonly signatureField: (element: StructureElement, field: { readonly name: string; readonly title: string; readonly box: Box }) => void;
  /** Where links to `name` lead: the current page, `y` below its upper edge. The first to take a name keeps it. */
  readonly place: (name: string, y: number) => void;
  /** A bookmark to the current page; `level` counts from 1. */
  readonly bookmark: (title: string, level: number, y: number) => void;
  /** Writes the file; only once, and nothing can be drawn afterwards. Throws PaperError. */
  readonly finish: () => Uint8Array<ArrayBuffer>;
}

/** What was gathered while the pages were drawn. */
interface Gathered {
  readonly structure: StructureWriter;
  readonly annotations: Annotation[];
  readonly bookmarks: Bookmark[];
  readonly destinations: Map<string, Destination>;
}

const sizes = { A4: [595.28, 841.89], letter: [612, 792] } as const;

/** A paper with one empty page. Throws PaperError. */
export function createPaper<Face extends string, Colour extends string>(options: PaperOptions<Face, Colour>): Paper<Face, Colour> {
  const createdAt = pdfDate(options.createdAt);
  if (createdAt === null) throw new PaperError("paper-failed", `The date ${options.createdAt} is not an instant.`);
  if (!/^[0-9A-Fa-f]{32}$/.test(options.fileId)) throw new PaperError("paper-failed", "A file's identifier has 32 hexadecimal digits.");
  if (Object.keys(options.fonts).length > mostFonts) throw new PaperError("paper-failed", `A paper has at most ${mostFonts} fonts.`);
  const writer = createPdfWriter(sizes[options.size], options.fileId, createdAt);
  const structure = createStructureTree();
  const painter = createPainter(writer, structure, options.fonts, options.palette);
  const gathered: Gathered = { structure, annotations: [], bookmarks: [], destinations: new Map() };
  const annotate = (element: StructureElement, annotation: Annotation) => {
    structure.attach(element, gathered.annotations.length, annotation.page);
    gathered.annotations.push(annotation);
  };
  return {
    painter,
    structure,
    pageCount: writer.pageCount,
    link: (element, { to, text, box }) => annotate(element, { kind: "link", to, text, page: painter.page(), ...box }),
    signatureField: (element, { name, title, box }) => annotate(element, { kind: "signature", field: name, title, page: painter.page(), ...box }),
    place: (name, y) => {
      if (!gathered.destinations.has(name)) gathered.destinations.set(name, { page: painter.page(), y });
    },
    bookmark: (title, level, y) => void gathered.bookmarks.push({ title, level, page: painter.page(), y }),
    finish: () => {
      painter.close();
      try {
        return writer.finish(filePartsOf(options, gathered, { createdAt, pageCount: writer.pageCount(), pageHeight: writer.height }));
      } catch (cause) {
        throw asPaperError(cause);
      }
    },
  };
}

interface FileFacts {
  /** a PDF date */
  readonly createdAt: string;
  readonly pageCount: number;
  readonly pageHeight: number;
}

function filePartsOf<Face extends string, Colour extends string>(options: PaperOptions<Face, Colour>, gathered: Gathered, facts: FileFacts): FileParts {
  const { structure, annotations } = gathered;
  const fonts = Object.values<PaperFont>(options.fonts);
  const numbers: number[] = [];
  const onPages = new Map<number, string[]>();
  return {
    begin: (objects) => {
      for (const { page } of annotations) {
        const number = objects.reserve();
        numbers.push(number);
        onPages.set(page, [...(onPages.get(page) ?? []), pdfReference(number)]);
      }
    },
    pageEntries: (page) => {
      const list = onPages.has(page) ? ` /Annots [${onPages.get(page)?.join(" ")}]` : "";
      return `/StructParents ${structure.pageKey(page)} /Tabs /S${list}`;
    },
    font: (index, objects) => fonts[index]?.write(objects) ?? 0,
    end: (objects) => ({
      catalog: catalogOf(objects, options, gathered, facts, numbers),
      info: `/Title ${pdfText(options.title)} /Subject ${pdfText(options.subject)} /Producer ${pdfText(options.producer)} /CreationDate ${pdfAscii(facts.createdAt)}`,
    }),
  };
}

function catalogOf<Face extends string, Colour extends string>(
  objects: ObjectWriter,
  options: PaperOptions<Face, Colour>,
  { structure, annotations, bookmarks, destinations }: Gathered,
  { createdAt, pageCount, pageHeight }: FileFacts,
  numbers: readonly number[],
): string {
  const tree = structure.write(objects, pageCount, numbers);
  writeAnnotations(objects, annotations, numbers, { destinations, pageHeight, keyOf: (index) => structure.annotationKey(index, pageCount) });
  const outline = writeOutline(objects, bookmarks, pageHeight);
  return [
    `/Lang ${pdfAscii(options.language)} /MarkInfo <</Marked true>> /StructTreeRoot ${pdfReference(tree)}`,
    `/ViewerPreferences <</DisplayDocTitle true>> /PageLabels <</Nums [0 <</S /D>>]>>`,
    `/Metadata ${pdfReference(writeMetadata(objects, options))} /OutputIntents [${writeOutputIntent(objects)}]`,
    outline === null ? "" : `/Outlines ${pdfReference(outline)} /PageMode /UseOutlines`,
    formOf(annotations, numbers),
    writeAttachments(objects, options.attachments ?? [], createdAt),
  ].join(" ");
}

function writeMetadata(objects: ObjectWriter, options: Parameters<typeof writeXmp>[0]): number {
  const stream = objects.reserve();
  objects.writeStream(stream, writeXmp(options), { Type: "/Metadata", Subtype: "/XML" });
  return stream;
}

function writeOutputIntent(objects: ObjectWriter): string {
  const profile = objects.reserve();
  objects.writeStream(profile, writeSrgbProfile(), { N: "3" });
  const name = pdfText("sRGB");
  return `<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier ${name} /Info ${name} /DestOutputProfile ${pdfReference(profile)}>>`;
}
