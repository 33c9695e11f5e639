import type { systems as en } from "../en/systems.ts";

export const systems: typeof en = {
  title: "受評系統",
  lede: "各受評系統及目前掌握的情形。匯出之前，資料都只留在這個瀏覽器裡。",
  create: "新增系統",
  openFile: "開啟檔案",
  openSample: "開啟海關範例",
  search: "依系統或權責單位搜尋",
  noneFound: (search) => `找不到符合「${search}」的系統。`,
  unnamed: "未命名系統",
  changed: (ago) => `${ago}更新`,
  neverExported: "瀏覽器以外沒有副本",
  exported: (ago) => `副本：${ago}`,
  exportedBehind: (ago, changes) => `副本：${ago}，其後又有${changes}筆異動`,
  actionsFor: (name) => `「${name}」的操作`,
  exportFile: "匯出成檔案",
  remove: "刪除",
  removeTitle: (name) => `刪除「${name}」？`,
  removeText: "作答、歷程與佐證連結都會從這個瀏覽器移除；先前匯出的副本不受影響。刪除後無法復原。",
  empty: {
    title: "受評系統會列在這裡",
    text: "可以直接新增自己的系統，或先看一份完成的評估：海關X光影像AI系統，依審計部2025年公布的查核內容作答。",
  },
  mayBeCleared: (count) => `磁碟空間不足時，瀏覽器可能清除資料；目前有${count}份評估在別處沒有最新副本。請匯出成檔案，或要求瀏覽器保留資料。`,
  askToKeep: "要求保留",
  reading: "讀取檔案中…",
  importTitle: "開啟這份評估？",
  importRefused: "無法開啟這個檔案",
  importRefusedText: "沒有任何資料被更動。原因如下：",
  importConfirm: "開啟",
  join: "合併兩份副本",
  plan: {
    system: "系統",
    answers: "作答題數",
    events: "歷程筆數",
    joins: (events, conflicts) =>
      events === 0
        ? "這份評估已在這裡，檔案沒有新的內容。"
        : `這份評估已在這裡。檔案會新增${events}筆歷程；${conflicts === 0 ? "與現有內容沒有牴觸" : `其中${conflicts}題的答案與現有的不同，兩者都會保留，由您決定`}。`,
    differs: "開啟前請留意：",
  },
};
