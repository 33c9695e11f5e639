import { createSignal, Show, untrack } from "solid-js";
import { inLanguage, type AssessmentMeta, type ChecklistSummary } from "#domain";
import { useWorkbench, type ChecklistFileKind } from "#workbench";
import { Button, ConfirmDialog, Disclosure, Facts, Fingerprint, LinkButton, useToaster } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { saveFile } from "../save-file.ts";
import { useAttempt } from "../use-attempt.ts";

/** One checklist of the shelf: where it comes from, and what can be done with it. */
export function ChecklistEntry(props: { readonly checklist: ChecklistSummary }) {
  const t = useTexts();
  const language = useLanguage();
  const workbench = useWorkbench();
  const attempt = useAttempt();
  const source = () => props.checklist.source;
  const title = () => inLanguage(props.checklist.title, language());
  const named = (verb: string) => t().settings.checklists.actionOn(verb, title());
  const download = (as: ChecklistFileKind) => attempt(async () => saveFile(await workbench.exportChecklist(props.checklist.digest, as)));
  const edit = () => (props.checklist.own ? t().common.buttons.edit : t().settings.checklists.editCopy);
  return (
    <Disclosure summary={title()} note={<span class="figures">{t().common.questions(props.checklist.questions)}</span>}>
      <div class="stack">
        <Show when={source().note}>{(note) => <p class="quiet-text">{inLanguage(note(), language())}</p>}</Show>
        <Facts
          facts={[
            { label: t().settings.checklists.source, value: source().name },
            { label: t().settings.checklists.publisher, value: source().publisher },
            { label: t().settings.checklists.date, value: t().common.date(source().date) },
            { label: t().settings.checklists.version, value: props.checklist.version },
            { label: t().settings.checklists.licence, value: source().licence },
            { label: t().settings.checklists.digest, value: <Fingerprint value={props.checklist.digest.replace("sha256-", "")} /> },
          ]}
        />
        <div class="cluster">
          <LinkButton size="small" href={`#/checklists/${encodeURIComponent(props.checklist.digest)}/edit`} aria-label={named(edit())}>
            {edit()}
          </LinkButton>
          <Button size="small" icon="download" aria-label={named(t().settings.checklists.asSheet)} onClick={() => void download("xlsx")}>
            {t().settings.checklists.asSheet}
          </Button>
          <Button size="small" icon="download" aria-label={named(t().settings.checklists.asYaml)} onClick={() => void download("yaml")}>
            {t().settings.checklists.asYaml}
          </Button>
          <Show when={props.checklist.own}>
            <RemoveChecklist checklist={props.checklist} title={title()} />
          </Show>
        </div>
      </div>
    </Disclosure>
  );
}

function RemoveChecklist(props: { readonly checklist: ChecklistSummary; readonly title: string }) {
  const t = useTexts();
  const workbench = useWorkbench();
  const attempt = useAttempt();
  const toaster = useToaster();
  const [isAsking, setAsking] = createSignal(false);
  const words = () => t().settings.checklists;
  const users = () => {
    const { id, version, digest } = props.checklist;
    const uses = (one: AssessmentMeta) => one.pins?.includes(digest) ?? one.checklists.some((used) => used.id === id && used.version === version);
    return (workbench.assessments() ?? []).filter(uses).length;
  };
  const remove = async () => {
    setAsking(false);
    const title = untrack(() => props.title);
    const restore = await attempt(() => workbench.removeChecklist(props.checklist.digest));
    if (!restore) return;
    const undo = async () => {
      const done = await attempt(async () => restore().then(() => true));
      if (done) toaster.show({ message: words().restored(title) });
    };
    toaster.show({ message: words().removed(title), action: { label: t().common.buttons.undo, onAct: () => void undo() } });
  };
  return (
    <>
      <Button size="small" tone="danger" icon="trash" aria-label={words().actionOn(t().common.buttons.remove, props.title)} onClick={() => setAsking(true)}>
        {t().common.buttons.remove}
      </Button>
      <ConfirmDialog
        open={isAsking()}
        tone="danger"
        title={words().removeTitle(props.title)}
        description={words().removeText(users())}
        confirmLabel={t().common.buttons.remove}
        onConfirm={() => void remove()}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
