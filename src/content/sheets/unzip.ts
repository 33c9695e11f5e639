import { Inflate } from "fflate";
import { damaged, SheetFault, tooLarge } from "./fault.ts";

/** A file in an archive, not unpacked yet. */
export type Unpack = () => Uint8Array;

/** What all files that are unpacked may come to, in bytes: ten times the largest workbook a checklist makes. */
const mostUnpacked = 40_000_000;
const mostEntries = 2_000;

/** Compressed bytes handed over at a time: at DEFLATE's best ratio of 1032 the count is overrun by 17 MB at most. */
const portion = 16_384;

/**
 * The files of a ZIP archive by their paths. Only what is asked for is unpacked, and what is unpacked is counted as it
 * comes out: the sizes that an archive states are not believed. Throws SheetFault.
 */
export function openArchive(bytes: Uint8Array): ReadonlyMap<string, Unpack> {
  refuseOtherKinds(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const entries = view.getUint16(end + 10, true);
  if (entries > mostEntries) throw tooLarge(`The workbook holds ${entries} files; at most ${mostEntries} are read.`);
  const left = { bytes: mostUnpacked };
  const files = new Map<string, Unpack>();
  let offset = view.getUint32(end + 16, true);
  for (let index = 0; index < entries; index++) {
    if (offset + 46 > bytes.length || view.getUint32(offset, true) !== 0x02014b50) throw damaged("its table of contents is broken");
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((at) => view.getUint16(offset + at, true)) as [number, number, number];
    const name = new TextDecoder().decode(bytes.subarray(offset + 46, offset + 46 + nameLength));
    const entry: Entry = {
      flags: view.getUint16(offset + 8, true),
      method: view.getUint16(offset + 10, true),
      packed: view.getUint32(offset + 20, true),
      header: view.getUint32(offset + 42, true),
    };
    if (!files.has(name)) files.set(name, () => unpack(bytes, view, entry, left));
    offset += 46 + nameLength + extraLength + noteLength;
  }
  return files;
}

interface Entry {
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly header: number;
}

function unpack(bytes: Uint8Array, view: DataView, { flags, method, packed, header }: Entry, left: { bytes: number }): Uint8Array {
  if (flags & 1) throw locked();
  if (header + 30 > bytes.length || view.getUint32(header, true) !== 0x04034b50) throw damaged("a file in it is broken");
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length !== packed) throw damaged("it ends too early");
  const count = (size: number) => {
    left.bytes -= size;
    if (left.bytes < 0) throw tooLarge(`Unpacked, the workbook is larger than ${mostUnpacked} bytes.`);
  };
  if (method === 0) {
    count(data.length);
    return data;
  }
  if (method !== 8) throw damaged("it is packed in a way that workbooks are not");
  return inflate(data, count);
}

function inflate(data: Uint8Array, count: (size: number) => void): Uint8Array {
  const chunks: Uint8Array[] = [];
  const stream = new Inflate((chunk) => {
    count(chunk.length);
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at === 0 || at < data.length; at += portion) stream.push(data.subarray(at, at + portion), at + portion >= data.length);
  } catch (cause) {
    throw cause instanceof SheetFault ? cause : damaged("a file in it is broken");
  }
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** The end record stands last, before a comment of up to 65,535 bytes. */
function findEnd(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 65_535); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw damaged("it has no table of contents");
}

function refuseOtherKinds(bytes: Uint8Array): void {
  if (isCompound(bytes)) throw locked();
  if (bytes.length < 22 || !looksLikeWorkbook(bytes)) throw damaged("it is no ZIP archive");
}

/** Whether a file begins as an .xlsx does, or as an .xls or a locked workbook, and so is no text. */
export function looksLikeWorkbook(bytes: Uint8Array): boolean {
  return (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 9) || isCompound(bytes);
}

/** The older .xls, and a workbook behind a password, are compound files. */
function isCompound(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
}

function locked(): SheetFault {
  return new SheetFault({
    code: "spreadsheet-other-kind",
    message: "The workbook is an older .xls, or it is locked with a password.",
    hint: "Save it as .xlsx without a password.",
  });
}
