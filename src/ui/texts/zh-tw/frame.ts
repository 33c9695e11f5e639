import type { frame as en } from "../en/frame.ts";

export const frame: typeof en = {
  place: (line, column) => `第${line}行第${column}字`,
  cell: (sheet, row, column) => [`「${sheet}」工作表`, row === undefined ? "" : `第${row}列`, column === undefined ? "" : `${column}欄`].filter(Boolean).join("，"),
  meant: (word) => `是否為「${word}」？`,
  known: (words) => `可用：${words}。`,
  andMore: (count) => `另有${count}項`,
  following: {
    title: "另一個分頁正在編輯這份評估",
    text: "那邊的修改會即時顯示在這裡。關閉該分頁後，這裡就能編輯。",
  },
  differs: {
    title: "這裡的檢核清單與作答時的不同",
    text: "答案全數保留，題號相同的題目照舊適用。若改採目前的清單，之後即依其計分，並記入異動紀錄。",
    adopt: "改採目前的清單",
  },
  update: {
    title: "新版已備妥",
    text: "啟用前，各分頁輸入中的內容都會先儲存。",
    apply: "啟用新版",
    later: "稍後再說",
  },
  outdated: {
    title: "另一個分頁已更新為新版",
    text: "輸入中的內容已先儲存。這個分頁仍是舊版，內容可檢視、可複製；重新載入後即可繼續編輯。",
    unsaved: "這個分頁仍是舊版，最後輸入的內容未能儲存。請先複製，再重新載入。",
    reload: "重新載入這個分頁",
  },
  notFound: "找不到",
  notOpened: "無法開啟",
  toSystems: "回到受評系統",
  toSettings: "回到設定",
  unavailable: "這個瀏覽器無法保存評估",
};
