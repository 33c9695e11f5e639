import { jsPDF } from "jspdf";
import { packObjects, type LooseObject } from "./pack-objects.ts";
import { PaperError } from "./paper-error.ts";
import { pdfReference } from "./pdf-values.ts";

/**
 * jsPDF as a writer of pages and a giver of object numbers, and nothing more: text, fonts, structure and the file itself
 * are ours. Everything of jsPDF's that is not in its typings is named in `Internals`; the version is pinned.
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
  /** name of the resource of the font with this index, from now on written with the document */
  readonly claimFont: (index: number) => string;
  /** Writes the file; only once. Throws what `parts` throw, and RangeError. */
  readonly finish: (parts: FileParts) => Uint8Array<ArrayBuffer>;
}

/** What the file holds besides pages; called in this order while it is written. */
export interface FileParts {
  /** before the first page object: the place to reserve objects that pages refer to */
  readonly begin: (objects: ObjectWriter) => void;
  readonly pageEntries: (page: number) => string;
  /** writes the objects of a font that was claimed and gives the number of its dictionary */
  readonly font: (index: number, objects: ObjectWriter) => number;
  /** everything else; gives the catalog's and the information dictionary's entries */
  readonly end: (objects: ObjectWriter) => { readonly catalog: string; readonly info: string };
}

export interface ObjectWriter {
  readonly reserve: () => number;
  readonly pageObject: (page: number) => number;
  readonly write: (object: number, body: string) => void;
  /** the data as it is before compression, which is not said here */
  readonly writeStream: (object: number, data: Uint8Array, entries: StreamEntries) => void;
}

export type StreamEntries = Readonly<Record<string, string>>;

/** Standard fonts whose places ours take, by index. */
const slots = ["helvetica", "times", "courier"].flatMap((family) => ["normal", "bold", "italic", "bolditalic"].map((style) => [family, style] as const));

/** Fonts that one paper may have. */
export const mostFonts = slots.length;

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

/** A writer with one empty page. `size` is in points, `fileId` has 32 hexadecimal digits, `createdAt` is a PDF date. */
export function createPdfWriter(size: readonly [width: number, height: number], fileId: string, createdAt: string): PdfWriter {
  const format = [...size];
  const orientation = size[0] > size[1] ? "landscape" : "portrait";
  const document = new jsPDF({ unit: "pt", format, orientation, compress: false, putOnlyUsedFonts: true });
  document.setFileId(fileId);
  document.setCreationDate(createdAt);
  const internals = document.internal as unknown as Internals;
  return {
    width: document.internal.pageSize.getWidth(),
    height: document.internal.pageSize.getHeight(),
    pageCount: () => document.getNumberOfPages(),
    addPage: () => void document.addPage(format, orientation),
    turnTo: (page) => void document.setPage(page),
    draw: (operators) => internals.write(operators),
    claimFont: (index) => claimFont(document, internals, index),
    finish: (parts) => finish(document, internals, parts),
  };
}

/** jsPDF notes a font as used when it sets a text in it: it sets a blank, and the trace is taken back. */
function claimFont(document: jsPDF, internals: Internals, index: number): string {
  const [family, style] = slots[index] ?? [];
  if (family === undefined || style === undefined) throw new PaperError("paper-failed", "A text is set in a font that the paper does not have.");
  const page = internals.pages[document.getCurrentPageInfo().pageNumber];
  const length = page?.length ?? 0;
  document.setFont(family, style).text(" ", 0, 0);
  if (page) page.length = length;
  return internals.getFont(family, style).id;
}

function finish(document: jsPDF, internals: Internals, parts: FileParts): Uint8Array<ArrayBuffer> {
  const failures: unknown[] = [];
  const own = new Map<number, LooseObject | null>();
  const objects = objectWriter(internals, own);
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
    for (const [index, [family, style]] of slots.entries()) {
      if (internals.getFont(family, style) !== font) continue;
      font.objectNumber = parts.font(index, objects);
      font.isAlreadyPutted = true;
    }
  });
  // jsPDF's own information dictionary and catalog are left out: its trailer names the last two objects.
  on("putCatalog", () => {
    const next = objects.reserve();
    for (const number of [next - 2, next - 1, next]) own.set(number, null);
    const { catalog, info } = parts.end(objects);
    objects.write(objects.reserve(), `<<${info}>>`);
    objects.write(objects.reserve(), `<</Type /Catalog /Pages ${pdfReference(1)} ${catalog}>>`);
  });
  const file = document.output();
  if (failures.length > 0) throw failures[0];
  return packObjects(file, own);
}

function objectWriter(internals: Internals, own: Map<number, LooseObject | null>): ObjectWriter {
  return {
    reserve: () => internals.newObjectDeferred(),
    pageObject: (page) => internals.getPageInfo(page).objId,
    write: (object, body) => void own.set(object, { body }),
    writeStream: (object, data, entries) => {
      const body = Object.entries(entries).map(([key, value]) => `/${key} ${value} `).join("");
      own.set(object, { body: `<<${body}/Length ${data.length}>>`, data });
    },
  };
}
