import type { PdfAttachment } from "#domain";
import { itemsOf } from "./pdf/forms.ts";
import { type Revision, catalogOf, createSource, openRevision } from "./pdf/revision.ts";
import { streamData } from "./pdf/stream-data.ts";
import { readText, tidy } from "./pdf/text.ts";
import { type PdfDict, type PdfValue, dictOf, nameIn } from "./pdf/values.ts";

const maximumFiles = 64;
const maximumNodes = 4096;
const maximumBytes = 128 * 1024 * 1024;

/**
 * The files that a PDF carries, associated ones first; empty for what is no readable PDF or is encrypted. Never throws.
 * Nothing is said here about whether they are signed: what a valid signature covers, it covers with all that it carries.
 */
export async function readAttachments(pdf: Uint8Array): Promise<readonly PdfAttachment[]> {
  try {
    const revision = await openRevision(createSource(pdf), pdf.length);
    if (revision.trailer.entries.has("Encrypt")) return [];
    const read: PdfAttachment[] = [];
    let left = maximumBytes;
    for (const file of filesIn(revision)) {
      const bytes = await bytesOf(revision, file, left);
      left -= bytes?.length ?? 0;
      read.push({ ...factsOf(revision, file, read.length + 1), bytes });
    }
    return read;
  } catch {
    return [];
  }
}

/** File specifications with something embedded, each once. */
function filesIn(revision: Revision): readonly PdfDict[] {
  const catalog = catalogOf(revision);
  const names = dictOf(revision.resolve(catalog.entries.get("Names")));
  const listed = [...itemsOf(revision, catalog.entries.get("AF")), ...namedFiles(revision, names?.entries.get("EmbeddedFiles"))];
  const found = new Set<PdfDict>();
  for (const one of listed) {
    const file = dictOf(revision.resolve(one));
    if (file && embedded(revision, file)) found.add(file);
    if (found.size >= maximumFiles) break;
  }
  return [...found];
}

/** The values of a name tree (ISO 32000-1, 7.9.6), from left to right. */
function namedFiles(revision: Revision, root: PdfValue | undefined): readonly PdfValue[] {
  const found: PdfValue[] = [];
  const seen = new Set<PdfDict>();
  const pending = root ? [root] : [];
  for (let next = pending.pop(); next && seen.size < maximumNodes && found.length < maximumFiles; next = pending.pop()) {
    const node = dictOf(revision.resolve(next));
    if (!node || seen.has(node)) continue;
    seen.add(node);
    found.push(...itemsOf(revision, node.entries.get("Names")).slice(0, maximumFiles * 2).filter((_, index) => index % 2 === 1));
    pending.push(...itemsOf(revision, node.entries.get("Kids")).slice(0, maximumNodes).toReversed());
  }
  return found;
}

function embedded(revision: Revision, file: PdfDict): PdfValue | null {
  const streams = dictOf(revision.resolve(file.entries.get("EF")));
  const stream = revision.resolve(streams?.entries.get("UF") ?? streams?.entries.get("F"));
  return stream.kind === "stream" ? stream : null;
}

async function bytesOf(revision: Revision, file: PdfDict, most: number): Promise<Uint8Array | null> {
  try {
    const stream = embedded(revision, file);
    if (stream?.kind !== "stream") return null;
    const bytes = await streamData(revision.cursorAt(stream.dict.start), stream, revision.resolve);
    return bytes.length <= most ? Uint8Array.from(bytes) : null;
  } catch {
    return null;
  }
}

function factsOf(revision: Revision, file: PdfDict, place: number): Omit<PdfAttachment, "bytes"> {
  const text = (key: string) => readText(revision.resolve(file.entries.get(key)));
  const stream = dictOf(embedded(revision, file) ?? undefined);
  return {
    name: plainName(text("UF") || text("F") || "") || `attachment-${place}`,
    description: text("Desc") || null,
    mediaType: tidy(stream ? (nameIn(stream, "Subtype") ?? "") : "") || null,
    relationship: tidy(nameIn(file, "AFRelationship") ?? "") || null,
  };
}

/** A name that leads nowhere: no folders, nothing that a file system or a shell reads in its own way, no leading dots. */
function plainName(name: string): string {
  const own = name.split(/[\\/]/).at(-1) ?? "";
  return own.replace(/[:*?"<>|\p{C}]+/gu, "_").replace(/^[.\s-]+|[.\s]+$/g, "").slice(0, 120).toWellFormed();
}
