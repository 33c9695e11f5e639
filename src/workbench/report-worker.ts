import { WorkbenchError } from "#domain";
import { findMissingCharacters, renderPdf } from "#report";
import type { RenderReply, RenderRequest } from "./render-in-worker.ts";

addEventListener("message", ({ data }: MessageEvent<RenderRequest>) => {
  render(data).catch((error: unknown) => {
    reply({
      kind: "failed",
      code: error instanceof WorkbenchError ? error.code : "report-failed",
      message: error instanceof Error ? error.message : String(error),
    });
  });
});

async function render({ document, fonts: urls }: RenderRequest): Promise<void> {
  const [sans, sansBold, serif] = await Promise.all([urls.sans, urls.sansBold, urls.serif].map(readFont));
  if (!sans || !sansBold || !serif) throw new WorkbenchError("font-unreadable", "A font of the report is missing.");
  const fonts = { sans, sansBold, serif };
  const missing = findMissingCharacters(document, fonts);
  const bytes = renderPdf(document, fonts, { onProgress: (share) => reply({ kind: "progress", share }) });
  reply({ kind: "done", bytes, missing }, [bytes.buffer as ArrayBuffer]);
}

async function readFont(url: string): Promise<Uint8Array> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`status ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new WorkbenchError("font-unreadable", "A font of the report could not be read.", { cause });
  }
}

function reply(message: RenderReply, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}
