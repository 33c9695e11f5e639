import type { Proposal } from "#domain";
import { useSession, useWorkbench } from "#workbench";
import { useToaster } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { useAttempt } from "../use-attempt.ts";

/** Takes proposals over as one change and says how many, with the way back. */
export function createAccepting(): (proposals: readonly Proposal[], withEvidence: boolean) => void {
  const t = useTexts();
  const session = useSession();
  const workbench = useWorkbench();
  const toaster = useToaster();
  const attempt = useAttempt();
  return (proposals, withEvidence) =>
    void attempt(() => {
      workbench.drafts.flush();
      const count = session.proposals.accept(proposals, { evidence: withEvidence });
      const last = session.journal().at(-1)?.id;
      const undo = () =>
        void attempt(() => {
          if (session.journal().at(-1)?.id === last) session.undo();
          else toaster.show({ message: t().proposals.dialog.laterChanges });
        });
      const words = t().proposals.dialog;
      toaster.show({
        message: count === proposals.length ? words.accepted(count) : words.fewer(count, proposals.length),
        ...(count > 0 ? { action: { label: t().common.buttons.undo, onAct: undo } } : {}),
      });
    });
}
