/** 32 hexadecimal digits that follow from the contents: an identifier of the file, not a protection of it. */
export function identityOf(text: string): string {
  let [a, b, c, d] = [0x9e3779b9 | 0, 0x243f6a88 | 0, 0xb7e15162 | 0, 0x7f4a7c15 | 0];
  const stir = (value: number) => {
    const mixed = Math.imul(a ^ value, 0x01000193) ^ (d >>> 7);
    const last = (mixed << 13) ^ (mixed >>> 19) ^ a;
    a = b;
    b = Math.imul(c, 0x85ebca6b) ^ mixed;
    c = d;
    d = last;
  };
  for (let index = 0; index < text.length; index++) stir(text.charCodeAt(index));
  for (let round = 0; round < 8; round++) stir(round);
  return [a, b, c, d].map((word) => (word >>> 0).toString(16).toUpperCase().padStart(8, "0")).join("");
}
