import { createSignal, For, Show } from "solid-js";
import { inLanguage } from "#domain";
import { useSession, type Upgrade } from "#workbench";
import { Banner, Button } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { useAttempt } from "../use-attempt.ts";
import { UpgradeDialog } from "./upgrade-dialog.tsx";

/** That a newer version of a checklist is here; once put off, a quiet line and no more. */
export function UpgradeNotices() {
  const session = useSession();
  const [shown, setShown] = createSignal<Upgrade | null>(null);
  const [isOpen, setOpen] = createSignal(false);
  const open = (upgrade: Upgrade) => {
    setShown(upgrade);
    setOpen(true);
  };
  return (
    <>
      <For each={session.upgrades()}>{(upgrade) => <UpgradeNotice upgrade={upgrade} onOpen={() => open(upgrade)} />}</For>
      <UpgradeDialog open={isOpen()} upgrade={shown()} onClose={() => setOpen(false)} />
    </>
  );
}

function UpgradeNotice(props: { readonly upgrade: Upgrade; readonly onOpen: () => void }) {
  const t = useTexts();
  const language = useLanguage();
  const session = useSession();
  const attempt = useAttempt();
  const title = () => inLanguage(props.upgrade.title, language());
  return (
    <Show
      when={props.upgrade.isPutOff}
      fallback={
        <Banner
          title={t().upgrades.notice.title(title(), props.upgrade.to.version)}
          action={
            <>
              <Button tone="quiet" onClick={() => void attempt(() => session.putOff(props.upgrade))}>
                {t().upgrades.notice.later}
              </Button>
              <Button onClick={() => props.onOpen()}>{t().upgrades.notice.open}</Button>
            </>
          }
        >
          {t().upgrades.notice.text(props.upgrade.from.version)}
        </Banner>
      }
    >
      <p class="upgrade-quiet quiet-text">
        {t().upgrades.notice.quiet(title(), props.upgrade.from.version, props.upgrade.to.version)}
        <Button tone="quiet" size="small" onClick={() => props.onOpen()}>
          {t().upgrades.notice.open}
        </Button>
      </p>
    </Show>
  );
}
