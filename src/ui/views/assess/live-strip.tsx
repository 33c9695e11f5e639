import { Show } from "solid-js";
import { formatShare, inLanguage } from "#domain";
import { FigureValue, IconButton, IntervalBar, KnockoutMark } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { useAssessView } from "./assess-view.ts";
import type { Undo } from "./create-undo.ts";

/** The checklist's bar and figures, always in sight; what changes is also said, politely. */
export function LiveStrip(props: { readonly undo: Undo }) {
  const t = useTexts();
  const language = useLanguage();
  const view = useAssessView();
  const title = () => inLanguage(view.checklist.title, language());
  const total = () => view.result().total;
  return (
    <section class="assess-strip" aria-label={t().assess.strip}>
      <IntervalBar size="head" figure={total()} blocked={view.result().blocked} label={title()} />
      <div class="assess-strip-line">
        <FigureValue size="row" detailed figure={total()} blocked={view.result().blocked} label={title()} />
        <Show when={view.result().blocked}>
          <KnockoutMark fails />
        </Show>
        <span class="assess-strip-undo">
          <IconButton icon="undo" label={t().common.buttons.undo} disabled={!view.session.canUndo()} onClick={props.undo.undo} />
          <IconButton icon="redo" label={t().common.buttons.redo} disabled={!view.session.canRedo()} onClick={props.undo.redo} />
        </span>
      </div>
      <p class="visually-hidden" role="status">
        {t().assess.nowStands(t().common.figure.interval(total()), t().common.figure.coverage(formatShare(total().coverage)))}
      </p>
    </section>
  );
}
