import type { ClassificationTexts } from "./classification-texts.ts";

export const classificationZhTw: ClassificationTexts = {
  title: "分類判定",
  intro: "說明本系統依法規或框架如何歸類：判定結果、逐題作答，以及各題所據條文。",
  outcome: "判定結果",
  rests: "依據",
  sets: "帶入概況",
  setsNothing: "無",
  on: "判定日期",
  by: "記錄者",
  nobody: "未填姓名",
  tree: "決策樹",
  reasons: "判定理由",
  way: (tree) => `「${tree}」判定歷程`,
  noWay: "沒有作答紀錄。",
  article: "條文",
  question: "題目",
  answer: "作答",
  differs: (what) => `概況於判定後另有更動，與分類判定不一致；判定所設為：${what}。`,
  otherVersion: (recorded, here) => `本判定依決策樹${recorded}版作成，此處文字採${here}版；${here}版未收錄的題目與選項，僅列代號。`,
  notHere: (tree) => `產製報告時查無決策樹${tree}，題目與選項僅列代號。`,
  notAdvice: "本判定為閱讀輔助，不構成法律意見。",
  source: "來源說明",
  tierDiffers: (tier, classified) => `${tier}（分類判定為${classified}）`,
  withDate: (outcome, date) => `${outcome}（${date}）`,
  setting: (words, { tier, roles, tags }) =>
    [
      ...(tier ? [`風險等級「${tier}」`] : []),
      ...(roles.length > 0 ? [`角色「${roles.join(words.listComma)}」`] : []),
      ...(tags.length > 0 ? [`系統特性「${tags.join(words.listComma)}」`] : []),
    ].join(words.semicolon),
};
