/** Puts the focus on the field at a path of the draft, or on the nearest one above it, once its form is there. */
export function focusField(path: string): void {
  requestAnimationFrame(() => {
    const steps = path.split(".");
    for (let length = steps.length; length > 0; length--) {
      const place = steps.slice(0, length).join(".");
      const holder = [...document.querySelectorAll<HTMLElement>("[data-path]")].find((one) => one.dataset["path"] === place || one.dataset["path"]?.startsWith(`${place}.`));
      const control = holder?.querySelector<HTMLElement>("input, textarea, select");
      if (!control) continue;
      control.focus();
      control.scrollIntoView({ block: "center" });
      return;
    }
  });
}
