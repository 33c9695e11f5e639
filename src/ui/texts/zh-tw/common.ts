import { formatInterval, wordsZhTw } from "#domain";
import { elapsed, localDate, localTime } from "../dates.ts";
import type { common as en } from "../en/common.ts";
import { sizeText } from "../sizes.ts";

const units = { minute: "分鐘", hour: "小時", day: "天", month: "個月", year: "年" } as const;

export const common: typeof en = {
  ...wordsZhTw,

  product: "Assay",
  productLine: "可信賴AI風險評估工作台",
  skipToContent: "跳至主要內容",
  opensIn: "於新視窗開啟",

  navigation: {
    label: "主要導覽",
    systems: "系統",
    assess: "評估",
    gaps: "落差",
    report: "報告",
    verify: "驗章",
    settings: "設定",
    needsSystem: "請先開啟一個系統",
  },
  language: { label: "語言", en: "English", "zh-TW": "中文", short: { en: "EN", "zh-TW": "中" } },
  theme: { label: "外觀", light: "淺色", dark: "深色", system: "依系統" },

  buttons: {
    add: "新增",
    apply: "套用",
    back: "返回",
    cancel: "取消",
    change: "變更",
    chooseFile: "選擇檔案",
    clear: "清除",
    close: "關閉",
    continue: "繼續",
    copy: "複製",
    create: "建立",
    delete: "刪除",
    done: "完成",
    download: "下載",
    edit: "編輯",
    explain: "說明此數字",
    export: "匯出",
    import: "匯入",
    next: "下一題",
    open: "開啟",
    previous: "上一題",
    print: "列印",
    redo: "重做",
    remove: "移除",
    retry: "再試一次",
    save: "儲存",
    search: "搜尋",
    sign: "簽章",
    undo: "復原",
    more: "其他動作",
  },

  yes: "是",
  no: "否",
  none: "無",
  optional: "選填",
  working: "處理中…",
  loading: "開啟中…",
  copied: "已複製",
  dismiss: "關閉訊息",
  notices: "訊息",
  dropFileHere: "或將檔案拖放至此",
  addTag: "輸入詞語後按Enter",
  removeTag: (tag) => `移除「${tag}」`,
  sortBy: (column) => `依「${column}」排序`,

  save: {
    saved: (at) => `${localTime(at)}已儲存`,
    saving: "儲存中…",
    notSaved: "尚未儲存",
  },

  moment: (at) => `${wordsZhTw.date(localDate(at))} ${localTime(at)}`,
  time: (at) => localTime(at),
  ago: (at, now) => {
    const { unit, count } = elapsed(at, now);
    return unit === "moment" ? "剛剛" : `${count}${units[unit]}前`;
  },
  size: (bytes) => sizeText(bytes, "位元組"),
  comma: "，",
  list: (items) => (items.length < 2 ? items.join("") : `${items.slice(0, -1).join("、")}與${items.at(-1) ?? ""}`),
  count: (count, one) => `${count}${one}`,
  questions: (count) => `${count}題`,

  figure: {
    interval: (figure) => (figure.low === null ? `${formatInterval(figure)}，無數字：沒有適用的題目` : `達目標之${formatInterval(figure)}`),
    description: (label, parts) => `${label}：${parts.join("，")}`,
    coverage: (percent) => `作答涵蓋率${percent}`,
    evidenced: (percent) => `有佐證${percent}`,
    coverageLabel: "作答涵蓋率",
    evidencedLabel: "有佐證",
    intervalLabel: "目標達成率",
    blocked: "因否決項未過而受阻",
    legend: {
      title: "橫條圖例",
      known: "已達成：依現有答案計得",
      core: "有佐證：有效佐證所支持的部分",
      unknown: "未知：未答題目尚可貢獻的部分",
      target: "目標",
      blocked: "因否決項未過而受阻",
    },
  },

  heatmap: {
    section: "章節",
    tone: "色調愈重，確知的落差愈大",
    hatch: "斜線：尚屬未知",
    blank: "空白：沒有題目",
    dotted: "虛線框：不適用",
    noQuestion: "沒有題目",
    notApplicable: "不適用",
  },
  radar: {
    axis: "章節",
    table: "本圖所依據的數字",
  },

  obligationMeaning: { must: "必須辦理", should: "建議辦理", may: "得視情況辦理" },
  tierUnknown: "尚未設定風險等級，以高風險計分",
  phases: "生命週期階段",
  knockout: "否決項",
  knockoutFails: "否決項未過",

  levels: {
    notApplicable: "不適用",
    notApplicableMeaning: "說明理由後，本題即不計入任何數字。",
    target: "目標",
    takeBack: "收回答案",
    key: (key) => `按鍵${key}`,
  },

  evidence: {
    state: { effective: "有效", expired: "已逾期", withdrawn: "已撤回", "not-yet": "尚未生效" },
    from: (date) => `自${date}起`,
    until: (date) => `至${date}止`,
    between: (from, until) => `${from}至${until}`,
    undated: "未載日期",
    open: (name) => `開啟佐證「${name}」`,
    unlink: (name) => `解除連結「${name}」`,
  },
};
