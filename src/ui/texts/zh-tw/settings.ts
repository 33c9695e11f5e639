import type { settings as en } from "../en/settings.ts";

export const settings: typeof en = {
  title: "設定",
  lede: "屬於這個瀏覽器、不屬於個別評估的事項。",
  person: { title: "您", name: "您的姓名", hint: "此後您作答的每一題都會註記這個姓名。" },
  identities: "簽章身分",
  checklists: {
    title: "檢核清單",
    source: "來源",
    publisher: "發布者",
    date: "日期",
    version: "版本",
    licence: "授權",
    digest: "雜湊值（SHA-256）",
    add: "加入自有檢核清單",
    addHint: "符合本工具清單格式的YAML檔；在這裡檢查，並保存在這個瀏覽器。",
    added: (name) => `「${name}」已加入檢核清單。`,
    refused: "這份清單還不能使用",
  },
  storage: {
    title: "這個瀏覽器裡的資料",
    text: "評估、佐證檔案與簽章金鑰都只保存在這個瀏覽器。請將評估匯出成檔案，那是唯一能帶走的副本。",
    promise: "磁碟空間不足時",
    kept: "瀏覽器已承諾保留資料",
    notKept: "瀏覽器可能清除資料",
    used: "已使用",
    room: "可使用空間",
  },
  about: {
    title: "關於鑑",
    version: "版本",
    licences: "授權條款",
    own: "本工具依Apache License 2.0釋出，並使用下列套件與字型：",
  },
};
