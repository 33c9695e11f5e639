import type { LeftOutReason } from "#domain";
import type { leftOut as english } from "../en/left-out.ts";

const reasons: Record<LeftOutReason, (what: string) => string> = {
  "no-place": (what) => `「${what}」在檢核清單中沒有位置，未轉入。`,
  "other-kind": (what) => `「${what}」不是檢核清單，未轉入。`,
  "no-question": () => "底下沒有題目的文字，未轉入。",
  "other-language": (what) => `「${what}」譯文未轉入。`,
  "not-scored": (what) => `「${what}」類的答案沒有分數，改用框架的量表作答。`,
  squeezed: (what) => `「${what}」的級數超出本工具所能保留，已合併。`,
  reordered: () => "原本排在小節之後的題目，改排在小節之前。",
  "not-applicable": () => "「不適用」選項改用本工具的「不適用」作答。",
  "group-tag": (what) => `未選取此實施群組：系統概況的「其他特性」填有「${what}」時，這些題目才適用。`,
  "simplified-chinese": () => "中文為簡體字，未經轉換。",
  "copied-language": (what) => `缺少${what === "en" ? "英文" : "正體中文"}，以另一種語言的文字代替。`,
  "filled-in": (what) => `缺少「${what}」，以本工具的中性文句補上。`,
  assumed: (what) => `「${what}」不明，已採假定值。`,
};

export const leftOut: typeof english = {
  title: "與原檔不同之處",
  say: ({ why, what }) => reasons[why](what),
  place: (line, count) => (count === 1 ? `第${line}行` : `共${count}處，首見於第${line}行`),
};
