import { createSignal, For } from "solid-js";
import type { IdentitySummary } from "#domain";
import { useWorkbench } from "#workbench";
import { Button, ConfirmDialog, EmptyState } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { CreateIdentityDialog } from "../identities/create-identity-dialog.tsx";
import { IdentityCard } from "../identities/identity-card.tsx";
import { ImportIdentityDialog } from "../identities/import-identity-dialog.tsx";
import { useAttempt } from "../use-attempt.ts";

/** The signing identities of this browser. */
export function IdentityShelf() {
  const t = useTexts();
  const workbench = useWorkbench();
  const attempt = useAttempt();
  const [dialog, setDialog] = createSignal<"create" | "import" | null>(null);
  const [leaving, setLeaving] = createSignal<IdentitySummary | null>(null);
  const remove = async () => {
    const identity = leaving();
    setLeaving(null);
    if (identity) await attempt(() => workbench.removeIdentity(identity.id));
  };
  return (
    <section class="section">
      <h2>{t().settings.identities}</h2>
      <For
        each={workbench.identities()}
        fallback={
          <EmptyState title={t().identities.none}>
            <p>{t().identities.noneText}</p>
          </EmptyState>
        }
      >
        {(identity) => (
          <IdentityCard
            identity={identity}
            actions={
              <Button size="small" tone="quiet" onClick={() => setLeaving(identity)}>
                {t().common.buttons.delete}
              </Button>
            }
          />
        )}
      </For>
      <div class="cluster">
        <Button icon="add" onClick={() => setDialog("create")}>
          {t().identities.createTitle}
        </Button>
        <Button icon="upload" onClick={() => setDialog("import")}>
          {t().identities.importTitle}
        </Button>
      </div>
      <CreateIdentityDialog open={dialog() === "create"} onClose={() => setDialog(null)} onMade={() => setDialog(null)} />
      <ImportIdentityDialog open={dialog() === "import"} onClose={() => setDialog(null)} onMade={() => setDialog(null)} />
      <ConfirmDialog
        open={leaving() !== null}
        tone="danger"
        title={t().identities.removeTitle(leaving()?.certificate.subject ?? "")}
        description={t().identities.removeText}
        confirmLabel={t().common.buttons.delete}
        onConfirm={() => void remove()}
        onCancel={() => setLeaving(null)}
      />
    </section>
  );
}
