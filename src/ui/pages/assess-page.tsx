import { Navigate, useLocation, useParams } from "@solidjs/router";
import { createMemo, createSignal, Show, untrack } from "solid-js";
import { inLanguage, type PinnedChecklist, type Tier } from "#domain";
import { useSession } from "#workbench";
import { Button, EmptyState, PageHead } from "../parts/index.ts";
import { useLanguage, useTexts, type Texts } from "../texts/index.ts";
import { AssessChecklist } from "../views/assess/assess-checklist.tsx";
import { AssessViewProvider, createAssessView, firstQuestion, hrefOf, isNamed } from "../views/assess/assess-view.ts";
import { ChecklistSwitch } from "../views/assess/checklist-switch.tsx";
import { useCommonCore } from "../views/assess/use-common-core.ts";
import { EditSystemDialog } from "../views/assess/edit-system-dialog.tsx";
import { KeysDialog } from "../views/assess/keys-dialog.tsx";
import { OtherConflicts } from "../views/assess/other-conflicts.tsx";
import { ProfileSummary } from "../views/assess/profile-summary.tsx";
import { isNarrowed } from "../views/assess/question-filter.ts";
import "../styles/pages/assess.css";
import "../styles/pages/assess-question.css";
import "../styles/pages/assess-related.css";
import "../styles/pages/keys.css";
import "../styles/upgrades.css";
import "../styles/pages/assess-proposals.css";

/** Where questions are answered: one at a time or as a list, with the figures moving above. */
export function AssessPage() {
  const t = useTexts();
  const session = useSession();
  const params = useParams();
  const [dialog, setDialog] = createSignal<"system" | "keys" | null>(null);
  const pinned = createMemo(() => session.checklists().find((one) => isNamed(one.checklist.id, params["checklist"])) ?? session.checklists()[0]);
  const core = useCommonCore();
  const language = useLanguage();
  const system = () => session.assessment().system;
  return (
    <div class="page assess">
      <PageHead
        title={system().name || t().assess.unnamed}
        lede={
          <>
            <Show when={system().owner}>{(owner) => <>{owner()} · </>}</Show>
            {t().assess.assessedOn(t().common.date(session.assessment().assessedAt))} · {tierOf(session.assessment().profile.tier, t())}
          </>
        }
        actions={
          <>
            <Button tone="quiet" onClick={() => setDialog("keys")}>
              {t().assess.showKeys}
            </Button>
            <Button icon="edit" onClick={() => setDialog("system")}>
              {t().assess.editSystem}
            </Button>
          </>
        }
      />
      <OtherConflicts />
      <ProfileSummary />
      <Show
        when={pinned()}
        keyed
        fallback={
          <EmptyState
            title={t().assess.empty.title}
            action={
              <Button tone="primary" disabled={!session.isEditing()} onClick={() => setDialog("system")}>
                {t().assess.empty.action}
              </Button>
            }
          >
            <p>{t().assess.empty.text}</p>
            <Show when={core()}>{(one) => <p>{t().proposals.core.empty(inLanguage(one().title, language()))}</p>}</Show>
          </EmptyState>
        }
      >
        {(chosen) => (
          <>
            <Show when={session.checklists().length > 1}>
              <ChecklistSwitch current={chosen.checklist.id} />
            </Show>
            <ChosenChecklist pinned={chosen} onKeys={() => setDialog("keys")} isCovered={dialog() !== null} />
          </>
        )}
      </Show>
      <EditSystemDialog open={dialog() === "system"} onClose={() => setDialog(null)} />
      <KeysDialog open={dialog() === "keys"} onClose={() => setDialog(null)} />
    </div>
  );
}

/** The address always names a question; one that does not leads to where answering goes on. */
function ChosenChecklist(props: { readonly pinned: PinnedChecklist; readonly onKeys: () => void; readonly isCovered: boolean }) {
  const t = useTexts();
  const session = useSession();
  const params = useParams();
  const location = useLocation();
  const checklist = () => props.pinned.checklist;
  const view = createAssessView(untrack(checklist), () => params["question"]);
  const begin = () => {
    const first = isNarrowed(view.filter()) ? view.matching()[0] : undefined;
    return first?.question.id ?? firstQuestion(checklist(), session.result().checklists.find((one) => one.id === checklist().id));
  };
  return (
    <Show
      when={view.current()}
      fallback={
        <Show when={begin()} fallback={<EmptyState title={t().assess.noQuestions} />}>
          {(question) => <Navigate href={`${hrefOf(session.id, checklist().id, question())}${location.search}`} />}
        </Show>
      }
    >
      <AssessViewProvider value={view}>
        <AssessChecklist onKeys={() => props.onKeys()} isCovered={props.isCovered} />
      </AssessViewProvider>
    </Show>
  );
}

function tierOf(tier: Tier | undefined, t: Texts): string {
  return tier ? t.common.tier[tier] : t.common.tierUnknown;
}
