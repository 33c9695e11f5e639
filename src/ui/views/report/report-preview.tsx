import { Match, Show, Switch } from "solid-js";
import { Banner, Button, ProgressBar } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import type { Preview } from "./create-preview.ts";
import { ReportView } from "./report-view.tsx";

/** The document as it will be printed; the last one stands until the next is composed. */
export function ReportPreview(props: { readonly preview: Preview }) {
  const t = useTexts();
  return (
    <section class="report-sheets" aria-label={t().report.preview} aria-busy={props.preview.isComposing()}>
      <Show when={props.preview.isComposing()}>
        <div class="report-composing">
          <ProgressBar label={t().report.composing} value={null} />
        </div>
      </Show>
      <Switch>
        <Match when={props.preview.hasFailed()}>
          <Banner tone="error" action={<Button onClick={() => props.preview.retry()}>{t().common.buttons.retry}</Button>}>
            {t().errors["report-failed"]({})}
          </Banner>
        </Match>
        <Match when={props.preview.document()} keyed>
          {(document) => <ReportView document={document} />}
        </Match>
      </Switch>
    </section>
  );
}
