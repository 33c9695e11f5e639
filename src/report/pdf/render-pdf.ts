import { WorkbenchError, type Block, type ReportDocument } from "#domain";
import { formOf, writeAnnotations } from "./annotations.ts";
import { writeAttachments } from "./attachments.ts";
import { layBlocks } from "./blocks/lay-block.ts";
import { identityOf } from "./file-identity.ts";
import { flow } from "./flow.ts";
import { createFontSet, type ReportFonts } from "./font-set.ts";
import { writeOutline } from "./outline.ts";
import { createPainter } from "./painter.ts";
import { pdfAscii, pdfDate, pdfReference, pdfText, toBinary } from "./pdf-values.ts";
import { asWorkbenchError, createPdfWriter, type FileParts, type ObjectWriter } from "./pdf-writer.ts";
import { frameOf, type Press } from "./press.ts";
import { drawRunningHeads } from "./running-heads.ts";
import { writeSrgbProfile } from "./srgb-profile.ts";
import { createStructureTree } from "./structure.ts";
import { writeXmp } from "./xmp.ts";

export type { ReportFonts } from "./font-set.ts";
export { findMissingCharacters, type MissingCharacter } from "./find-missing-characters.ts";

export interface RenderOptions {
  /** 0 to 1, rising */
  readonly onProgress?: (share: number) => void;
}

/**
 * The document as a tagged PDF 1.7 file, written to PDF/A-3a and PDF/UA-1, with a classic cross-reference table so that
 * signatures can be appended. Same input, same bytes. A character that no font has is printed as `[U+1F600]`.
 * Throws report-failed, font-unreadable.
 */
export function renderPdf(document: ReportDocument, fonts: ReportFonts, options: RenderOptions = {}): Uint8Array<ArrayBuffer> {
  try {
    return render(document, fonts, options);
  } catch (cause) {
    throw asWorkbenchError(cause);
  }
}

function render(document: ReportDocument, fonts: ReportFonts, options: RenderOptions): Uint8Array<ArrayBuffer> {
  const createdAt = pdfDate(document.createdAt);
  if (createdAt === null) throw new WorkbenchError("report-failed", `The report's date ${document.createdAt} is not an instant.`);
  const fileId = identityOf(JSON.stringify(document));
  const writer = createPdfWriter(document.paper === "A4" ? "a4" : "letter", fileId, createdAt);
  const structure = createStructureTree();
  const set = createFontSet(fonts);
  const painter = createPainter(writer, structure, set);
  const press: Press = {
    fonts: set,
    painter,
    structure,
    language: document.language,
    anchors: anchorsOf(document.blocks),
    annotations: [],
    bookmarks: [],
    destinations: new Map(),
    frame: frameOf(painter),
  };
  const progress = progressOf(document.blocks, options.onProgress);
  flow(layBlocks(press, document.blocks), press, progress);
  painter.close();
  drawRunningHeads(press, document, writer.pageCount());
  const bytes = writer.finish(filePartsOf(document, press, createdAt, writer.pageCount()));
  options.onProgress?.(1);
  return bytes;
}

/** Counts rows and blocks; the last tenth is for writing the file. */
function progressOf(blocks: readonly Block[], onProgress: RenderOptions["onProgress"]): () => void {
  const total = blocks.reduce((sum, block) => sum + ("rows" in block ? block.rows.length : 1), 0);
  let done = 0;
  let told = 0;
  return () => {
    done += 1;
    const share = Math.min(0.9, (done / Math.max(1, total)) * 0.9);
    if (share - told < 0.01) return;
    told = share;
    onProgress?.(share);
  };
}

function anchorsOf(blocks: readonly Block[]): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const block of blocks) {
    if (block.kind === "heading") anchors.add(block.anchor);
    if (block.kind !== "table" && block.kind !== "entries") continue;
    for (const { anchor } of block.rows) if (anchor !== undefined) anchors.add(anchor);
  }
  return anchors;
}

function filePartsOf(
  document: ReportDocument,
  press: Press,
  createdAt: string,
  pageCount: number,
): FileParts {
  const annotations: number[] = [];
  return {
    begin: (objects) => {
      for (const _ of press.annotations) annotations.push(objects.reserve());
    },
    pageEntries: (page) => {
      const own = press.annotations.flatMap((annotation, index) => (annotation.page === page ? [pdfReference(annotations[index] ?? 0)] : []));
      const list = own.length === 0 ? "" : ` /Annots [${own.join(" ")}]`;
      return `/StructParents ${press.structure.pageKey(page)} /Tabs /S${list}`;
    },
    font: (slot, objects) => press.fonts.fonts[slot].write(objects),
    end: (objects) => {
      const tree = press.structure.write(objects, pageCount, annotations);
      writeAnnotations(objects, press, annotations, pageCount);
      const outline = writeOutline(objects, press.bookmarks, press.painter.height);
      return {
        catalog: [
          `/Lang ${pdfAscii(document.language)} /MarkInfo <</Marked true>> /StructTreeRoot ${pdfReference(tree)}`,
          `/ViewerPreferences <</DisplayDocTitle true>> /PageLabels <</Nums [0 <</S /D>>]>>`,
          `/Metadata ${pdfReference(writeMetadata(objects, document))} /OutputIntents [${writeOutputIntent(objects)}]`,
          outline === null ? "" : `/Outlines ${pdfReference(outline)} /PageMode /UseOutlines`,
          formOf(press, annotations),
          writeAttachments(objects, document.attachments ?? [], createdAt),
        ].join(" "),
        info: `/Title ${pdfText(document.title)} /Subject ${pdfText(document.subject)} /Producer ${pdfText(document.producer)} /CreationDate ${pdfAscii(createdAt)}`,
      };
    },
  };
}

function writeMetadata(objects: ObjectWriter, document: ReportDocument): number {
  const stream = objects.reserve();
  objects.writeStream(stream, toBinary(writeXmp(document)), { Type: "/Metadata", Subtype: "/XML" });
  return stream;
}

function writeOutputIntent(objects: ObjectWriter): string {
  const profile = objects.reserve();
  objects.writeStream(profile, toBinary(writeSrgbProfile()), { N: "3" });
  const name = pdfText("sRGB");
  return `<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier ${name} /Info ${name} /DestOutputProfile ${pdfReference(profile)}>>`;
}
