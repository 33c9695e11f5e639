/** The languages in which every authored sentence and every surface exists. */
export const languages = ["en", "zh-TW"] as const;
export type Language = (typeof languages)[number];

/** One sentence, written in each language; neither is a gloss of the other. */
export interface LocalText {
  readonly en: string;
  readonly "zh-TW": string;
}

/** The sentence in `language`. Both languages are required by the content schema, so nothing falls back. */
export function inLanguage(text: LocalText, language: Language): string {
  return text[language];
}

/** A calendar date `YYYY-MM-DD`; compared as text, which orders dates. */
export type CalendarDate = string;

/** A moment in UTC as ISO 8601 with milliseconds, `2026-11-21T09:00:00.000Z`. */
export type Instant = string;

/** A SHA-256 digest written `sha256-<64 lowercase hex digits>`. */
export type Digest = `sha256-${string}`;
