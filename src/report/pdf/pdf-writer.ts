import { jsPDF } from "jspdf";
import { WorkbenchError } from "#domain";
import { packObjects } from "./pack-objects.ts";
import { pdfReference } from "./pdf-values.ts";

/**
 * jsPDF as a writer of objects, pages and cross references, and nothing more: text, fonts and structure are ours.
 * Everything of jsPDF's that is not in its typings is named in `Internals`; the version is pinned.
 */
export interface PdfWriter {
  /** in points */
  readonly width: number;
  readonly height: number;
  readonly pageCount: () => number;
  readonly addPage: () => void;
  /** pages count from 1; later drawing goes there */
  readonly turnTo: (page: number) => void;
  /** operators for the current page: letters below U+0100 */
  readonly draw: (operators: string) => void;
  /** name of the font resource, from now on written with the document */
  readonly claimFont: (slot: FontSlot) => string;
  /** Writes the file; only once. Throws report-failed. */
  readonly finish: (parts: FileParts) => Uint8Array<ArrayBuffer>;
}

export type FontSlot = keyof typeof slots;

/** What the file holds besides pages; called in this order while it is written. */
export interface FileParts {
  /** before the first page object: the place to reserve objects that pages refer to */
  readonly begin: (objects: ObjectWriter) => void;
  readonly pageEntries: (page: number) => string;
  /** writes the objects of a font and gives the number of its dictionary */
  readonly font: (slot: FontSlot, objects: ObjectWriter) => number;
  /** everything else; gives the catalog's and the information dictionary's entries */
  readonly end: (objects: ObjectWriter) => { readonly catalog: string; readonly info: string };
}

export interface ObjectWriter {
  readonly reserve: () => number;
  readonly pageObject: (page: number) => number;
  readonly write: (object: number, body: string) => void;
  /** `data` has letters below U+0100; it is deflated in the file, unless it is metadata */
  readonly writeStream: (object: number, data: string, entries: StreamEntries) => void;
}

export type StreamEntries = Readonly<Record<string, string>>;

/** Standard fonts whose places ours take. */
const slots = {
  sans: ["helvetica", "normal"],
  sansBold: ["helvetica", "bold"],
  serif: ["times", "bold"],
} as const;

interface FontEntry {
  readonly id: string;
  objectNumber?: number;
  isAlreadyPutted?: boolean;
}

interface Internals {
  readonly events: { readonly subscribe: (topic: string, handler: (event: never) => void) => string };
  readonly pages: readonly string[][];
  readonly write: (text: string) => void;
  readonly newObjectDeferred: () => number;
  readonly newObjectDeferredBegin: (object: number, isWritten: boolean) => void;
  readonly getPageInfo: (page: number) => { readonly objId: number };
  readonly getFont: (family: string, style: string) => FontEntry;
}

/** A writer with one empty page. `fileId` has 32 hexadecimal digits, `createdAt` is a PDF date. */
export function createPdfWriter(paper: "a4" | "letter", fileId: string, createdAt: string): PdfWriter {
  const document = new jsPDF({ unit: "pt", format: paper, compress: false, putOnlyUsedFonts: true });
  document.setFileId(fileId);
  document.setCreationDate(createdAt);
  const internals = document.internal as unknown as Internals;
  return {
    width: document.internal.pageSize.getWidth(),
    height: document.internal.pageSize.getHeight(),
    pageCount: () => document.getNumberOfPages(),
    addPage: () => void document.addPage(paper),
    turnTo: (page) => void document.setPage(page),
    draw: (operators) => internals.write(operators),
    claimFont: (slot) => claimFont(document, internals, slot),
    finish: (parts) => finish(document, internals, parts),
  };
}

/** jsPDF notes a font as used when it sets a text in it: it sets a blank, and the trace is taken back. */
function claimFont(document: jsPDF, internals: Internals, slot: FontSlot): string {
  const [family, style] = slots[slot];
  const page = internals.pages[document.getCurrentPageInfo().pageNumber];
  const length = page?.length ?? 0;
  document.setFont(family, style).text(" ", 0, 0);
  if (page) page.length = length;
  return internals.getFont(family, style).id;
}

function finish(document: jsPDF, internals: Internals, parts: FileParts): Uint8Array<ArrayBuffer> {
  const failures: unknown[] = [];
  const unused = new Set<number>();
  const objects = objectWriter(internals);
  let hasBegun = false;
  // jsPDF swallows what its handlers throw.
  const on = <Event>(topic: string, handler: (event: Event) => void) =>
    internals.events.subscribe(topic, (event: Event) => {
      if (failures.length > 0) return;
      try {
        handler(event);
      } catch (failure) {
        failures.push(failure);
      }
    });
  on<{ pageNumber: number }>("putPage", ({ pageNumber }) => {
    if (!hasBegun) parts.begin(objects);
    hasBegun = true;
    internals.write(parts.pageEntries(pageNumber));
  });
  on<{ font: FontEntry }>("putFont", ({ font }) => {
    for (const [slot, [family, style]] of Object.entries(slots)) {
      if (internals.getFont(family, style) !== font) continue;
      font.objectNumber = parts.font(slot as FontSlot, objects);
      font.isAlreadyPutted = true;
    }
  });
  // jsPDF's own information dictionary and catalog are left out: its trailer names the last two objects.
  on("putCatalog", () => {
    internals.write(">>\nendobj");
    const next = objects.reserve();
    for (const number of [next - 2, next - 1, next]) unused.add(number);
    const { catalog, info } = parts.end(objects);
    objects.write(objects.reserve(), `<<${info}>>`);
    internals.newObjectDeferredBegin(internals.newObjectDeferred(), true);
    internals.write(`<</Type /Catalog /Pages ${pdfReference(1)} ${catalog}`);
  });
  const file = document.output();
  if (failures.length > 0) throw asWorkbenchError(failures[0]);
  return packObjects(file, unused);
}

function objectWriter(internals: Internals): ObjectWriter {
  return {
    reserve: () => internals.newObjectDeferred(),
    pageObject: (page) => internals.getPageInfo(page).objId,
    write: (object, body) => {
      internals.newObjectDeferredBegin(object, true);
      internals.write(body);
      internals.write("endobj");
    },
    writeStream: (object, data, entries) => {
      internals.newObjectDeferredBegin(object, true);
      internals.write(`<<${joinEntries(entries)} /Length ${data.length}>>\nstream\n${data}\nendstream`);
      internals.write("endobj");
    },
  };
}

function joinEntries(entries: StreamEntries): string {
  return Object.entries(entries)
    .map(([key, value]) => `/${key} ${value}`)
    .join(" ");
}

/** Whatever stopped the paper, as the one error class. */
export function asWorkbenchError(cause: unknown): WorkbenchError {
  if (cause instanceof WorkbenchError) return cause;
  return new WorkbenchError("report-failed", `The report could not be written: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
}
