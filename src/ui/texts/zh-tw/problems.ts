import type { Problem } from "#domain";
import type { problems as en } from "../en/problems.ts";

export const problems: typeof en = {
  "too-large": () => "檔案超過Assay可讀取的大小。",
  "not-utf8": () => "檔案不是UTF-8編碼的文字檔。",
  "lone-surrogate": (one) => `${at(one)}含有不完整的字元。`,
  "yaml-syntax": () => "此處的YAML無法解讀。",
  "yaml-duplicate-key": () => "同一個鍵在此出現兩次，無法判斷以何者為準。",
  "yaml-alias-bomb": () => "此YAML的自我參照過多，不予讀取。",
  "json-syntax": () => "此處的JSON無法解讀。",
  "forbidden-key": (one) => `${at(one)}使用了基於安全考量而禁止的鍵。`,

  "unknown-format": () => "Assay不認得這種格式。",
  missing: (one) => `缺少${at(one)}。`,
  "wrong-type": (one) => `${at(one)}的型別不符。`,
  "unknown-key": (one) => `${at(one)}不是Assay認得的鍵。`,
  "unknown-value": (one) => `${at(one)}的值不在允許之列。`,
  "out-of-range": (one) => `${at(one)}超出允許的範圍。`,
  "bad-pattern": (one) => `${at(one)}的寫法不符規定。`,
  empty: (one) => `${at(one)}是空白的。`,

  "duplicate-id": (one) => `${at(one)}的識別碼與其他項目重複。`,
  "scale-not-rising": () => "量表各等級的值必須逐級遞增。",
  "unknown-scale": () => "題目所指的量表不在此清單中。",
  "unknown-phase": () => "題目所指的生命週期階段不存在。",
  "no-questions": () => "清單中沒有題目。",
  "too-little-evidence": () => "題目所列的佐證建議過少，無從查核。",
  "unknown-part": () => "範本所指的段落不存在於報告中。",
  "replaced-in-use": () => "題目標示為已被取代，但題號仍在使用。僅修改文字的題目應保留原題號，不必標示取代。",
  "unknown-reference": (one) => `${at(one)}所指的項目不存在。`,
  "self-mapping": () => "對照表將項目對應到自己。",
  "duplicate-mapping": () => "對照表重複列出同一筆對應。",
  unreachable: (one) => `從第一題出發，永遠走不到${at(one)}。`,
  "endless-loop": () => "決策樹形成循環，永遠無法得出結論。",

  "spreadsheet-damaged": () => "此檔案無法以.xlsx活頁簿讀取。請用試算表軟體開啟後另存新檔。",
  "spreadsheet-other-kind": () => "此活頁簿是舊版.xls，或設有密碼。請存成未設密碼的.xlsx。",
  "sheet-missing": (one) => `活頁簿缺少${at(one)}工作表。請從範本開始填寫，範本備有全部工作表。`,
  "column-missing": (one) => `工作表缺少${at(one)}欄。`,
  "column-twice": (one) => `${at(one)}重複出現，無法判斷以何者為準。`,
  "cell-formula": (one) => `${at(one)}是公式。請複製該儲存格，再貼上為「值」。`,
  "cell-merged": () => "這些儲存格已合併，只有第一格有內容。請取消合併並逐格填寫。",
  "version-not-higher": (one) => `${one.facts?.["version"] ?? ""}版已在清單架上。內容有變更，版本須調高，例如${one.facts?.["proposed"] ?? ""}。`,
  "id-of-bundled": (one) => `「${one.facts?.["id"] ?? ""}」是Assay內建清單的識別碼，請另取識別碼。`,

  "unknown-checklist": () => "評估所用的清單不在此處。",
  "checklist-differs": () => "此處的清單與當時作答的清單並非逐位元組相同。",
  "unknown-question": () => "有答案所指的題目不在清單中。",
  "unknown-level": () => "有答案所選的等級不在該題的量表中。",
  "text-altered": () => "檔案所附的檢核清單全文與其雜湊值不符，未予採用。",
  "unknown-evidence": () => "有答案所連結的佐證不在本評估中。",

  "event-altered": () => "有事件在寫入後遭更動：雜湊值已不相符。",
  "event-missing": () => "異動紀錄有缺漏：其他事件所參照的事件不在其中。",
  "event-forked": () => "同一裝置以相同序號寫了兩個不同的事件。",
  "event-of-another-assessment": () => "有事件屬於另一份評估。",
  "journal-disagrees": () => "檔案中的評估內容與其異動紀錄不一致，可能在別處改過。請向提供者索取重新匯出的檔案，或移除檔案中的紀錄（journal）後只開啟內容。",

  "pdf-damaged": () => "此PDF已損毀，無法讀取。",
  "pdf-unsigned": () => "此PDF沒有簽章。",
  "signature-unreadable": () => "簽章無法解讀。",
  "signature-unsupported": () => "Assay不支援查驗此種簽章。",
  "digest-mismatch": () => "簽署的內容已遭更動：雜湊值不相符。",
  "signature-mismatch": () => "簽章與憑證的金鑰不相符。",
  "byte-range-invalid": () => "簽章所宣告的涵蓋範圍不正確。",
  "not-whole-file": () => "簽章未涵蓋整份檔案。",
  "changed-after-signing": () => "檔案在簽署後又加入了內容。",
  "certified-again": () => "後來的簽章又認證了文件，而只有第一個簽章可以認證。",
  "certificate-expired": () => "在簽章所載時間，憑證不在有效期內。",
  "certificate-not-bound": () => "簽章未與其憑證綁定，憑證可能遭替換。",
  "certificate-unsuitable": () => "此憑證並非供簽署文件之用。",

  "p12-damaged": () => "憑證檔已損毀，或不是PKCS #12檔案。",
  "p12-wrong-passphrase": () => "密碼無法開啟此憑證檔。",
  "p12-no-key": () => "憑證檔中沒有可供簽章的私密金鑰。",

  "character-not-in-font": () => "有字元不在報告字型中，無法列印。",
};

function at(problem: Problem): string {
  return nameOf(problem) === "" ? "此處" : `「${nameOf(problem)}」`;
}

/** The heading where the finder gave it, else the place in the data. */
function nameOf(problem: Problem): string {
  return String(problem.facts?.["name"] ?? problem.path);
}
