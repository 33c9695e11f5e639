import type { Accessor } from "solid-js";
import type { Language, LifecycleViewId } from "#domain";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export interface Settings {
  readonly language: Accessor<Language>;
  readonly setLanguage: (language: Language) => void;
  readonly theme: Accessor<Theme>;
  readonly setTheme: (theme: Theme) => void;
  /** the lifecycle through which gaps and reports are read; null: our own phases */
  readonly lifecycle: Accessor<LifecycleViewId | null>;
  readonly setLifecycle: (view: LifecycleViewId | null) => void;
  /** whose name stands on answers */
  readonly person: Accessor<string>;
  readonly setPerson: (name: string) => void;
}
