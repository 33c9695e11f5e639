import { WorkbenchError, type ErrorCode, type ReportDocument } from "#domain";
import type { MissingCharacter } from "#report";
import type { RenderReport } from "./create-reporting.ts";
import ReportWorker from "./report-worker.ts?worker";

/** Where the fonts that the paper is set in are served from. */
export interface ReportFontUrls {
  readonly sans: string;
  readonly sansBold: string;
  readonly serif: string;
}

export interface RenderRequest {
  readonly document: ReportDocument;
  readonly fonts: ReportFontUrls;
}

export type RenderReply =
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "done"; readonly bytes: Uint8Array; readonly missing: readonly MissingCharacter[] }
  | { readonly kind: "failed"; readonly code: ErrorCode; readonly message: string };

/** Renders off the main thread, one worker a report, so that its memory goes with it. Throws report-failed, font-unreadable. */
export function renderInWorker(fonts: ReportFontUrls): RenderReport {
  const absolute = (url: string) => new URL(url, globalThis.location.href).href;
  return async (document, { onProgress = () => undefined } = {}) => {
    const worker = startWorker();
    try {
      const request: RenderRequest = {
        document,
        fonts: { sans: absolute(fonts.sans), sansBold: absolute(fonts.sansBold), serif: absolute(fonts.serif) },
      };
      return await answerOf(worker, request, onProgress);
    } finally {
      worker.terminate();
    }
  };
}

function answerOf(worker: Worker, request: RenderRequest, onProgress: (share: number) => void): ReturnType<RenderReport> {
  return new Promise((resolve, reject) => {
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
    worker.postMessage(request);
  });
}

function startWorker(): Worker {
  try {
    return new ReportWorker();
  } catch (cause) {
    throw new WorkbenchError("report-failed", "This browser does not start a worker for the report.", { cause });
  }
}
