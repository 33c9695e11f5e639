import { damaged } from "./damaged.ts";

/**
 * The zlib data inflated. Throws when it is broken or grows beyond `limit` bytes; what follows the end of the zlib data
 * is ignored, since some writers leave a line break there.
 */
export async function inflate(data: Uint8Array, limit: number): Promise<Uint8Array> {
  const reader = new Blob([data as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const step = await reader.read().catch(() => null);
    if (step?.done || (step === null && length > 0)) break;
    if (step === null) throw damaged("A compressed part of the PDF is broken.");
    length += step.value.length;
    if (length > limit) {
      await reader.cancel().catch(() => undefined);
      throw damaged("A compressed part of the PDF grows beyond all measure.");
    }
    chunks.push(step.value);
  }
  return joined(chunks, length);
}

/** Undoes PNG prediction (ISO 32000-1, 7.4.4.4) for rows of `columns` one-byte samples. */
export function undoPngPrediction(data: Uint8Array, columns: number): Uint8Array {
  if (!Number.isInteger(columns) || columns < 1 || columns > 65_536) throw damaged("A compressed part of the PDF has rows of an absurd length.");
  const rows = Math.floor(data.length / (columns + 1));
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const from = row * (columns + 1);
    const to = row * columns;
    const filter = data[from] ?? 0;
    for (let column = 0; column < columns; column += 1) {
      const left = column > 0 ? (out[to + column - 1] ?? 0) : 0;
      const up = row > 0 ? (out[to + column - columns] ?? 0) : 0;
      const corner = row > 0 && column > 0 ? (out[to + column - columns - 1] ?? 0) : 0;
      out[to + column] = (data[from + 1 + column] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return out;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return paeth(left, up, corner);
    default:
      throw damaged("A compressed part of the PDF uses an unknown predictor.");
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const out = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}
