import type { Language } from "#domain";
import { en } from "./en.ts";
import type { ReportTexts } from "./report-texts.ts";
import { zhTw } from "./zh-tw.ts";

const texts: Readonly<Record<Language, ReportTexts>> = { en, "zh-TW": zhTw };

/** Every sentence of a report in `language`. */
export function textsOf(language: Language): ReportTexts {
  return texts[language];
}
