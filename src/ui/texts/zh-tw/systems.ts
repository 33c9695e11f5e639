import type { systems as en } from "../en/systems.ts";

export const systems: typeof en = {
  title: "受評系統",
  lede: "各受評AI系統，以及距目標還有多遠。匯出之前，資料都只留在這個瀏覽器裡。",
  create: "新增系統",
  openFile: "開啟檔案",
  openSample: "開啟海關範例",
  openingSample: "開啟範例中…",
  search: "依系統或權責單位搜尋",
  found: (count) => `找到${count}個系統`,
  noneFound: (search) => `沒有系統或權責單位符合「${search}」。`,
  shown: (shown, all) => `顯示${shown}個，共${all}個，最近更新者在前`,
  more: (count) => `再顯示${count}個`,
  unnamed: "未命名系統",
  noChecklist: "尚未選用檢核清單",
  blocked: (count, all) => {
    if (all === 1) return "此清單不得視為通過。";
    return count === all ? `${all}份清單皆然` : `${all}份清單中有${count}份`;
  },
  changed: (ago) => `${ago}更新`,
  neverExported: "瀏覽器以外沒有副本",
  exported: (ago) => `${ago}匯出副本`,
  exportedBehind: (ago, changes) => `${ago}匯出副本，其後又有${changes}筆異動`,
  gapsOf: (name) => `「${name}」的落差`,
  reportOf: (name) => `「${name}」的報告`,
  actionsFor: (name) => `「${name}」的操作`,
  exportFile: "匯出成檔案",
  exportFirst: "先匯出一份副本",
  exportDone: (file) => `已將「${file}」存入下載項目，內含作答、異動紀錄與佐證清單。佐證檔案本身不在其中，僅以雜湊值載明。`,
  remove: "刪除",
  removed: (name) => `已從這個瀏覽器刪除「${name}」。`,
  removeTitle: (name) => `刪除「${name}」？`,
  removeText: "作答、異動紀錄與佐證檔案將從這個瀏覽器永久移除。已匯出的副本與已簽署的報告不受影響。",
  empty: {
    title: "受評系統會列在這裡",
    text: "可以直接新增自己的系統，或先看一份完成的評估：海關X光影像AI系統，依審計部2025年公布的查核內容作答。",
  },
  fromDisk: {
    title: "資料存在這個瀏覽器裡，不在您開啟的檔案裡",
    text: "目前是以單一檔案開啟本工具。搬移或複製這個檔案，並不會帶走任何評估；在Chrome與Edge，同一個瀏覽器設定檔裡從磁碟開啟的網頁，都讀得到這裡的資料。要保留、交付或帶走的內容，請匯出成檔案。",
    exportAll: (count) => `匯出${count}份尚無副本的評估`,
  },
  lost: {
    title: (count: number) => `先前列在這裡的${count}份評估已不存在`,
    text: "瀏覽器清除了為Assay儲存的資料，當機或斷電之後可能發生。請開啟各份評估最近一次匯出的檔案，即可還原至匯出當時的全部作答與歷程。",
    takeNote: "我知道了",
  },
  mayBeCleared: (count) => `磁碟空間不足時，瀏覽器可能清除資料；目前有${count}份評估在別處沒有最新副本。請匯出成檔案，或要求瀏覽器保留資料。`,
  askToKeep: "要求保留",
  keeps: "瀏覽器已承諾保留資料，磁碟空間不足時也不會清除。",
  doesNotKeep: "瀏覽器沒有承諾。安裝本工具或加入書籤後，瀏覽器可能改變決定；在那之前，請匯出成檔案。",
  reading: "讀取檔案中",
  importTitle: "開啟這份評估？",
  joinTitle: "這份評估已在這裡",
  importRefused: "無法開啟這個檔案",
  importRefusedText: "資料未有任何更動。原因如下：",
  importConfirm: "開啟",
  join: "合併兩份副本",
  openHere: "開啟現有的這份",
  plan: {
    system: "系統",
    answers: "作答題數",
    events: "異動紀錄筆數",
    joins: (events, conflicts) => {
      if (events === 0) return "檔案沒有新的內容。";
      const adds = `檔案會為現有的異動紀錄增加${events}筆。`;
      return conflicts === 0 ? `${adds}兩份副本的作答沒有牴觸。` : `${adds}兩份副本有${conflicts}題作答不一致：兩個答案都會保留，在您選定之前計為未作答。`;
    },
    differs: "開啟前請留意",
  },
};
