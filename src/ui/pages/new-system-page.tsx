import { useBeforeLeave, useNavigate, type BeforeLeaveEventArgs } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { useWorkbench } from "#workbench";
import { Button, ConfirmDialog, LinkButton, PageHead } from "../parts/index.ts";
import { useTexts } from "../texts/index.ts";
import { assessmentOf, createSystemForm, emptyDraft } from "../views/assess/system-draft.ts";
import { SystemForm } from "../views/assess/system-form.tsx";
import { formHost, newSubject } from "../views/classify/classify-host.ts";
import { localToday } from "../views/local-today.ts";
import { useAttempt } from "../views/use-attempt.ts";

/** Describes a system, chooses its checklists and begins to assess it. */
export function NewSystemPage() {
  const t = useTexts();
  const workbench = useWorkbench();
  const navigate = useNavigate();
  const attempt = useAttempt();
  const today = localToday();
  const form = createSystemForm(emptyDraft(today));
  const classifying = formHost(form, workbench, { subject: newSubject, assessment: null, canRecord: () => true });
  const [isTried, setTried] = createSignal(false);
  const [isBusy, setBusy] = createSignal(false);
  const [leaving, setLeaving] = createSignal<BeforeLeaveEventArgs | null>(null);
  let isCreated = false;
  useBeforeLeave((event) => {
    if (isCreated || event.defaultPrevented || JSON.stringify(form.draft) === JSON.stringify(emptyDraft(today))) return;
    event.preventDefault();
    setLeaving(event);
  });
  const leave = () => {
    const event = leaving();
    setLeaving(null);
    event?.retry(true);
  };
  const create = async () => {
    setTried(true);
    if (form.problems().length > 0 || isBusy()) return;
    setBusy(true);
    const id = await attempt(() => workbench.create(assessmentOf(form.draft, today)));
    setBusy(false);
    if (!id) return;
    isCreated = true;
    workbench.walks.dropAll(newSubject);
    navigate(`/assess/${encodeURIComponent(id)}`);
  };
  return (
    <div class="page new-system">
      <PageHead title={t().assess.system.newTitle} lede={t().assess.system.newLede} />
      <SystemForm form={form} classifying={classifying} isTried={isTried()} />
      <div class="new-system-foot" aria-live="polite">
        <Show when={isTried() && form.problems().length > 0}>
          <p class="field-error">{t().assess.system.problems}</p>
        </Show>
        <LinkButton href="#/">{t().common.buttons.cancel}</LinkButton>
        <Button tone="primary" busy={isBusy()} onClick={() => void create()}>
          {t().assess.system.create}
        </Button>
      </div>
      <ConfirmDialog
        open={leaving() !== null}
        tone="danger"
        title={t().assess.system.leaveTitle}
        description={t().assess.system.leaveText}
        confirmLabel={t().assess.system.leave}
        onConfirm={leave}
        onCancel={() => setLeaving(null)}
      />
    </div>
  );
}
