import { createSignal, For, Match, Show, Switch } from "solid-js";
import type { Language, TemplateId } from "#domain";
import { useSession, useWorkbench, type MissingCharacter, type SavedFile } from "#workbench";
import { Banner, Button, ChoiceField, Dialog, ProgressBar, TextField } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { CreateIdentityDialog } from "../identities/create-identity-dialog.tsx";
import { ImportIdentityDialog } from "../identities/import-identity-dialog.tsx";
import { saveFile } from "../save-file.ts";
import { useAttempt } from "../use-attempt.ts";

interface Printed {
  readonly bytes: Uint8Array;
  readonly missing: readonly MissingCharacter[];
}

/** Chooses who signs, prints, shows what could not be printed, signs, and hands over the file. */
export function SignDialog(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly template: TemplateId;
  readonly language: Language;
  readonly print: () => Promise<Printed | null>;
  readonly progress: number | null;
}) {
  const t = useTexts();
  const session = useSession();
  const workbench = useWorkbench();
  const attempt = useAttempt();
  const [chosen, setChosen] = createSignal<string | null>(null);
  const [reason, setReason] = createSignal("");
  const [making, setMaking] = createSignal<"create" | "import" | null>(null);
  const [stage, setStage] = createSignal<"choose" | "printing" | "missing" | "signing" | "done">("choose");
  const [printed, setPrinted] = createSignal<Printed | null>(null);
  const [signed, setSigned] = createSignal<SavedFile | null>(null);
  const identity = () => workbench.identities().find((one) => one.id === chosen()) ?? workbench.identities()[0] ?? null;
  const close = () => {
    props.onClose();
    setStage("choose");
    setPrinted(null);
    setSigned(null);
  };
  const sign = async () => {
    const signer = identity();
    const made = printed();
    if (!signer || !made) return;
    setStage("signing");
    const file = await attempt(() =>
      session.signReport(made.bytes, signer.id, {
        template: props.template,
        language: props.language,
        ...(reason().trim() ? { reason: reason().trim() } : {}),
      }),
    );
    if (!file) return void setStage("choose");
    setSigned(file);
    setStage("done");
    saveFile(file);
  };
  const begin = async () => {
    setStage("printing");
    const made = await props.print();
    if (!made) return void setStage("choose");
    setPrinted(made);
    if (made.missing.length > 0) return void setStage("missing");
    await sign();
  };
  return (
    <>
      <Dialog
        open={props.open && making() === null}
        onClose={close}
        title={stage() === "done" ? t().report.signing.doneTitle : t().report.signing.title}
        description={stage() === "choose" ? t().report.signing.text : undefined}
        footer={
          <Switch>
            <Match when={stage() === "choose"}>
              <Button onClick={close}>{t().common.buttons.cancel}</Button>
              <Button tone="primary" icon="seal" disabled={!identity()} onClick={() => void begin()}>
                {t().report.sign}
              </Button>
            </Match>
            <Match when={stage() === "missing"}>
              <Button onClick={close}>{t().report.signing.goBack}</Button>
              <Button tone="primary" icon="seal" onClick={() => void sign()}>
                {t().report.signing.signAnyway}
              </Button>
            </Match>
            <Match when={signed()}>
              {(file) => (
                <>
                  <Button onClick={() => saveFile(file())}>{t().report.signing.saveAgain}</Button>
                  <Button tone="primary" onClick={close}>
                    {t().common.buttons.done}
                  </Button>
                </>
              )}
            </Match>
          </Switch>
        }
      >
        <Switch>
          <Match when={stage() === "choose"}>
            <div class="stack">
              <Show when={workbench.identities().length > 0} fallback={<p>{t().identities.noneText}</p>}>
                <ChoiceField
                  label={t().report.signing.who}
                  layout="column"
                  value={identity()?.id ?? null}
                  options={workbench.identities().map((one) => ({
                    value: one.id,
                    label: one.certificate.subject,
                    hint: [one.certificate.organisation, one.certificate.key, one.certificate.fingerprint.slice(0, 16)].filter(Boolean).join(" · "),
                  }))}
                  onChange={setChosen}
                />
              </Show>
              <div class="cluster">
                <Button size="small" icon="add" onClick={() => setMaking("create")}>
                  {t().identities.createTitle}
                </Button>
                <Button size="small" icon="upload" onClick={() => setMaking("import")}>
                  {t().identities.importTitle}
                </Button>
              </div>
              <TextField label={t().report.signing.reason} optional maxLength={120} value={reason()} onInput={setReason} />
            </div>
          </Match>
          <Match when={stage() === "printing"}>
            <ProgressBar label={t().report.printing} value={props.progress} />
          </Match>
          <Match when={stage() === "signing"}>
            <ProgressBar label={t().report.signing.busy} value={null} />
          </Match>
          <Match when={stage() === "missing"}>
            <Banner tone="warning" title={t().report.signing.missingTitle}>
              <p>{t().report.signing.missingText}</p>
              <ul>
                <For each={printed()?.missing.slice(0, 30) ?? []}>
                  {(one) => (
                    <li>
                      <span>{one.character}</span> U+{one.codePoint.toString(16).toUpperCase().padStart(4, "0")}, {one.where}
                    </li>
                  )}
                </For>
              </ul>
            </Banner>
          </Match>
          <Match when={signed()}>
            {(file) => (
              <Banner tone="info" title={file().name}>
                {t().report.signing.doneText}
              </Banner>
            )}
          </Match>
        </Switch>
      </Dialog>
      <CreateIdentityDialog open={making() === "create"} onClose={() => setMaking(null)} onMade={(made) => (setChosen(made.id), setMaking(null))} />
      <ImportIdentityDialog open={making() === "import"} onClose={() => setMaking(null)} onMade={(made) => (setChosen(made.id), setMaking(null))} />
    </>
  );
}
