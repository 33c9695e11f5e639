import { createSignal } from "solid-js";
import type { IdentitySummary } from "#domain";
import { useWorkbench, type NewIdentity } from "#workbench";
import { Button, ChoiceField, Dialog, TextField } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { useAttempt } from "../use-attempt.ts";

/** Makes a key and a self-signed certificate in this browser; the key cannot be copied out of it. */
export function CreateIdentityDialog(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onMade: (identity: IdentitySummary) => void;
}) {
  const t = useTexts();
  const workbench = useWorkbench();
  const attempt = useAttempt();
  const [name, setName] = createSignal(workbench.settings.person());
  const [organisation, setOrganisation] = createSignal("");
  const [algorithm, setAlgorithm] = createSignal<NewIdentity["algorithm"]>("ecdsa-p256");
  const [isBusy, setBusy] = createSignal(false);
  const [isTried, setTried] = createSignal(false);
  const make = async () => {
    setTried(true);
    const commonName = name().trim();
    if (commonName === "") return;
    setBusy(true);
    const made = await attempt(() =>
      workbench.createIdentity({
        commonName,
        algorithm: algorithm(),
        ...(organisation().trim() ? { organisation: organisation().trim() } : {}),
      }),
    );
    setBusy(false);
    if (made) props.onMade(made);
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t().identities.createTitle}
      description={t().identities.createText}
      footer={
        <>
          <Button onClick={props.onClose}>{t().common.buttons.cancel}</Button>
          <Button tone="primary" busy={isBusy()} onClick={() => void make()}>
            {t().identities.make}
          </Button>
        </>
      }
    >
      <div class="stack">
        <TextField
          label={t().identities.name}
          hint={t().identities.nameHint}
          required
          autocomplete="name"
          maxLength={64}
          value={name()}
          error={isTried() && name().trim() === "" ? t().identities.nameMissing : undefined}
          onInput={setName}
        />
        <TextField label={t().identities.organisation} optional autocomplete="organization" maxLength={64} value={organisation()} onInput={setOrganisation} />
        <ChoiceField
          label={t().identities.algorithm}
          layout="column"
          value={algorithm()}
          options={[
            { value: "ecdsa-p256", label: "ECDSA P-256", hint: t().identities.ecdsa },
            { value: "rsa-3072", label: "RSA 3072", hint: t().identities.rsa },
          ]}
          onChange={setAlgorithm}
        />
      </div>
    </Dialog>
  );
}
