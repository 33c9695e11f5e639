import { createMemo, Show } from "solid-js";
import { formatShare, inLanguage, type QuestionId } from "#domain";
import { Button, FigureValue, IconButton, IntervalBar, KnockoutMark } from "../../parts/index.ts";
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
        <Unconfirmed />
        <span class="assess-strip-undo">
          <IconButton icon="undo" label={t().common.buttons.undo} disabled={!view.session.canUndo()} onClick={props.undo.undo} />
          <IconButton icon="redo" label={t().common.buttons.redo} disabled={!view.session.canRedo()} onClick={props.undo.redo} />
        </span>
      </div>
      <Standing />
    </section>
  );
}

interface Standing {
  readonly figures: string;
  readonly failing: ReadonlySet<QuestionId>;
  /** what changed in them, a sentence each */
  readonly knockouts: readonly string[];
}

/** The figures as they stand; and, once, which knockouts began to fail or no longer do (S12). */
function Standing() {
  const t = useTexts();
  const view = useAssessView();
  const knockouts = view.placed.filter((one) => one.question.knockout).map((one) => one.question.id);
  const figures = () => {
    const { total } = view.result();
    return t().assess.nowStands(t().common.figure.interval(total), t().common.figure.coverage(formatShare(total.coverage)));
  };
  const changed = (before: ReadonlySet<QuestionId>, now: ReadonlySet<QuestionId>) => {
    const fails = [...now].filter((id) => !before.has(id));
    const failsNoMore = [...before].filter((id) => !now.has(id));
    const words = t().assess.knockouts;
    return [...(fails.length > 0 ? [words.fails(fails)] : []), ...(failsNoMore.length > 0 ? [words.failsNoMore(failsNoMore, now.size)] : [])];
  };
  const standing = createMemo<Standing>((before) => {
    const failing = new Set(knockouts.filter((id) => view.finding(id)));
    const next = { figures: figures(), failing, knockouts: before ? changed(before.failing, failing) : [] };
    return before && next.figures === before.figures && next.knockouts.length === 0 ? before : next;
  });
  return (
    <p class="visually-hidden" role="status">
      {standing().knockouts.length > 0 ? t().assess.knockouts.after(standing().figures, standing().knockouts) : standing().figures}
    </p>
  );
}

/** How many answers wait to be confirmed to the present wording, beside the headline that counts them; leads to them. */
function Unconfirmed() {
  const t = useTexts();
  const view = useAssessView();
  const first = () => view.placed.find((one) => view.unconfirmed().has(one.question.id));
  return (
    <Show when={first()}>
      {(placed) => (
        <Button size="small" tone="quiet" title={t().upgrades.earlier.waitingLong(view.unconfirmed().size)} onClick={() => view.go(placed().question.id, { mode: "one", show: "to-confirm" })}>
          {t().upgrades.earlier.waiting(view.unconfirmed().size)}
        </Button>
      )}
    </Show>
  );
}
