import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { clip } from "../../../src/report/clip.ts";

describe("a clipped text", () => {
  test("is as it was when it fits", () => {
    expect(clip("系統是否留存紀錄？", 9)).toBe("系統是否留存紀錄？");
    expect(clip("", 3)).toBe("");
  });

  test("ends after a sentence in its later half, else before a word, and says that it goes on", () => {
    expect(clip("第一句很短。第二句稍長一些。第三句", 15)).toBe("第一句很短。第二句稍長一些。…");
    expect(clip("Does every model update wait for your organisation", 14)).toBe("Does every model update…");
    expect(clip("是否定期以事後查證的結果，計算", 13)).toBe("是否定期以事後查證的結果…");
  });

  test("is well-formed, never longer than it may be, and begins as the whole does", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 60 }), (text, ems) => {
        const short = clip(text, ems);
        if (short === text) return;
        expect(short.endsWith("…")).toBe(true);
        expect(text.toWellFormed().startsWith(short.slice(0, -1))).toBe(true);
        expect(short.length).toBeLessThanOrEqual(2 * ems + 2);
      }),
    );
  });
});
