import { createEffect, createSignal, Match, on, Show, Switch } from "solid-js";
import type { Language, TemplateId } from "#domain";
import { useSession, useWorkbench, type SavedFile } from "#workbench";
import { Banner, Button, Dialog, Icon, LinkButton, ProgressBar } from "../../parts/index.ts";
import { sayError, useTexts } from "../../texts/index.ts";
import { CreateIdentityDialog } from "../identities/create-identity-dialog.tsx";
import { ImportIdentityDialog } from "../identities/import-identity-dialog.tsx";
import { saveFile } from "../save-file.ts";
import { errorOf } from "../use-attempt.ts";
import { MissingCharacters } from "./missing-characters.tsx";
import type { Printed, PrintReport } from "./print-report.ts";
import { SignForm, type SignWish } from "./sign-form.tsx";

type Stage =
  | { readonly kind: "choose"; readonly error?: ReturnType<typeof errorOf> }
  | { readonly kind: "printing"; readonly share: number }
  | { readonly kind: "missing"; readonly printed: Printed }
  | { readonly kind: "signing" }
  | { readonly kind: "done"; readonly file: SavedFile };

/**
 * Chooses who signs, prints, shows what could not be printed, signs, and hands over the file. Closed while it prints,
 * nothing is signed.
 */
export function SignDialog(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly template: TemplateId;
  readonly language: Language;
  readonly print: PrintReport;
}) {
  const t = useTexts();
  const session = useSession();
  const workbench = useWorkbench();
  const [wish, setWish] = createSignal<SignWish>({ identity: null, reason: "" });
  const [making, setMaking] = createSignal<"create" | "import" | null>(null);
  const [stage, setStage] = createSignal<Stage>({ kind: "choose" });
  /** rises whenever the dialog closes, so that work begun before knows that nobody waits for it */
  let run = 0;
  const identity = () => workbench.identities().find((one) => one.id === wish().identity) ?? workbench.identities()[0] ?? null;
  const stageOf = <Kind extends Stage["kind"]>(kind: Kind) => {
    const now = stage();
    return now.kind === kind ? (now as Extract<Stage, { kind: Kind }>) : null;
  };
  const close = () => {
    if (stage().kind === "signing") return;
    run += 1;
    props.onClose();
    setStage({ kind: "choose" });
  };
  createEffect(on(() => stage().kind, keepFocus, { defer: true }));
  const fail = (error: unknown) => setStage({ kind: "choose", error: errorOf(error) });
  const sign = async (printed: Printed) => {
    const signer = identity();
    if (!signer) return;
    setStage({ kind: "signing" });
    const reason = wish().reason.trim();
    try {
      const details = { template: props.template, language: props.language, ...(reason ? { reason } : {}) };
      const file = await session.signReport(printed.bytes, signer.id, details);
      setStage({ kind: "done", file });
      saveFile(file);
    } catch (error) {
      fail(error);
    }
  };
  const begin = async () => {
    const mine = run;
    setStage({ kind: "printing", share: 0 });
    try {
      const printed = await props.print((share) => mine === run && setStage({ kind: "printing", share }));
      if (mine !== run) return;
      if (printed.missing.length > 0) setStage({ kind: "missing", printed });
      else await sign(printed);
    } catch (error) {
      if (mine === run) fail(error);
    }
  };
  const made = (id: string) => {
    setWish((now) => ({ ...now, identity: id }));
    setMaking(null);
  };
  return (
    <>
      <Dialog
        open={props.open}
        onClose={close}
        title={stage().kind === "done" ? t().report.signing.doneTitle : t().report.signing.title}
        description={stage().kind === "choose" ? t().report.signing.text : undefined}
        footer={
          <Switch>
            <Match when={stageOf("choose")}>
              <Button onClick={close}>{t().common.buttons.cancel}</Button>
              <Button tone="primary" icon="seal" disabled={!identity()} onClick={() => void begin()}>
                {t().report.sign}
              </Button>
            </Match>
            <Match when={stageOf("printing")}>
              <Button onClick={close}>{t().common.buttons.cancel}</Button>
            </Match>
            <Match when={stageOf("missing")}>
              {(now) => (
                <>
                  <Button onClick={close}>{t().report.signing.goBack}</Button>
                  <Button tone="primary" icon="seal" onClick={() => void sign(now().printed)}>
                    {t().report.signing.signAnyway}
                  </Button>
                </>
              )}
            </Match>
            <Match when={stageOf("done")}>
              {(now) => (
                <>
                  <Button icon="download" onClick={() => saveFile(now().file)}>
                    {t().report.signing.saveAgain}
                  </Button>
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
          <Match when={stageOf("choose")}>
            {(now) => (
              <>
                <Show when={now().error}>{(error) => <Banner tone="error">{sayError(t(), error())}</Banner>}</Show>
                <SignForm
                  template={props.template}
                  language={props.language}
                  identity={identity()}
                  wish={wish()}
                  onWish={setWish}
                  onMake={setMaking}
                />
              </>
            )}
          </Match>
          <Match when={stageOf("printing")}>{(now) => <ProgressBar label={t().report.printing} value={now().share} />}</Match>
          <Match when={stageOf("signing")}>
            <ProgressBar label={t().report.signing.busy} value={null} />
          </Match>
          <Match when={stageOf("missing")}>{(now) => <MissingCharacters missing={now().printed.missing} />}</Match>
          <Match when={stageOf("done")}>{(now) => <Signed file={now().file} />}</Match>
        </Switch>
      </Dialog>
      <CreateIdentityDialog open={making() === "create"} onClose={() => setMaking(null)} onMade={(one) => made(one.id)} />
      <ImportIdentityDialog open={making() === "import"} onClose={() => setMaking(null)} onMade={(one) => made(one.id)} />
    </>
  );
}

/** The button in focus may have left with its stage: then the next one to press takes over. */
function keepFocus(): void {
  requestAnimationFrame(() => {
    const dialog = document.querySelector<HTMLElement>(".dialog");
    const active = document.activeElement;
    if (!dialog || (active !== dialog && dialog.contains(active))) return;
    (dialog.querySelector<HTMLElement>(".dialog-foot > button:last-child") ?? dialog).focus();
  });
}

function Signed(props: { readonly file: SavedFile }) {
  const t = useTexts();
  return (
    <div class="signed-file" role="status">
      <Icon name="seal" />
      <div class="stack">
        <p class="signed-file-name">{props.file.name}</p>
        <p>{t().report.signing.doneText}</p>
        <div>
          <LinkButton size="small" href="#/verify">
            {t().report.signing.toVerify}
          </LinkButton>
        </div>
      </div>
    </div>
  );
}
