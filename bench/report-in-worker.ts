/** A worker that makes one report of what it is sent, and says how long that took from the call to the bytes. */
import type { ReportDocument } from "#domain";
import { findMissingCharacters, renderPdf, type ReportFonts } from "#report";

export interface WorkerRequest {
  readonly document: ReportDocument;
  readonly fonts: ReportFonts;
}

addEventListener("message", ({ data: { document, fonts } }: MessageEvent<WorkerRequest>) => {
  const begun = performance.now();
  findMissingCharacters(document, fonts);
  const { length } = renderPdf(document, fonts);
  postMessage({ milliseconds: performance.now() - begun, length });
});
postMessage("ready");
