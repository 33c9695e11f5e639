import { Show } from "solid-js";
import { useSession, useWorkbench } from "#workbench";
import { Banner, Button } from "../parts/index.ts";
import { sayError, useTexts } from "../texts/index.ts";
import { ProblemList } from "./problem-list.tsx";
import { UpgradeNotices } from "./upgrades/upgrade-notices.tsx";
import { useAttempt } from "./use-attempt.ts";

/** What a person at work on an assessment must know before anything else: who edits, what is not saved, what differs. */
export function SessionNotices() {
  const t = useTexts();
  const session = useSession();
  const workbench = useWorkbench();
  const attempt = useAttempt();
  const failed = () => {
    const state = session.saveState();
    return state.kind === "failed" ? state : null;
  };
  return (
    <div class="notices">
      <Show when={failed()}>
        {(state) => (
          <Banner tone="error" action={<Button onClick={session.retrySave}>{t().common.buttons.retry}</Button>}>
            {sayError(t(), { code: state().code, facts: {} })}
          </Banner>
        )}
      </Show>
      <Show when={!session.isEditing() && !workbench.outdated()}>
        <Banner tone="info" title={t().frame.following.title}>
          {t().frame.following.text}
        </Banner>
      </Show>
      <UpgradeNotices />
      <Show when={session.differences().length > 0}>
        <Banner
          tone="warning"
          title={t().frame.differs.title}
          action={
            <Button onClick={() => void attempt(session.adoptVersions)} disabled={!session.isEditing()}>
              {t().frame.differs.adopt}
            </Button>
          }
        >
          <p>{t().frame.differs.text}</p>
          <ProblemList problems={session.differences()} />
        </Banner>
      </Show>
    </div>
  );
}
