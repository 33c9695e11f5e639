import { createSignal, Show } from "solid-js";
import type { IdentitySummary, Problem } from "#domain";
import { useWorkbench } from "#workbench";
import { Banner, Button, Dialog, FileField, TextField } from "../../parts/index.ts";
import { sayError, sayProblem, useTexts } from "../../texts/index.ts";
import { ProblemList } from "../problem-list.tsx";
import { errorOf } from "../use-attempt.ts";

interface IdentityDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onMade: (identity: IdentitySummary) => void;
}

/** Takes over a key and its certificates from a .p12 or .pfx file; the passphrase is used once and not kept. */
export function ImportIdentityDialog(props: IdentityDialogProps) {
  return (
    <Show when={props.open}>
      <ImportIdentity {...props} />
    </Show>
  );
}

function ImportIdentity(props: IdentityDialogProps) {
  const t = useTexts();
  const workbench = useWorkbench();
  const [file, setFile] = createSignal<File | null>(null);
  const [passphrase, setPassphrase] = createSignal("");
  const [problems, setProblems] = createSignal<readonly Problem[]>([]);
  const [failure, setFailure] = createSignal<ReturnType<typeof errorOf> | null>(null);
  const [isBusy, setBusy] = createSignal(false);
  let passphraseField: HTMLInputElement | undefined;
  const wrongPassphrase = () => problems().find((one) => one.code === "p12-wrong-passphrase");
  const others = () => problems().filter((one) => one.code !== "p12-wrong-passphrase");
  const forget = () => {
    setProblems([]);
    setFailure(null);
  };
  const read = async () => {
    const chosen = file();
    if (!chosen) return;
    forget();
    setBusy(true);
    try {
      const result = await workbench.importIdentity(new Uint8Array(await chosen.arrayBuffer()), passphrase());
      if (result.ok) return props.onMade(result.value);
      setProblems(result.problems);
      if (wrongPassphrase()) passphraseField?.select();
    } catch (error) {
      setFailure(errorOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t().identities.importTitle}
      description={t().identities.importText}
      footer={
        <>
          <Button onClick={props.onClose}>{t().common.buttons.cancel}</Button>
          <Button tone="primary" busy={isBusy()} disabled={!file()} onClick={() => void read()}>
            {t().common.buttons.import}
          </Button>
        </>
      }
    >
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void read();
        }}
      >
        <FileField
          label={t().identities.file}
          accept=".p12,.pfx,application/x-pkcs12"
          chosen={file()?.name}
          onFiles={(files) => {
            forget();
            setFile(files[0] ?? null);
          }}
        />
        <TextField
          label={t().identities.passphrase}
          type="password"
          autocomplete="off"
          value={passphrase()}
          error={wrongPassphrase() ? sayProblem(t(), wrongPassphrase()!) : undefined}
          ref={(element) => (passphraseField = element)}
          onInput={setPassphrase}
        />
      </form>
      <Show when={others().length > 0}>
        <Banner tone="error" title={t().identities.importRefused}>
          <ProblemList problems={others()} />
        </Banner>
      </Show>
      <Show when={failure()}>{(error) => <Banner tone="error">{sayError(t(), error())}</Banner>}</Show>
    </Dialog>
  );
}
