import { createMemo, Match, Show, Switch } from "solid-js";
import { answerTo, inLanguage, levelOf } from "#domain";
import { FigureValue, IntervalBar } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { arrivesFocused, hrefOf, useAssessView } from "./assess-view.ts";
import { findEnd, type FoundEnd, type RelatedItem } from "./related-groups.ts";
import { sayStanding } from "./say-standing.ts";

/** One related question or section: its words, the way to it and how it stands; its id alone where it is not at hand. */
export function RelatedRow(props: { readonly item: RelatedItem }) {
  const language = useLanguage();
  const view = useAssessView();
  const found = createMemo(() => findEnd(view.session.checklists(), props.item.end));
  return (
    <li class="related-row">
      <Show when={found()} keyed fallback={<span class="related-id figures">{props.item.end.id}</span>}>
        {(end) => <FoundRow end={end} />}
      </Show>
      <Show when={props.item.note}>{(note) => <p class="related-note">{inLanguage(note(), language())}</p>}</Show>
    </li>
  );
}

function FoundRow(props: { readonly end: FoundEnd }) {
  const language = useLanguage();
  const view = useAssessView();
  const id = () => (props.end.kind === "question" ? props.end.question.id : props.end.section.id);
  const words = () => inLanguage(props.end.kind === "question" ? props.end.question.text : props.end.section.title, language());
  const href = () => {
    const question = props.end.kind === "question" ? props.end.question.id : props.end.first;
    return question && `#${hrefOf(view.session.id, props.end.checklist.id, question)}`;
  };
  return (
    <>
      <Show
        when={href()}
        fallback={
          <span>
            <span class="related-id figures">{id()}</span> {words()}
          </span>
        }
      >
        {(to) => (
          <a class="related-link" href={to()} state={arrivesFocused}>
            <span class="related-id figures">{id()}</span> {words()}
          </a>
        )}
      </Show>
      <span class="related-stand">
        <Stand end={props.end} label={words()} />
      </span>
    </>
  );
}

function Stand(props: { readonly end: FoundEnd; readonly label: string }) {
  const t = useTexts();
  const language = useLanguage();
  const { session } = useAssessView();
  const result = () => session.result().checklists.find((one) => one.id === props.end.checklist.id);
  const figure = () => (props.end.kind === "section" ? result()?.sections[props.end.section.id] : undefined);
  const said = () => {
    if (props.end.kind !== "question") return null;
    const { checklist, question } = props.end;
    const answer = answerTo(session.assessment(), checklist.id, question.id);
    return sayStanding(t(), language(), {
      answer,
      level: levelOf(checklist, question, answer?.level),
      state: result()?.contributions.find((one) => one.question === question.id)?.state ?? "unanswered",
      isDisputed: session.conflicts().some((one) => one.question?.checklist === checklist.id && one.question.id === question.id),
    });
  };
  return (
    <Switch>
      <Match when={said()}>{(text) => <>{text()}</>}</Match>
      <Match when={figure()}>
        {(section) => (
          <>
            <IntervalBar size="row" figure={section()} label={props.label} />
            <FigureValue figure={section()} label={props.label} />
          </>
        )}
      </Match>
    </Switch>
  );
}
