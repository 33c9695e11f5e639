import { createSignal } from "solid-js";
import { languages, type Language, type LifecycleViewId } from "#domain";
import { themes, type Settings, type Theme } from "./settings.ts";

/** Small choices that must be there before the first paint; lost without harm. */
export interface Preferences {
  readonly read: (key: string) => string | null;
  readonly write: (key: string, value: string) => void;
}

/** `views`: the ids of the lifecycles that can be chosen; one that is no longer there falls back to our own phases. */
export function createSettings(preferences: Preferences, preferred: readonly string[], views: readonly LifecycleViewId[]): Settings {
  const [language, setLanguage] = createSignal<Language>(oneOf(languages, preferences.read("language")) ?? spoken(preferred));
  const [theme, setTheme] = createSignal<Theme>(oneOf(themes, preferences.read("theme")) ?? "system");
  const [person, setPerson] = createSignal(preferences.read("person") ?? "");
  const [lifecycle, setLifecycle] = createSignal<LifecycleViewId | null>(oneOf(views, preferences.read("lifecycle")));
  const keep = <T extends string>(key: string, set: (value: T) => void) => (value: T) => {
    preferences.write(key, value);
    set(value);
  };
  return {
    language,
    setLanguage: keep("language", (value: Language) => setLanguage(value)),
    theme,
    setTheme: keep("theme", (value: Theme) => setTheme(value)),
    lifecycle,
    setLifecycle: (view) => {
      preferences.write("lifecycle", view ?? "");
      setLifecycle(view);
    },
    person,
    setPerson: keep("person", (value: string) => setPerson(value)),
  };
}

function oneOf<T extends string>(known: readonly T[], value: string | null): T | null {
  return known.find((one) => one === value) ?? null;
}

/** The first of the browser's languages that we speak; any Chinese reads Traditional better than English. */
function spoken(preferred: readonly string[]): Language {
  const first = preferred.find((tag) => /^(zh|en)\b/i.test(tag));
  return first && /^zh/i.test(first) ? "zh-TW" : "en";
}
