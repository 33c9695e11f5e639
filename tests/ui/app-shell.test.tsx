import { cleanup, fireEvent, render, screen, within } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { afterEach, expect, test, vi } from "vitest";
import type { Language } from "#domain";
import { TextsProvider } from "../../src/ui/texts/index.ts";
import { AppShell } from "../../src/ui/views/app-shell.tsx";
import type { Theme } from "../../src/ui/parts/index.ts";

afterEach(cleanup);

const hrefs = { systems: "#/", assess: null, gaps: null, report: null, verify: "#/verify", settings: "#/settings" };

function showShell() {
  const [language, setLanguage] = createSignal<Language>("en");
  const [theme, setTheme] = createSignal<Theme>("dark");
  const view = render(() => (
    <TextsProvider language={language()}>
      <AppShell
        hrefs={hrefs}
        current="verify"
        pageTitle={language() === "en" ? "Verify" : "驗章"}
        systemName={null}
        theme={theme()}
        onTheme={setTheme}
        onLanguage={setLanguage}
      >
        <h1>Page</h1>
      </AppShell>
    </TextsProvider>
  ));
  return { ...view, setTheme };
}

test("the document's language, title and theme follow the shell", () => {
  const { setTheme } = showShell();
  const root = document.documentElement;
  expect([root.lang, document.title, root.dataset["theme"]]).toEqual(["en", "Verify · Assay", "dark"]);
  fireEvent.click(screen.getByRole("button", { name: /中文/u }));
  setTheme("system");
  expect([root.lang, document.title, root.dataset["theme"]]).toEqual(["zh-TW", "驗章 · Assay", undefined]);
  expect(screen.getByRole("button", { name: /中文/u }).getAttribute("aria-pressed")).toBe("true");
});

test("a place that needs a system is no link until one is open", () => {
  showShell();
  const navigation = screen.getByRole("navigation", { name: "Main" });
  expect(within(navigation).getAllByRole("link").map((link) => link.textContent)).toEqual(["Systems", "Verify", "Settings"]);
  expect(within(navigation).getByRole("link", { name: "Verify" }).getAttribute("aria-current")).toBe("page");
});

test("the skip link moves the focus to the content and leaves the address alone", () => {
  showShell();
  const address = location.href;
  const skip = screen.getByRole("link", { name: "Skip to content" });
  const click = new MouseEvent("click", { bubbles: true, cancelable: true });
  const focus = vi.spyOn(screen.getByRole("main"), "focus");
  skip.dispatchEvent(click);
  expect(focus).toHaveBeenCalledOnce();
  expect([click.defaultPrevented, location.href]).toEqual([true, address]);
});
