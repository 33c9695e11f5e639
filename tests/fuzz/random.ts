/** Draws that a seed decides: the same seed gives the same draws everywhere. */
export interface Draw {
  /** 0 ≤ number < 1 */
  readonly next: () => number;
  /** a whole number from 0 to below `limit` */
  readonly below: (limit: number) => number;
  readonly oneOf: <T>(list: readonly T[]) => T;
}

/** Mulberry32 over the seed and a place, so that the hundredth input is made without the ninety-nine before it. */
export function drawFrom(seed: number, place: number): Draw {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) + Math.imul(place + 1, 0xc2b2ae35)) | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    oneOf: (list) => {
      const one = list[below(list.length)];
      if (one === undefined) throw new Error("nothing to choose from");
      return one;
    },
  };
}
