import { createSignal, Match, Show, Switch, untrack } from "solid-js";
import { Button, Dialog } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { createAssessKeys } from "./assess-keys.ts";
import { useAssessView } from "./assess-view.ts";
import { ConflictNotice } from "./conflict-notice.tsx";
import { createUndo } from "./create-undo.ts";
import { EvidenceDialog } from "./evidence-dialog.tsx";
import { FilterBar, FilterButton, ViewSwitch } from "./filter-bar.tsx";
import { LiveStrip } from "./live-strip.tsx";
import { ProposalsDialog } from "./proposals-dialog.tsx";
import { ProposalsButton, SectionOffer } from "./proposals-offer.tsx";
import { isNarrowed } from "./question-filter.ts";
import { NoLongerAsked } from "./no-longer-asked.tsx";
import { QuestionCard } from "./question-card.tsx";
import { QuestionList } from "./question-list.tsx";
import { QuestionSteps } from "./question-steps.tsx";
import { SearchDialog } from "./search-dialog.tsx";
import { SectionTree } from "./section-tree.tsx";

/** One checklist at work: strip above, sections at the side, the question or the list in the middle. */
export function AssessChecklist(props: { readonly onKeys: () => void; readonly isCovered: boolean }) {
  const t = useTexts();
  const view = useAssessView();
  const undo = createUndo();
  const [open, setOpen] = createSignal<"search" | "sections" | "evidence" | "proposals" | null>(null);
  const [isFilterOpen, setFilterOpen] = createSignal(isNarrowed(untrack(view.filter)));
  const canAddEvidence = () => {
    const question = view.current()?.question.id;
    return view.mode() === "one" && view.canEdit() && question !== undefined && !view.answering.conflict(question);
  };
  const close = () => setOpen(null);
  createAssessKeys({
    isCovered: () => props.isCovered || open() !== null,
    onKeys: () => props.onKeys(),
    onSearch: () => setOpen("search"),
    onEvidence: () => canAddEvidence() && setOpen("evidence"),
    onUndo: undo.undo,
    onRedo: undo.redo,
  });
  return (
    <>
      <LiveStrip undo={undo} />
      <div class="assess-columns">
        <aside class="assess-side">
          <SectionTree />
        </aside>
        <div class="assess-main">
          <ConflictNotice />
          <div class="assess-tools">
            <div class="assess-tools-line">
              <span class="assess-sections-button">
                <Button size="small" icon="menu" onClick={() => setOpen("sections")}>
                  {t().assess.sections.open}
                </Button>
              </span>
              <Button size="small" icon="search" onClick={() => setOpen("search")}>
                {t().assess.search.button}
              </Button>
              <FilterButton open={isFilterOpen()} onToggle={() => setFilterOpen(!isFilterOpen())} />
              <ProposalsButton onOpen={() => setOpen("proposals")} />
              <ViewSwitch />
              <NoLongerAsked />
            </div>
            <Show when={isFilterOpen()}>
              <FilterBar />
            </Show>
          </div>
          <Switch>
            <Match when={view.mode() === "list"}>
              <QuestionList />
            </Match>
            <Match when={view.mode() === "one"}>
              <QuestionSteps />
              <Show when={view.current()} keyed>
                {(placed) => <QuestionCard placed={placed} onAddEvidence={() => setOpen("evidence")} />}
              </Show>
              <SectionOffer onOpen={() => setOpen("proposals")} />
              <QuestionSteps isFoot />
            </Match>
          </Switch>
        </div>
      </div>
      <Dialog open={open() === "sections"} onClose={close} title={t().assess.sections.title}>
        <SectionTree onGo={close} />
      </Dialog>
      <ProposalsDialog open={open() === "proposals"} onClose={close} />
      <SearchDialog open={open() === "search"} onClose={close} />
      <Show when={view.current()} keyed>
        {(placed) => <EvidenceDialog open={open() === "evidence"} question={placed.question.id} onClose={close} />}
      </Show>
    </>
  );
}
