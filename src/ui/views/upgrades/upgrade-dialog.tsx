import { createResource, Match, Show, Suspense, Switch } from "solid-js";
import { inLanguage } from "#domain";
import { useSession, type Upgrade } from "#workbench";
import { Banner, BusyText, Button, Dialog, useToaster } from "../../parts/index.ts";
import { sayError, useLanguage, useTexts } from "../../texts/index.ts";
import { errorOf, useAttempt } from "../use-attempt.ts";
import { DifferenceList } from "./difference-list.tsx";
import { AnswerEffect, FigureEffect, ScaleEffect } from "./upgrade-effects.tsx";
import "../../styles/upgrades.css";

/** What a newer version of one checklist changes, before anything is changed, and the choice. */
export function UpgradeDialog(props: { readonly open: boolean; readonly upgrade: Upgrade | null; readonly onClose: () => void }) {
  const t = useTexts();
  const language = useLanguage();
  const session = useSession();
  const toaster = useToaster();
  const attempt = useAttempt();
  const [plan] = createResource(
    () => props.open && props.upgrade,
    (upgrade) => session.planUpgrade(upgrade),
  );
  const title = () => (props.upgrade ? inLanguage(props.upgrade.title, language()) : "");
  const ready = () => (plan.state === "ready" ? plan() : undefined);
  const keep = (upgrade: Upgrade) => {
    void attempt(() => session.putOff(upgrade));
    props.onClose();
  };
  const takeOver = async () => {
    const wanted = ready();
    if (!wanted) return;
    const message = t().upgrades.dialog.taken(title(), wanted.after.checklist.version);
    const done = await attempt(() => {
      session.takeOver(wanted);
      return true;
    });
    if (!done) return;
    props.onClose();
    toaster.show({ message, action: { label: t().common.buttons.undo, onAct: () => void attempt(() => session.undo()) } });
  };
  return (
    <Dialog
      open={props.open}
      onClose={() => props.onClose()}
      size="wide"
      title={t().upgrades.dialog.title(title())}
      description={<Show when={props.upgrade}>{(one) => t().upgrades.dialog.text(one().from.version, one().to.version)}</Show>}
      footer={
        <Show when={props.upgrade}>
          {(one) => (
            <>
              <Button onClick={() => keep(one())}>{t().upgrades.dialog.keep(one().from.version)}</Button>
              <Button tone="primary" disabled={!ready() || !session.isEditing()} onClick={() => void takeOver()}>
                {t().upgrades.dialog.takeOver(one().to.version)}
              </Button>
            </>
          )}
        </Show>
      }
    >
      <Suspense>
        <Switch fallback={<BusyText>{t().upgrades.dialog.loading}</BusyText>}>
          <Match when={plan.state === "errored"}>
            <Banner tone="error">{sayError(t(), errorOf(plan.error))}</Banner>
          </Match>
          <Match when={ready()}>
            {(shown) => (
              <div class="upgrade">
                <Show when={!session.isEditing()}>
                  <Banner>{t().upgrades.dialog.cannotEdit}</Banner>
                </Show>
                <FigureEffect plan={shown()} />
                <AnswerEffect plan={shown()} />
                <ScaleEffect plan={shown()} />
                <DifferenceList plan={shown()} />
              </div>
            )}
          </Match>
        </Switch>
      </Suspense>
    </Dialog>
  );
}
