import { createSignal, Match, Show, Switch } from "solid-js";
import { countersignObstacle, type VerificationResult } from "#domain";
import { useWorkbench, type SavedFile } from "#workbench";
import { Banner, Button, Dialog, Facts, ProgressBar, TextField } from "../../parts/index.ts";
import { sayError, useTexts } from "../../texts/index.ts";
import { CreateIdentityDialog } from "../identities/create-identity-dialog.tsx";
import { IdentityChoice } from "../identities/identity-choice.tsx";
import { ImportIdentityDialog } from "../identities/import-identity-dialog.tsx";
import { errorOf } from "../use-attempt.ts";

/** Who countersigns and why; signs, and hands on the file once it has passed the check. */
export function CountersignDialog(props: {
  readonly open: boolean;
  readonly file: SavedFile;
  readonly result: VerificationResult;
  readonly onClose: () => void;
  readonly onSigned: (file: SavedFile) => void;
}) {
  const t = useTexts();
  const workbench = useWorkbench();
  const [chosen, setChosen] = createSignal<string | null>(null);
  const [reason, setReason] = createSignal("");
  const [making, setMaking] = createSignal<"create" | "import" | null>(null);
  const [isBusy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<ReturnType<typeof errorOf> | null>(null);
  const obstacleFor = (fingerprint: string) => countersignObstacle(props.result, fingerprint);
  /** the one chosen, else the first who may */
  const identity = () => {
    const all = workbench.identities();
    return all.find((one) => one.id === chosen()) ?? all.find((one) => obstacleFor(one.certificate.fingerprint) === null) ?? all[0] ?? null;
  };
  const obstacle = () => {
    const who = identity();
    return who && obstacleFor(who.certificate.fingerprint);
  };
  const close = () => {
    if (isBusy()) return;
    setFailure(null);
    props.onClose();
  };
  const sign = async () => {
    const who = identity();
    if (!who || obstacle()) return;
    setFailure(null);
    setBusy(true);
    try {
      const why = reason().trim();
      const signed = await workbench.countersign(props.file, who.id, why || undefined);
      setBusy(false);
      props.onSigned(signed);
    } catch (error) {
      setBusy(false);
      setFailure(errorOf(error));
    }
  };
  const made = (id: string) => {
    setChosen(id);
    setMaking(null);
  };
  return (
    <>
      <Dialog
        open={props.open}
        onClose={close}
        title={t().verify.countersign.dialogTitle}
        description={t().verify.countersign.dialogText}
        footer={
          <>
            <Button onClick={close} disabled={isBusy()}>
              {t().common.buttons.cancel}
            </Button>
            <Button tone="primary" icon="seal" busy={isBusy()} disabled={!identity() || obstacle() !== null} onClick={() => void sign()}>
              {t().verify.countersign.confirm}
            </Button>
          </>
        }
      >
        <Switch>
          <Match when={isBusy()}>
            <ProgressBar label={t().verify.countersign.busy} value={null} />
          </Match>
          <Match when={!isBusy()}>
            <Show when={failure()}>{(error) => <Banner tone="error">{sayError(t(), error())}</Banner>}</Show>
            <Facts
              facts={[
                { label: t().verify.countersign.file, value: props.file.name },
                { label: t().verify.countersign.signedBy, value: t().common.list(signersOf(props.result, t().verify.unknownSigner)) },
              ]}
            />
            <IdentityChoice identity={identity()} onChoose={setChosen} onMake={setMaking} />
            <div role="status">
              <Show when={obstacle()}>{(why) => <p class="countersign-obstacle">{t().verify.countersign.obstacles[why()]}</p>}</Show>
            </div>
            <TextField
              label={t().report.signing.reason}
              hint={t().report.signing.reasonHint}
              optional
              maxLength={120}
              value={reason()}
              onInput={setReason}
            />
          </Match>
        </Switch>
      </Dialog>
      <CreateIdentityDialog open={making() === "create"} onClose={() => setMaking(null)} onMade={(one) => made(one.id)} />
      <ImportIdentityDialog open={making() === "import"} onClose={() => setMaking(null)} onMade={(one) => made(one.id)} />
    </>
  );
}

function signersOf(result: VerificationResult, unknown: string): readonly string[] {
  return result.signatures.map((one) => one.certificate?.subject ?? unknown);
}
