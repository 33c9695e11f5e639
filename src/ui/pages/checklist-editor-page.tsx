import { useNavigate, useParams } from "@solidjs/router";
import { createResource, createSignal, Match, onCleanup, Show, Suspense, Switch, untrack } from "solid-js";
import { inLanguage, type Digest } from "#domain";
import { useWorkbench, type ChecklistEditing, type ChecklistFileKind } from "#workbench";
import { Banner, Button, BusyText, IconButton, LinkButton, Menu, PageHead, SaveState, useToaster } from "../parts/index.ts";
import { useLanguage, useTexts } from "../texts/index.ts";
import { AboutForm } from "../views/checklist-editor/about-form.tsx";
import { createEditor, EditorContext, useEditor } from "../views/checklist-editor/create-editor.ts";
import { Outline } from "../views/checklist-editor/outline.tsx";
import { QuestionForm } from "../views/checklist-editor/question-form.tsx";
import { ScalesForm } from "../views/checklist-editor/scales-form.tsx";
import { SectionForm } from "../views/checklist-editor/section-form.tsx";
import { ToDo } from "../views/checklist-editor/to-do.tsx";
import { Lost } from "../views/lost.tsx";
import { saveFile } from "../views/save-file.ts";
import { savingOf } from "../views/saving-of.ts";
import { errorOf, useAttempt } from "../views/use-attempt.ts";
import "../styles/pages/checklist-editor.css";

/** Writes a checklist of one's own, new or beginning with one of the shelf. */
export function ChecklistEditorPage() {
  const t = useTexts();
  const workbench = useWorkbench();
  const params = useParams();
  const [editing] = createResource(
    () => ({ of: (params["digest"] ?? null) as Digest | null }),
    async ({ of }, { value: before }: { readonly value: ChecklistEditing | undefined }) => {
      before?.close();
      return workbench.editChecklist(of);
    },
  );
  let isLeft = false;
  onCleanup(() => {
    isLeft = true;
    if (!editing.error) editing.latest?.close();
  });
  const opened = () => {
    const open = editing();
    if (isLeft) open?.close();
    return open;
  };
  return (
    <Show
      when={editing.error as unknown}
      fallback={
        <Suspense fallback={<BusyText>{t().common.loading}</BusyText>}>
          <Show when={opened()} keyed>
            {(open) => <EditorSheet editing={open} />}
          </Show>
        </Suspense>
      }
    >
      {(error) => (
        <Lost error={errorOf(error())}>
          <LinkButton tone="primary" href="#/settings">
            {t().frame.toSettings}
          </LinkButton>
        </Lost>
      )}
    </Show>
  );
}

function EditorSheet(props: { readonly editing: ChecklistEditing }) {
  const t = useTexts();
  const language = useLanguage();
  const editor = createEditor(untrack(() => props.editing));
  const words = () => t().checklistEditor;
  const title = () => inLanguage(editor.draft().title, language());
  const onKeyDown = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches("input:not([type=checkbox]):not([type=radio]), textarea");
    const key = event.key.toLowerCase();
    if (isTyping || !(event.ctrlKey || event.metaKey) || (key !== "z" && key !== "y")) return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) editor.redo();
    else editor.undo();
  };
  document.addEventListener("keydown", onKeyDown);
  onCleanup(() => document.removeEventListener("keydown", onKeyDown));
  return (
    <EditorContext.Provider value={editor}>
      <div class="page checklist-editor">
        <PageHead
          title={editor.editing.base && title() ? words().titleEdit(title()) : title() || words().titleNew}
          lede={words().lede}
          actions={<EditorActions />}
        />
        <ResumedBanner />
        <div class="editor-body">
          <Outline />
          <div class="editor-form stack">
            <ToDo />
            <EditorForm />
          </div>
        </div>
      </div>
    </EditorContext.Provider>
  );
}

/** The form of what is selected; made anew with each selection, and kept while its part moves or changes. */
function EditorForm() {
  const editor = useEditor();
  return (
    <Show when={editor.selected()} keyed>
      {(selected) => {
        const part = () => editor.parts().find((one) => one.part.key === selected);
        const section = () => {
          const found = part();
          return found?.kind === "section" ? found : null;
        };
        const question = () => {
          const found = part();
          return found?.kind === "question" ? found : null;
        };
        return (
          <Switch>
            <Match when={selected === "about"}>
              <AboutForm />
            </Match>
            <Match when={selected === "scales"}>
              <ScalesForm />
            </Match>
            <Match when={section()}>{(one) => <SectionForm path={one().path} section={one().part} />}</Match>
            <Match when={question()}>{(one) => <QuestionForm path={one().path} question={one().part} />}</Match>
          </Switch>
        );
      }}
    </Show>
  );
}

function ResumedBanner() {
  const t = useTexts();
  const editor = useEditor();
  const toaster = useToaster();
  const [isShown, setShown] = createSignal(editor.editing.isResumed);
  const startAfresh = () => {
    setShown(false);
    editor.apply(editor.editing.fresh());
    toaster.show({ message: t().checklistEditor.startedAfresh, action: { label: t().common.buttons.undo, onAct: editor.undo } });
  };
  return (
    <Show when={isShown()}>
      <Banner onDismiss={() => setShown(false)} action={<Button onClick={startAfresh}>{t().checklistEditor.afresh}</Button>}>
        {t().checklistEditor.resumed}
      </Banner>
    </Show>
  );
}

function EditorActions() {
  const t = useTexts();
  const language = useLanguage();
  const editor = useEditor();
  const attempt = useAttempt();
  const toaster = useToaster();
  const navigate = useNavigate();
  const [isBusy, setBusy] = createSignal(false);
  const words = () => t().checklistEditor;
  const exportAs = (as: ChecklistFileKind) => void attempt(async () => saveFile(await editor.editing.exportAs(editor.draft(), as)));
  const save = async () => {
    if (isBusy()) return;
    setBusy(true);
    const saved = await attempt(async () => ((await editor.insist()).length > 0 ? null : editor.editing.save(editor.draft())));
    setBusy(false);
    if (saved?.ok) {
      toaster.show({ message: words().saved(inLanguage(saved.value.title, language()), saved.value.version) });
      navigate("/settings");
    } else if ((editor.problems() ?? []).length > 0) toaster.show({ message: words().notYet });
  };
  return (
    <>
      <SaveState saving={savingOf(editor.editing.saveState())} onRetry={editor.editing.retrySave} />
      <IconButton icon="undo" label={t().common.buttons.undo} disabled={!editor.canUndo()} onClick={editor.undo} />
      <IconButton icon="redo" label={t().common.buttons.redo} disabled={!editor.canRedo()} onClick={editor.redo} />
      <Menu
        label={words().export}
        items={[
          { kind: "action", label: words().asYaml, onSelect: () => exportAs("yaml") },
          { kind: "action", label: words().asSheet, onSelect: () => exportAs("xlsx") },
        ]}
      />
      <Button tone="primary" busy={isBusy()} onClick={() => void save()}>
        {words().save}
      </Button>
    </>
  );
}
