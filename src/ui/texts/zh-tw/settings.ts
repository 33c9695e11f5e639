import type { settings as en } from "../en/settings.ts";

export const settings: typeof en = {
  title: "設定",
  lede: "屬於這個瀏覽器、不屬於個別評估的事項。",
  person: {
    title: "作答者",
    text: "日後同仁或稽核人員才知道該問誰。",
    name: "您的姓名",
    hint: "此後作答的每一題都會註記這個姓名，並印在報告裡。",
  },
  identities: "簽章身分",
  identitiesText: "有簽章身分才能簽署報告。彼此熟識的各方之間，可在這裡自行建立；需要第三方擔保時，請匯入憑證機構核發的憑證。",
  checklists: {
    title: "檢核清單",
    text: "每份清單都以檔案的雜湊值固定，評估隨時說得出當時回答的是哪一份文字。",
    source: "來源",
    publisher: "發布者",
    date: "來源日期",
    version: "版本",
    licence: "授權",
    digest: "雜湊值（SHA-256）",
    add: "加入自有檢核清單",
    addHint: "符合本工具清單格式的YAML檔，或CISO Assistant的內容庫；在這裡檢查，並保存在這個瀏覽器。",
    added: (name) => `「${name}」已可在評估中選用。`,
    refused: (file) => `「${file}」還不能使用`,
  },
  storage: {
    title: "這個瀏覽器裡的資料",
    text: "評估、佐證檔案與簽章金鑰都只保存在這個瀏覽器。請將評估匯出成檔案，別處沒有其他副本。",
    promise: "磁碟空間不足時",
    kept: "瀏覽器已承諾保留資料",
    notKept: "瀏覽器可能清除資料",
    used: "已使用",
    room: "可用空間",
    notTold: "瀏覽器未提供",
  },
  about: {
    title: "關於鑑",
    version: "版本",
    licences: "授權條款",
    own: "本工具依Apache License 2.0釋出。印記字形取自Noto Serif CJK TC（SIL Open Font License 1.1）。本工具使用下列套件與字型：",
  },
};
