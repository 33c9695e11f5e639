import { WorkbenchError, type ErrorCode, type ReportDocument } from "#domain";
import type { MissingCharacter } from "#report";
import type { ReportFontUrls } from "./create-reporting.ts";

export interface RenderRequest {
  readonly document: ReportDocument;
  readonly fonts: ReportFontUrls;
}

export type RenderReply =
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "done"; readonly bytes: Uint8Array; readonly missing: readonly MissingCharacter[] }
  | { readonly kind: "failed"; readonly code: ErrorCode; readonly message: string };

/** Renders off the main thread, one worker a report, so that its memory goes with it. Throws report-failed, font-unreadable. */
export function renderInWorker(
  document: ReportDocument,
  fonts: ReportFontUrls,
  onProgress: (share: number) => void = () => undefined,
): Promise<{ readonly bytes: Uint8Array; readonly missing: readonly MissingCharacter[] }> {
  const worker = new Worker(new URL("./report-worker.ts", import.meta.url), { type: "module" });
  return new Promise<{ readonly bytes: Uint8Array; readonly missing: readonly MissingCharacter[] }>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<RenderReply>) => {
      switch (data.kind) {
        case "progress":
          return onProgress(data.share);
        case "done":
          return resolve({ bytes: data.bytes, missing: data.missing });
        case "failed":
          return reject(new WorkbenchError(data.code, data.message));
      }
    });
    worker.addEventListener("error", (event) => reject(new WorkbenchError("report-failed", event.message || "The report worker stopped.")));
    const absolute = (url: string) => new URL(url, globalThis.location.href).href;
    const request: RenderRequest = {
      document,
      fonts: { sans: absolute(fonts.sans), sansBold: absolute(fonts.sansBold), serif: absolute(fonts.serif) },
    };
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
