import { createSignal, Show } from "solid-js";
import type { IdentitySummary, Problem } from "#domain";
import { useWorkbench } from "#workbench";
import { Button, Dialog, FileField, TextField } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { ProblemList } from "../problem-list.tsx";
import { useAttempt } from "../use-attempt.ts";

/** Takes over a key and its certificates from a .p12 or .pfx file; the passphrase is used once and not kept. */
export function ImportIdentityDialog(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onMade: (identity: IdentitySummary) => void;
}) {
  const t = useTexts();
  const workbench = useWorkbench();
  const attempt = useAttempt();
  const [file, setFile] = createSignal<File | null>(null);
  const [passphrase, setPassphrase] = createSignal("");
  const [problems, setProblems] = createSignal<readonly Problem[]>([]);
  const [isBusy, setBusy] = createSignal(false);
  const read = async () => {
    const chosen = file();
    if (!chosen) return;
    setBusy(true);
    const result = await attempt(async () => workbench.importIdentity(new Uint8Array(await chosen.arrayBuffer()), passphrase()));
    setBusy(false);
    if (!result) return;
    setProblems(result.ok ? [] : result.problems);
    if (!result.ok) return;
    setPassphrase("");
    props.onMade(result.value);
  };
  return (
    <Dialog
      open={props.open}
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
      <div class="stack">
        <FileField label={t().identities.file} accept=".p12,.pfx,application/x-pkcs12" chosen={file()?.name} onFiles={(files) => setFile(files[0] ?? null)} />
        <TextField label={t().identities.passphrase} type="password" autocomplete="off" value={passphrase()} onInput={setPassphrase} />
        <Show when={problems().length > 0}>
          <div role="alert">
            <ProblemList problems={problems()} />
          </div>
        </Show>
      </div>
    </Dialog>
  );
}
