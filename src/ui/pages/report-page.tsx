import { createResource, createSignal, Match, Show, Switch } from "solid-js";
import { inLanguage, languages, type TemplateId } from "#domain";
import { useSession, useWorkbench } from "#workbench";
import { Banner, BusyText, Button, ChoiceField, PageHead, ProgressBar } from "../parts/index.ts";
import { useLanguage, useTexts } from "../texts/index.ts";
import { BeforeSigning } from "../views/report/before-signing.tsx";
import { ReportView } from "../views/report/report-view.tsx";
import { SignDialog } from "../views/report/sign-dialog.tsx";
import { SignedReports } from "../views/report/signed-reports.tsx";
import { saveFile } from "../views/save-file.ts";
import { useAttempt } from "../views/use-attempt.ts";
import "../styles/pages/report.css";

/** Preview of the very document that is printed, what a signer should know, signing and saving. */
export function ReportPage() {
  const t = useTexts();
  const interfaceLanguage = useLanguage();
  const workbench = useWorkbench();
  const session = useSession();
  const attempt = useAttempt();
  const [template, setTemplate] = createSignal<TemplateId>(firstTemplate());
  const [chosenLanguage, setLanguage] = createSignal<(typeof languages)[number] | null>(null);
  const language = () => chosenLanguage() ?? interfaceLanguage();
  const [progress, setProgress] = createSignal<number | null>(null);
  const [isSigning, setSigning] = createSignal(false);
  const wish = () => ({ template: template(), language: language(), state: session.result() });
  const [document] = createResource(wish, (now) => session.composeReport(now.template, now.language));

  function firstTemplate(): TemplateId {
    const first = workbench.templates().find((one) => one.id === "full-report") ?? workbench.templates()[0];
    return first?.id ?? ("full-report" as TemplateId);
  }
  const print = async () => {
    setProgress(0);
    const made = await attempt(async () => {
      const composed = await session.composeReport(template(), language());
      return session.renderReport(composed, { onProgress: setProgress });
    });
    setProgress(null);
    return made;
  };
  const saveUnsigned = async () => {
    const made = await print();
    if (made) saveFile({ name: session.reportFileName(template(), language()), mediaType: "application/pdf", bytes: made.bytes });
  };
  return (
    <div class="page report">
      <PageHead
        title={t().report.title}
        lede={t().report.lede}
        actions={
          <>
            <Button icon="download" busy={progress() !== null && !isSigning()} onClick={() => void saveUnsigned()}>
              {t().report.saveUnsigned}
            </Button>
            <Button tone="primary" icon="seal" onClick={() => setSigning(true)} disabled={!session.isEditing()}>
              {t().report.sign}
            </Button>
          </>
        }
      />
      <div class="report-choices">
        <ChoiceField
          label={t().report.template}
          layout="column"
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
      </div>
      <Show when={progress() !== null && !isSigning()}>
        <ProgressBar label={t().report.printing} value={progress()} />
      </Show>
      <BeforeSigning />
      <SignedReports />
      <section class="section">
        <h2>{t().report.preview}</h2>
        <Switch fallback={<BusyText>{t().common.loading}</BusyText>}>
          <Match when={document.error}>
            <Banner tone="error">{t().errors["report-failed"]({})}</Banner>
          </Match>
          <Match when={document.latest} keyed>
            {(ready) => <ReportView document={ready} />}
          </Match>
        </Switch>
      </section>
      <SignDialog open={isSigning()} onClose={() => setSigning(false)} template={template()} language={language()} print={print} progress={progress()} />
    </div>
  );
}
