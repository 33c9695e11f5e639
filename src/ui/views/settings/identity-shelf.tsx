import { createSignal, For, Show } from "solid-js";
import type { IdentitySummary } from "#domain";
import { useWorkbench } from "#workbench";
import { Button, ConfirmDialog, useToaster } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { CreateIdentityDialog } from "../identities/create-identity-dialog.tsx";
import { IdentityCard } from "../identities/identity-card.tsx";
import { ImportIdentityDialog } from "../identities/import-identity-dialog.tsx";
import { Section } from "../section.tsx";
import { useAttempt } from "../use-attempt.ts";

/** The signing identities of this browser. */
export function IdentityShelf() {
  const t = useTexts();
  const workbench = useWorkbench();
  const attempt = useAttempt();
  const toaster = useToaster();
  const [dialog, setDialog] = createSignal<"create" | "import" | null>(null);
  const [leaving, setLeaving] = createSignal<IdentitySummary | null>(null);
  let create: HTMLButtonElement | undefined;
  const remove = async () => {
    const identity = leaving();
    setLeaving(null);
    if (!identity) return;
    const done = await attempt(async () => {
      await workbench.removeIdentity(identity.id);
      return true;
    });
    if (!done) return;
    create?.focus();
    toaster.show({ message: t().identities.removed(identity.certificate.subject) });
  };
  const made = (identity: IdentitySummary) => {
    setDialog(null);
    toaster.show({ message: t().identities.ready(identity.certificate.subject) });
  };
  return (
    <Section title={t().settings.identities} lede={t().settings.identitiesText}>
      <Show when={workbench.identities().length > 0} fallback={<p>{t().identities.none}</p>}>
        <div class="identities">
          <For each={workbench.identities()}>
            {(identity) => (
              <IdentityCard
                identity={identity}
                actions={
                  <Button size="small" tone="danger" aria-label={t().identities.removeTitle(identity.certificate.subject)} onClick={() => setLeaving(identity)}>
                    {t().common.buttons.delete}
                  </Button>
                }
              />
            )}
          </For>
        </div>
      </Show>
      <div class="cluster">
        <Button ref={create} icon="add" onClick={() => setDialog("create")}>
          {t().identities.createTitle}
        </Button>
        <Button icon="upload" onClick={() => setDialog("import")}>
          {t().identities.importTitle}
        </Button>
      </div>
      <CreateIdentityDialog open={dialog() === "create"} onClose={() => setDialog(null)} onMade={made} />
      <ImportIdentityDialog open={dialog() === "import"} onClose={() => setDialog(null)} onMade={made} />
      <ConfirmDialog
        open={leaving() !== null}
        tone="danger"
        title={t().identities.removeTitle(leaving()?.certificate.subject ?? "")}
        description={t().identities.removeText}
        confirmLabel={t().common.buttons.delete}
        onConfirm={() => void remove()}
        onCancel={() => setLeaving(null)}
      />
    </Section>
  );
}
