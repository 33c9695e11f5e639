import { createSignal, Show } from "solid-js";
import type { IdentitySummary } from "#domain";
import { useWorkbench, type NewIdentity } from "#workbench";
import { Banner, Button, ChoiceField, Dialog, TextField } from "../../parts/index.ts";
import { sayError, useTexts } from "../../texts/index.ts";
import { errorOf } from "../use-attempt.ts";

interface IdentityDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onMade: (identity: IdentitySummary) => void;
}

/** Makes a key and a self-signed certificate in this browser; the key cannot be copied out of it. */
export function CreateIdentityDialog(props: IdentityDialogProps) {
  return (
    <Show when={props.open}>
      <CreateIdentity {...props} />
    </Show>
  );
}

function CreateIdentity(props: IdentityDialogProps) {
  const t = useTexts();
  const workbench = useWorkbench();
  const [name, setName] = createSignal(workbench.settings.person());
  const [organisation, setOrganisation] = createSignal("");
  const [algorithm, setAlgorithm] = createSignal<NewIdentity["algorithm"]>("ecdsa-p256");
  const [isBusy, setBusy] = createSignal(false);
  const [isTried, setTried] = createSignal(false);
  const [failure, setFailure] = createSignal<ReturnType<typeof errorOf> | null>(null);
  let nameField: HTMLInputElement | undefined;
  const make = async () => {
    setTried(true);
    setFailure(null);
    const commonName = name().trim();
    if (commonName === "") return nameField?.focus();
    setBusy(true);
    try {
      const of = organisation().trim();
      props.onMade(await workbench.createIdentity({ commonName, algorithm: algorithm(), ...(of ? { organisation: of } : {}) }));
    } catch (error) {
      setFailure(errorOf(error));
    }
    setBusy(false);
  };
  return (
    <Dialog
      open
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
      <Show when={failure()}>{(error) => <Banner tone="error">{sayError(t(), error())}</Banner>}</Show>
      <TextField
        label={t().identities.name}
        hint={t().identities.nameHint}
        required
        autocomplete="name"
        maxLength={64}
        value={name()}
        error={isTried() && name().trim() === "" ? t().identities.nameMissing : undefined}
        ref={(element) => (nameField = element)}
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
    </Dialog>
  );
}
