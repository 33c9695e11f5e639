import { createSignal, Show } from "solid-js";
import { toPercent } from "#domain";
import { useSession, useWorkbench } from "#workbench";
import { Button, ConfirmDialog, Dialog, Facts } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { formHost } from "../classify/classify-host.ts";
import { useAttempt } from "../use-attempt.ts";
import { assessmentOf, createSystemForm, draftOf } from "./system-draft.ts";
import { FormPart, SystemForm } from "./system-form.tsx";

/** The system, its profile, its date and its checklists. Only what changed is written. */
export function EditSystemDialog(props: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Show when={props.open}>
      <EditSystem onClose={props.onClose} />
    </Show>
  );
}

function EditSystem(props: { readonly onClose: () => void }) {
  const t = useTexts();
  const session = useSession();
  const workbench = useWorkbench();
  const attempt = useAttempt();
  const initial = draftOf(session.assessment());
  const form = createSystemForm(initial);
  const classifying = formHost(form, workbench, { subject: session.id, assessment: session.assessment, canRecord: session.isEditing });
  const [isTried, setTried] = createSignal(false);
  const [isLeaving, setLeaving] = createSignal(false);
  const targets = () => Object.entries(session.assessment().profile.targets ?? {});
  const isChanged = () => JSON.stringify(form.draft) !== JSON.stringify(initial);
  const leave = () => (isChanged() ? setLeaving(true) : props.onClose());
  const save = async () => {
    setTried(true);
    if (form.problems().length > 0) return;
    workbench.drafts.flush();
    const before = session.assessment();
    const next = assessmentOf(form.draft, before.assessedAt, before.profile.targets);
    const differ = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);
    const done = await attempt(async () => {
      if (differ(next.system, before.system)) session.describeSystem(next.system);
      const walked = (next.classifications ?? []).filter((one) => !before.classifications.includes(one));
      if (differ(next.profile, before.profile) || walked.length > 0) session.setProfile(next.profile, walked);
      if (next.assessedAt !== before.assessedAt) session.setAssessedAt(next.assessedAt);
      if (differ(next.checklists, before.checklists.map((one) => one.id))) await session.chooseChecklists(next.checklists);
      return true;
    });
    if (done) props.onClose();
  };
  return (
    <>
      <Dialog
        open
        size="wide"
        onClose={leave}
        title={t().assess.system.editTitle}
        description={t().assess.system.editText}
        footer={
          <>
            <Show when={isTried() && form.problems().length > 0}>
              <p class="field-error">{t().assess.system.problems}</p>
            </Show>
            <Button onClick={leave}>{t().common.buttons.cancel}</Button>
            <Button tone="primary" disabled={!session.isEditing()} onClick={() => void save()}>
              {t().common.buttons.save}
            </Button>
          </>
        }
      >
        <SystemForm form={form} classifying={classifying} isTried={isTried()} isInDialog />
        <Show when={targets().length > 0}>
          <FormPart title={t().assess.system.targets} isInDialog>
            <p class="field-hint">{t().assess.system.targetsText}</p>
            <Facts facts={targets().map(([of, target]) => ({ label: of, value: t().assess.system.target(toPercent(target)) }))} />
          </FormPart>
        </Show>
      </Dialog>
      <ConfirmDialog
        open={isLeaving()}
        tone="danger"
        title={t().assess.system.leaveTitle}
        description={t().assess.system.leaveText}
        confirmLabel={t().assess.system.leave}
        onConfirm={props.onClose}
        onCancel={() => setLeaving(false)}
      />
    </>
  );
}
