import { createContext, createSignal, For, onCleanup, Show, useContext, type JSX } from "solid-js";
import { useTexts } from "../texts/index.ts";
import { Icon } from "./icons.tsx";

export interface Notice {
  readonly message: string;
  readonly tone?: "plain" | "error" | undefined;
  /** Such as undo. */
  readonly action?: { readonly label: string; readonly onAct: () => void } | undefined;
}

export interface Toaster {
  /** Shows the notice, newest last; gives back what takes it away. It leaves by itself unless it tells of an error. */
  readonly show: (notice: Notice) => () => void;
}

interface Shown extends Notice {
  readonly id: number;
}

const ToasterContext = createContext<Toaster>();
const shownFor = 8_000;

export function useToaster(): Toaster {
  const toaster = useContext(ToasterContext);
  if (!toaster) throw new Error("useToaster needs a <ToasterProvider> above it");
  return toaster;
}

/** Holds the notices and the polite region that reads them out. One for the whole app, inside the texts. */
export function ToasterProvider(props: { readonly children: JSX.Element }): JSX.Element {
  const t = useTexts();
  const [notices, setNotices] = createSignal<readonly Shown[]>([]);
  const timers = new Map<number, ReturnType<typeof setTimeout>>();
  let last = 0;

  const hold = (id: number) => clearTimeout(timers.get(id));
  const remove = (id: number) => {
    hold(id);
    timers.delete(id);
    setNotices((shown) => shown.filter((notice) => notice.id !== id));
  };
  const release = (notice: Shown) => {
    if (notice.tone !== "error") timers.set(notice.id, setTimeout(() => remove(notice.id), shownFor));
  };
  const show = (notice: Notice) => {
    last += 1;
    const shown: Shown = { ...notice, id: last };
    setNotices((others) => [...others, shown].slice(-3));
    release(shown);
    return () => remove(shown.id);
  };
  onCleanup(() => timers.forEach((timer) => clearTimeout(timer)));

  return (
    <ToasterContext.Provider value={{ show }}>
      {props.children}
      <section class="toaster" aria-label={t().common.notices} data-kb-top-layer>
        <div role="log" aria-live="polite" aria-relevant="additions">
          <ol class="toaster-list">
            <For each={notices()}>
              {(notice) => (
                <li
                  class="toast"
                  data-tone={notice.tone ?? "plain"}
                  onPointerEnter={() => hold(notice.id)}
                  onPointerLeave={() => release(notice)}
                  onFocusIn={() => hold(notice.id)}
                  onFocusOut={() => release(notice)}
                >
                  <span class="toast-message">{notice.message}</span>
                  <Show when={notice.action}>
                    {(action) => (
                      <button
                        type="button"
                        class="toast-action"
                        onClick={() => {
                          action().onAct();
                          remove(notice.id);
                        }}
                      >
                        {action().label}
                      </button>
                    )}
                  </Show>
                  <button type="button" class="icon-button" aria-label={t().common.dismiss} onClick={() => remove(notice.id)}>
                    <Icon name="close" />
                  </button>
                </li>
              )}
            </For>
          </ol>
        </div>
      </section>
    </ToasterContext.Provider>
  );
}
