import { createEffect, For, Show, type JSX } from "solid-js";
import type { Language } from "#domain";
import { Icon, LanguageSwitch, SealMark, ThemeSwitch, type Theme } from "../parts/index.ts";
import { useLanguage, useTexts } from "../texts/index.ts";

export const places = ["systems", "assess", "gaps", "report", "verify", "settings"] as const;
export type Place = (typeof places)[number];

export interface AppShellProps {
  /** Where each place is; null while it needs a system that is not open. */
  readonly hrefs: Readonly<Record<Place, string | null>>;
  readonly current: Place | null;
  /** Of the page, for the window's title. */
  readonly pageTitle: string;
  readonly systemName: string | null;
  /** Beside the system's name: an interval bar, a tier. */
  readonly systemNote?: JSX.Element;
  /** SaveState and what else goes on. */
  readonly status?: JSX.Element;
  /** Across the page, above it: banners. */
  readonly notice?: JSX.Element;
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
  readonly onLanguage: (language: Language) => void;
  readonly children: JSX.Element;
}

/** The frame of every page. The document's language, title and theme follow it. */
export function AppShell(props: AppShellProps): JSX.Element {
  const t = useTexts();
  const language = useLanguage();
  const title = () => [props.pageTitle, props.systemName, t().common.product].filter(Boolean).join(" · ");
  createEffect(() => (document.documentElement.lang = language()));
  createEffect(() => (document.title = title()));
  createEffect(() => applyTheme(props.theme));
  return (
    <div class="shell">
      <a class="skip-link" href="#content" onClick={skipToContent}>
        {t().common.skipToContent}
      </a>
      <header class="shell-head">
        <a class="shell-mark" href={props.hrefs.systems ?? "#"} aria-label={t().common.product}>
          <SealMark />
          <span class="shell-product">{t().common.product}</span>
        </a>
        <Show when={props.systemName}>
          <p class="shell-system">
            <span class="shell-system-name">{props.systemName}</span>
            <span class="shell-system-note">{props.systemNote}</span>
          </p>
        </Show>
        <div class="shell-tools">
          <div class="shell-status">{props.status}</div>
          <LanguageSwitch onChange={(next) => props.onLanguage(next)} />
          <ThemeSwitch theme={props.theme} onChange={(next) => props.onTheme(next)} />
        </div>
        <ShellNavigation hrefs={props.hrefs} current={props.current} />
      </header>
      {props.notice}
      <main id="content" class="shell-main" tabindex="-1">
        {props.children}
      </main>
    </div>
  );
}

function ShellNavigation(props: Pick<AppShellProps, "hrefs" | "current">): JSX.Element {
  const t = useTexts();
  return (
    <nav class="shell-navigation" aria-label={t().common.navigation.label}>
      <ul>
        <For each={places}>
          {(place) => (
            <li>
              <Show
                when={props.hrefs[place]}
                fallback={
                  <span class="shell-place" aria-disabled="true" title={t().common.navigation.needsSystem}>
                    <Icon name={place} />
                    <span>{t().common.navigation[place]}</span>
                  </span>
                }
              >
                {(href) => (
                  <a class="shell-place" href={href()} aria-current={place === props.current ? "page" : undefined}>
                    <Icon name={place} />
                    <span>{t().common.navigation[place]}</span>
                  </a>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}

/** By focus, not by address: the address belongs to the router. */
function skipToContent(event: MouseEvent): void {
  event.preventDefault();
  document.querySelector<HTMLElement>("#content")?.focus();
}

function applyTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
}
