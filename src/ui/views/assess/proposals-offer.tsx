import { createMemo, Show } from "solid-js";
import { inLanguage } from "#domain";
import { Button } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { useAssessView } from "./assess-view.ts";

/** S17: how many answers wait to be looked at, while there are any. */
export function ProposalsButton(props: { readonly onOpen: () => void }) {
  const t = useTexts();
  const view = useAssessView();
  return (
    <Show when={view.session.proposals.all().length}>
      {(count) => (
        <Button size="small" icon="add" onClick={() => props.onOpen()}>
          {t().proposals.button(count())}
        </Button>
      )}
    </Show>
  );
}

/** S17: said once all of a section is answered, where its answers let something be proposed in another checklist. */
export function SectionOffer(props: { readonly onOpen: () => void }) {
  const t = useTexts();
  const language = useLanguage();
  const view = useAssessView();
  const section = () => view.current()?.sections[0];
  const offered = createMemo(() => {
    const within = new Set(view.placed.filter((one) => one.sections[0] === section()).map((one) => one.question.id));
    const isOpen = [...within].some((id) => view.contribution(id)?.state === "unanswered");
    if (isOpen) return 0;
    return view.session.proposals
      .all()
      .filter((one) => one.checklist !== view.checklist.id && one.sources.some((source) => source.checklist === view.checklist.id && within.has(source.question))).length;
  });
  return (
    <div role="status">
      <Show when={offered() > 0 && section()}>
        {(done) => (
          <div class="proposals-offer">
            <p>{t().proposals.sectionDone(inLanguage(done().title, language()), offered())}</p>
            <Button size="small" onClick={() => props.onOpen()}>
              {t().proposals.preview}
            </Button>
          </div>
        )}
      </Show>
    </div>
  );
}
