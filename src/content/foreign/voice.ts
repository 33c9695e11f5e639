import type { LocalText } from "#domain";
import { mapping, type Loose, type Path } from "../loose.ts";
import type { Ledger } from "./ledger.ts";
import { textOf } from "./values.ts";

type Tongue = "en" | "hant" | "hans" | "other";

/** What `holder` says under `key`, in both languages; null when it says nothing. */
export type Voice = (holder: Loose, key: string, path: Path) => LocalText | null;

/**
 * Reads texts of a library in `locale` with their `translations`. Where one of our two languages is missing, the text
 * in the other, or else in the library's own, stands in for it; Simplified Chinese stands in for Traditional.
 */
export function createVoice(locale: string, ledger: Ledger): Voice {
  const home = tongueOf(locale);
  return (holder, key, path) => {
    const place = [...path, key];
    const said = translationsOf(holder, key);
    const own = textOf(holder[key]);
    if (own === null && holder[key] !== null && typeof holder[key] === "object") ledger.note("no-place", key, place);
    const byTongue = new Map<Tongue, string>(said.map(({ tongue, text }) => [tongue, text]));
    if (own !== null) byTongue.set(home, own);
    const any = own ?? byTongue.get("en") ?? byTongue.get("hant") ?? byTongue.get("hans") ?? said[0]?.text;
    if (any === undefined) return null;
    for (const { tongue, tag } of said) if (tongue === "other") ledger.note("other-language", tag, place);

    const en = byTongue.get("en");
    const chinese = byTongue.get("hant") ?? byTongue.get("hans");
    if (en === undefined) ledger.note("copied-language", "en", place);
    if (chinese === undefined) ledger.note("copied-language", "zh-TW", place);
    else if (!byTongue.has("hant")) ledger.note("simplified-chinese", home === "hans" && own ? locale : "zh", place);
    return { en: en ?? any, "zh-TW": chinese ?? en ?? any };
  };
}

interface Translation {
  readonly tag: string;
  readonly tongue: Tongue;
  readonly text: string;
}

function translationsOf(holder: Loose, key: string): readonly Translation[] {
  return Object.entries(mapping(holder["translations"])).flatMap(([tag, fields]): readonly Translation[] => {
    const text = textOf(mapping(fields)[key]);
    return text === null ? [] : [{ tag, tongue: tongueOf(tag), text }];
  });
}

function tongueOf(tag: string): Tongue {
  const name = tag.toLowerCase().replaceAll("_", "-");
  if (/^en(-|$)/.test(name)) return "en";
  if (/^zh-(hant|tw|hk|mo)/.test(name)) return "hant";
  return /^zh(-|$)/.test(name) ? "hans" : "other";
}

/** Texts one after the other, a blank line between them; null when there is none. */
export function joinTexts(texts: readonly (LocalText | null)[]): LocalText | null {
  const said = texts.filter((text) => text !== null);
  if (said.length === 0) return null;
  return { en: said.map((text) => text.en).join("\n\n"), "zh-TW": said.map((text) => text["zh-TW"]).join("\n\n") };
}

/** "Article 18" and "Documentation keeping" make one heading. */
export function subtitle(name: LocalText, rest: LocalText): LocalText {
  return { en: `${name.en}: ${rest.en}`, "zh-TW": `${name["zh-TW"]}：${rest["zh-TW"]}` };
}

/**
 * The sentence that a text begins with, and what follows it. Lines are often broken within a sentence: it goes on until
 * a line ends in a mark, an empty line follows or a list begins.
 */
export function firstSentence(text: LocalText): { readonly first: LocalText; readonly rest: LocalText | null } {
  const [en, moreEn] = cut(text.en);
  const [zh, moreZh] = cut(text["zh-TW"]);
  const hasMore = moreEn !== "" || moreZh !== "";
  return { first: { en, "zh-TW": zh }, rest: hasMore ? { en: moreEn || en, "zh-TW": moreZh || zh } : null };
}

function cut(text: string): readonly [first: string, rest: string] {
  const lines = text.split("\n").map((line) => line.trim());
  const last = lines.findIndex((line, index) => /[.?!:;…。？！：；]["'»”’）)\]]?$/.test(line) || /^([-*•·–]|\(?\w{1,3}[.)]\s|[（(]|$)/.test(lines[index + 1] ?? ""));
  const end = last < 0 ? lines.length : last + 1;
  return [lines.slice(0, end).join(" "), lines.slice(end).join("\n").trim()];
}
