import { Show } from "solid-js";
import type { IdentitySummary } from "#domain";
import { useWorkbench } from "#workbench";
import { Button, ChoiceField } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";

/** Who signs: one of the identities on this device, or one that is made or imported now. */
export function IdentityChoice(props: {
  readonly identity: IdentitySummary | null;
  readonly onChoose: (id: string) => void;
  /** Asks for the dialog that makes or imports one; it stands beside the caller's own. */
  readonly onMake: (way: "create" | "import") => void;
}) {
  const t = useTexts();
  const workbench = useWorkbench();
  return (
    <>
      <Show
        when={workbench.identities().length > 0}
        fallback={
          <div class="identity-none">
            <p class="field-label">{t().report.signing.who}</p>
            <p class="quiet-text">{t().identities.noneText}</p>
          </div>
        }
      >
        <ChoiceField
          label={t().report.signing.who}
          layout="column"
          value={props.identity?.id ?? null}
          options={workbench.identities().map((one) => ({
            value: one.id,
            label: one.certificate.subject,
            hint: [one.certificate.organisation, one.certificate.key, t().identities.validUntil(t().common.date(one.certificate.notAfter.slice(0, 10)))]
              .filter(Boolean)
              .join(" · "),
          }))}
          onChange={props.onChoose}
        />
      </Show>
      <div class="cluster">
        <Button size="small" icon="add" onClick={() => props.onMake("create")}>
          {t().identities.createTitle}
        </Button>
        <Button size="small" icon="upload" onClick={() => props.onMake("import")}>
          {t().identities.importTitle}
        </Button>
      </div>
    </>
  );
}
