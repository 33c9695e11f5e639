import { countersignObstacles } from "#domain";
import type { errors as en } from "../en/errors.ts";
import { verify } from "./verify.ts";

export const errors: typeof en = {
  "storage-unavailable": () => "此瀏覽器未提供儲存空間。既有資料不受影響；請離開私密瀏覽或允許網站儲存資料後重新載入。",
  "storage-full": () => "儲存空間已滿，最後一次變更未儲存。先前的內容均已保存；請釋出空間或匯出備份後再試一次。",
  "storage-newer-version": () => "此處資料由較新版的Assay寫入，未作任何更動。請改用該版本開啟，或更新目前的版本。",
  "storage-failed": () => "最後一次變更無法寫入。先前儲存的內容均安全；請再試一次，若仍失敗請先匯出備份。",
  "storage-unreadable": () => "此瀏覽器無法開啟為Assay保存的資料，在能開啟之前不會儲存任何內容。請關閉Assay的所有分頁後重新開啟；若仍缺少評估，請開啟最近一次匯出的檔案。",
  "locked-elsewhere": () => "另一個分頁或視窗正在使用這份資料，其已儲存的內容均安全。請關閉該視窗，或在此繼續檢視。",
  "not-found": () => "工作台中找不到您要的項目，資料未有變動。請返回系統清單。",
  "bad-input": () => "此檔案無法直接使用，資料未有變動。請修正所列各點後再試一次。",
  "report-failed": () => "報告未能產生，評估內容未有變動。請再試一次，或改用其他範本。",
  "report-missing-characters": (facts) =>
    `報告字型缺少${facts["characters"] ? `「${facts["characters"]}」` : "部分用字"}，評估內容未有變動。請改用其他字詞後重新產生報告。`,
  "font-unreadable": () => "報告所用字型無法讀取，評估內容未有變動。請重新載入Assay後再產生報告。",
  "signing-failed": () => "報告未完成簽章，未簽章的報告與評估內容均未變動。請檢查簽章身分後重新簽章。",
  "pdf-not-signable": () => "此PDF沒有可供簽章的欄位，檔案未有變動。請重新產生報告，再對該份報告簽章。",
  "field-already-signed": () => "此報告的該欄位已有簽章，內容未變動且簽章仍有效。如需再次簽章，請產生新報告。",
  "not-countersignable": (facts) => {
    const obstacle = countersignObstacles.find((one) => one === facts["obstacle"]) ?? "invalid";
    return verify.countersign.obstacles[obstacle];
  },
  "identity-unavailable": () => "此裝置上沒有該簽章身分，未進行簽章。請重新匯入，或在「設定」中選擇其他身分。",
  "insecure-context": () => "目前的開啟方式使瀏覽器停用密碼功能，資料未有變動。請以https或localhost開啟Assay。",
  internal: () => "Assay發生內部錯誤，已儲存的內容均安全。請重新載入頁面；若再次發生，請先匯出備份。",
};
