import type { Block, ReportDocument } from "#domain";
import { createPaper } from "#paper";
import { asWorkbenchError } from "./as-workbench-error.ts";
import { layBlocks } from "./blocks/lay-block.ts";
import { identityOf } from "./file-identity.ts";
import { flow } from "./flow.ts";
import { createFontSet, type ReportFonts } from "./font-set.ts";
import { colours } from "./look.ts";
import { frameOf, type Press } from "./press.ts";
import { drawRunningHeads } from "./running-heads.ts";

export type { ReportFonts } from "./font-set.ts";
export { findMissingCharacters, type MissingCharacter } from "./find-missing-characters.ts";

export interface RenderOptions {
  /** 0 to 1, rising */
  readonly onProgress?: (share: number) => void;
}

/**
 * The document as a tagged PDF 1.7 file, written to PDF/A-3a and PDF/UA-1, to which signatures can be appended. Same input,
 * same bytes. A character that no font has is printed as `[U+1F600]`.
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
  const set = createFontSet(fonts);
  const { title, subject, producer, language, createdAt, attachments = [] } = document;
  const size = document.paper === "A4" ? "A4" : "letter";
  const fileId = identityOf(JSON.stringify(document));
  const paper = createPaper({ size, title, subject, producer, language, createdAt, fileId, fonts: set.fonts, palette: colours, attachments });
  const { painter, structure } = paper;
  const press: Press = { fonts: set, paper, painter, structure, language, anchors: anchorsOf(document.blocks), frame: frameOf(painter) };
  flow(layBlocks(press, document.blocks), press, progressOf(document.blocks, options.onProgress));
  painter.close();
  drawRunningHeads(press, document, paper.pageCount());
  const bytes = paper.finish();
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
