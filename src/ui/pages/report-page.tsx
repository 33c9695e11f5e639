import { createSignal, Show } from "solid-js";
import { inLanguage, languages, type TemplateId } from "#domain";
import { useSession, useWorkbench } from "#workbench";
import { Button, ChoiceField, PageHead, ProgressBar, useToaster } from "../parts/index.ts";
import { useLanguage, useTexts } from "../texts/index.ts";
import { LifecycleChoice } from "../views/lifecycle-choice.tsx";
import { BeforeSigning } from "../views/report/before-signing.tsx";
import { createPreview } from "../views/report/create-preview.ts";
import type { PrintReport } from "../views/report/print-report.ts";
import { ReportContents } from "../views/report/report-contents.tsx";
import { ReportPreview } from "../views/report/report-preview.tsx";
import { SignDialog } from "../views/report/sign-dialog.tsx";
import { SignedReports } from "../views/report/signed-reports.tsx";
import { saveFile } from "../views/save-file.ts";
import { useAttempt } from "../views/use-attempt.ts";
import "../styles/pages/report.css";

/** What a PDF may carry besides its pages. */
const contents = ["assessment", "nothing"] as const;

/** Preview of the very document that is printed, what a signer should know, signing and saving. */
export function ReportPage() {
  const t = useTexts();
  const interfaceLanguage = useLanguage();
  const workbench = useWorkbench();
  const session = useSession();
  const attempt = useAttempt();
  const toaster = useToaster();
  const [template, setTemplate] = createSignal<TemplateId>(firstTemplate());
  const [chosenLanguage, setLanguage] = createSignal<(typeof languages)[number] | null>(null);
  const language = () => chosenLanguage() ?? interfaceLanguage();
  const [progress, setProgress] = createSignal<number | null>(null);
  const [isSigning, setSigning] = createSignal(false);
  const [inside, setInside] = createSignal<(typeof contents)[number]>("assessment");
  const withData = () => inside() === "assessment";
  const preview = createPreview(template, language, withData);

  const chosenTemplate = () => workbench.templates().find((one) => one.id === template());

  function firstTemplate(): TemplateId {
    const first = workbench.templates().find((one) => one.id === "full-report") ?? workbench.templates()[0];
    return first?.id ?? ("full-report" as TemplateId);
  }
  const print: PrintReport = async (onProgress) => {
    const composed = await session.composeReport(template(), language(), { withData: withData() });
    return session.renderReport(composed, { onProgress });
  };
  const saveUnsigned = async () => {
    const name = session.reportFileName(template(), language());
    setProgress(0);
    const made = await attempt(() => print(setProgress));
    setProgress(null);
    if (!made) return;
    saveFile({ name, mediaType: "application/pdf", bytes: made.bytes });
    toaster.show({ message: made.missing.length > 0 ? t().report.savedWithCodes(name, made.missing.length) : t().report.saved(name) });
  };
  return (
    <div class="page report">
      <PageHead
        title={t().report.title}
        lede={t().report.lede}
        actions={
          <>
            <Button icon="download" busy={progress() !== null} busyText={t().report.printing} onClick={() => void saveUnsigned()}>
              {t().report.saveUnsigned}
            </Button>
            <Button tone="primary" icon="seal" onClick={() => setSigning(true)} disabled={!session.isEditing()}>
              {t().report.sign}
            </Button>
          </>
        }
      />
      <Show when={progress() !== null}>
        <div class="report-progress">
          <ProgressBar label={t().report.printing} value={progress()} />
        </div>
      </Show>
      <div class="report-desk">
        <div class="report-part report-choices">
          <ChoiceField
            label={t().report.template}
            value={template()}
            options={workbench.templates().map((one) => ({
              value: one.id,
              label: inLanguage(one.title, interfaceLanguage()),
              hint: inLanguage(one.description, interfaceLanguage()),
            }))}
            onChange={setTemplate}
          />
          <ChoiceField
            label={t().report.language}
            layout="row"
            value={language()}
            options={languages.map((one) => ({ value: one, label: t().common.language[one] }))}
            onChange={setLanguage}
          />
          <Show when={chosenTemplate()?.namesPhases}>
            <LifecycleChoice />
          </Show>
          <ChoiceField
            label={t().report.inside.label}
            value={inside()}
            options={contents.map((one) => ({ value: one, ...t().report.inside[one] }))}
            onChange={setInside}
          />
        </div>
        <BeforeSigning template={chosenTemplate()} />
        <SignedReports />
        <Show when={preview.document()}>{(document) => <ReportContents document={document()} />}</Show>
      </div>
      <ReportPreview preview={preview} />
      <SignDialog open={isSigning()} onClose={() => setSigning(false)} template={template()} language={language()} print={print} />
    </div>
  );
}
