/** MD5 (RFC 1321), which PDF demands for /CheckSum of an embedded file. It finds accidents and protects from nobody. */
export function md5(bytes: Uint8Array): Uint8Array {
  const words = padded(bytes);
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let block = 0; block < words.length; block += 16) {
    let [a = 0, b = 0, c = 0, d = 0] = state;
    for (let step = 0; step < 64; step += 1) {
      const round = step >> 4;
      const word = words[block + wordOf(round, step)] ?? 0;
      const sum = (a + mixed(round, b, c, d) + word + (sines[step] ?? 0)) | 0;
      const turn = turns[round]?.[step & 3] ?? 0;
      [a, b, c, d] = [d, (b + ((sum << turn) | (sum >>> (32 - turn)))) | 0, b, c];
    }
    for (const [index, value] of [a, b, c, d].entries()) state[index] = ((state[index] ?? 0) + value) | 0;
  }
  const digest = new DataView(new ArrayBuffer(16));
  for (const [index, value] of state.entries()) digest.setInt32(index * 4, value, true);
  return new Uint8Array(digest.buffer);
}

const turns = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];
const sines = Array.from({ length: 64 }, (_, step) => Math.floor(Math.abs(Math.sin(step + 1)) * 2 ** 32) | 0);

function wordOf(round: number, step: number): number {
  if (round === 0) return step & 15;
  if (round === 1) return (5 * step + 1) & 15;
  return (round === 2 ? 3 * step + 5 : 7 * step) & 15;
}

function mixed(round: number, b: number, c: number, d: number): number {
  if (round === 0) return (b & c) | (~b & d);
  if (round === 1) return (d & b) | (~d & c);
  return round === 2 ? b ^ c ^ d : c ^ (b | ~d);
}

/** One bit, zeros, and the length in bits: a whole number of blocks of 64 bytes, as little-endian words. */
function padded(bytes: Uint8Array): Int32Array {
  const length = ((bytes.length + 8) >> 6) * 64 + 64;
  const view = new DataView(new ArrayBuffer(length));
  new Uint8Array(view.buffer).set(bytes);
  view.setUint8(bytes.length, 0x80);
  view.setUint32(length - 8, (bytes.length * 8) >>> 0, true);
  view.setUint32(length - 4, Math.floor(bytes.length / 2 ** 29), true);
  return Int32Array.from({ length: length / 4 }, (_, index) => view.getInt32(index * 4, true));
}
