import type { LocalText } from "#domain";
import type { GroupTag } from "./plans.ts";

/** What we say ourselves where our format wants a sentence and the library has none. */
export const help: LocalText = {
  en: "The source explains no further. Look up the requirement there before you answer.",
  "zh-TW": "來源未另作說明，作答前請先查閱來源的該項要求。",
};

export const evidence: readonly [LocalText, LocalText] = [
  { en: "A document that sets out how this requirement is met", "zh-TW": "說明如何符合這項要求的文件" },
  { en: "A record from practice that shows it is kept to", "zh-TW": "能證明實際照做的紀錄" },
];

export const meaning: LocalText = { en: "As the label says; the source explains no further.", "zh-TW": "如標示所述，來源未另作說明。" };

/** The three results that every library knows, whatever its scores. */
export const results: readonly { readonly id: string; readonly value: number; readonly label: LocalText; readonly meaning: LocalText }[] = [
  {
    id: "non_compliant",
    value: 0,
    label: { en: "Not met", "zh-TW": "不符合" },
    meaning: { en: "The requirement is not met, or nothing shows that it is.", "zh-TW": "不符合這項要求，或沒有任何證明。" },
  },
  {
    id: "partially_compliant",
    value: 0.5,
    label: { en: "Partly met", "zh-TW": "部分符合" },
    meaning: { en: "Some of the requirement is met, or only in some places.", "zh-TW": "只符合這項要求的一部分，或只在部分範圍符合。" },
  },
  {
    id: "compliant",
    value: 1,
    label: { en: "Met", "zh-TW": "符合" },
    meaning: { en: "The whole requirement is met, and something shows it.", "zh-TW": "完全符合這項要求，且有證明。" },
  },
];

/** The meaning of a score that has no name: one of the steps from `low` to `high`. */
export function scoreMeaning(score: number, low: number, high: number): LocalText {
  return { en: `Score ${score} on the source's scale from ${low} to ${high}.`, "zh-TW": `來源量表${low}到${high}中的${score}。` };
}

/** The answers that a source offers where none of them has a score. */
export function offered(labels: readonly LocalText[]): LocalText {
  return {
    en: `Answers offered in the source: ${labels.map((one) => one.en).join(" · ")}`,
    "zh-TW": `來源提供的答案：${labels.map((one) => one["zh-TW"]).join("・")}`,
  };
}

/** What in a converted checklist is ours and not the source's. */
export function converted(urn: string, version: string, tags: readonly GroupTag[]): LocalText {
  const english = [
    `Converted from the CISO Assistant library ${urn}, version ${version}.`,
    "The lifecycle phase of its questions is not known and stands as operation and monitoring.",
    ...(tags.length > 0 ? [`Questions of an implementation group apply only to systems that carry its tag: ${tags.map(({ tag, name }) => (name ? `${tag} (${name.en})` : tag)).join(", ")}.`] : []),
  ];
  const chinese = [
    `由CISO Assistant內容庫${urn}第${version}版轉換而成。`,
    "來源未載明題目所屬的生命週期階段，一律列為營運與監測。",
    ...(tags.length > 0 ? [`屬於實施群組的題目，只適用於帶有該標籤的系統：${tags.map(({ tag, name }) => (name ? `${tag}（${name["zh-TW"]}）` : tag)).join("、")}。`] : []),
  ];
  return { en: english.join(" "), "zh-TW": chinese.join("") };
}

export const notStated = "Not stated in the library";
