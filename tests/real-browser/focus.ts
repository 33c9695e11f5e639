import type { Locator, Page } from "playwright";
import { expect } from "vitest";

/** Presses a key and holds that the focus is somewhere, and is seen there. */
export async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  if (!key.endsWith("Tab")) await settled(page);
  expect(await unseenFocus(page), `after ${key}`).toBe("");
}

/** Goes by Tab, or backwards, until `wanted` has the focus; the focus is seen on every step of the way. */
export async function tabTo(page: Page, wanted: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await wanted.waitFor({ state: "attached" });
  for (let step = 0; step < mostSteps; step++) {
    if (await hasFocus(wanted)) return;
    await press(page, key);
  }
  throw new Error(`${String(wanted)} is not reached in ${mostSteps} steps`);
}

export function hasFocus(wanted: Locator): Promise<boolean> {
  return wanted.evaluate((element) => element === document.activeElement);
}

/** Resolves when `wanted` has the focus and is seen to have it. */
export async function waitForFocus(page: Page, wanted: Locator): Promise<void> {
  await expect.poll(() => hasFocus(wanted), { timeout: 10_000 }).toBe(true);
  expect(await unseenFocus(page)).toBe("");
}

const mostSteps = 250;

/** The page places the focus within a frame of what moved it. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))));
}

/**
 * What is wrong with the focus; "" when it is seen. An outline or shadow may stand on the element, or on the field,
 * label or slip that is drawn in its place.
 */
async function unseenFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const isDrawn = (element: Element | null | undefined) => {
      if (!element) return false;
      const style = getComputedStyle(element);
      const isOutlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
      return isOutlined || style.boxShadow !== "none";
    };
    const active = document.activeElement;
    if (!active || active === document.body) return "the focus is lost to the body";
    const label = active instanceof HTMLInputElement ? [...(active.labels ?? [])] : [];
    const drawn = [active, ...label, active.closest(".tags-field"), active.matches(".proposal-place") ? active.firstElementChild : null];
    return drawn.some(isDrawn) ? "" : `the focus is not seen on ${active.outerHTML.slice(0, 200)}`;
  });
}
