import { hex } from "./pdf-values.ts";

/** 32 hexadecimal digits that follow from the contents: an identifier of the file, not a protection of it. */
export function identityOf(text: string, files: readonly Uint8Array[]): string {
  const state: [number, number, number, number] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x7f4a7c15];
  for (let index = 0; index < text.length; index++) stir(state, text.charCodeAt(index));
  for (const file of files) for (const byte of file) stir(state, byte);
  for (let round = 0; round < 8; round++) stir(state, round);
  return state.map((word) => hex(word >>> 0, 8)).join("");
}

function stir(state: [number, number, number, number], value: number): void {
  const [a, b, c, d] = state;
  const mixed = Math.imul(a ^ value, 0x01000193) ^ (d >>> 7);
  state[0] = b;
  state[1] = Math.imul(c, 0x85ebca6b) ^ mixed;
  state[2] = d;
  state[3] = (mixed << 13) ^ (mixed >>> 19) ^ a;
}
