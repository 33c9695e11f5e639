import { createMemo, createSignal, For, Match, Show, Switch, type JSX } from "solid-js";
import type { AnswerSource, Proposal, ProposalSource, QuestionId } from "#domain";
import { Button, CheckboxField, LinkButton } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { arrivesFocused, hrefOf, useAssessView } from "./assess-view.ts";
import { createAccepting } from "./create-accepting.ts";
import { ProposalSourceLine } from "./proposal-source.tsx";
import { createProposalWords, type ProposalWords } from "./proposal-words.ts";

interface PanelProps {
  readonly question: QuestionId;
  readonly words: ProposalWords;
}

/**
 * S17, beside one question: what answers elsewhere let propose while nobody has answered; afterwards where the answer
 * was taken over from, and whether its source still says so. For an answer of one's own, a difference, as information.
 */
export function ProposalPanel(props: { readonly question: QuestionId }) {
  const view = useAssessView();
  const words = createProposalWords();
  let region: HTMLDivElement | undefined;
  const answer = () => view.answering.answer(props.question);
  const sources = createMemo(() => view.session.proposals.sources(view.checklist.id, props.question));
  const proposal = createMemo(() => view.session.proposals.all().find((one) => one.checklist === view.checklist.id && one.question === props.question));
  const differing = () => (answer()?.level === undefined ? undefined : sources()?.find((one) => one.level !== answer()?.level));
  return (
    <div class="proposal-place" tabindex="-1" ref={region}>
      <Switch>
        <Match when={proposal()}>
          {(found) => <Proposed question={props.question} words={words} proposal={found()} onAccepted={() => region?.focus({ preventScroll: true })} />}
        </Match>
        <Match when={answer()?.source}>
          {(source) => <TakenOver question={props.question} words={words} source={source()} sources={sources()} />}
        </Match>
        <Match when={differing()}>
          {(other) => <Difference words={words} question={props.question} source={other()} />}
        </Match>
      </Switch>
    </div>
  );
}

function Difference(props: PanelProps & { readonly source: ProposalSource }) {
  const t = useTexts();
  const view = useAssessView();
  const here = () => ({ checklist: view.checklist.id, question: props.question });
  return (
    <p class="proposal-aside">
      {t().proposals.differs(props.words.title(props.source.checklist), props.source.question, props.words.level(here(), props.source.level))}
    </p>
  );
}

function Panel(props: { readonly title: string; readonly state: string; readonly children: JSX.Element }) {
  return (
    <section class="proposal" aria-label={props.title} data-state={props.state}>
      {props.children}
    </section>
  );
}

function Proposed(props: PanelProps & { readonly proposal: Proposal; readonly onAccepted: () => void }) {
  const t = useTexts();
  const view = useAssessView();
  const accept = createAccepting();
  const [withEvidence, setWithEvidence] = createSignal(true);
  const evidence = () => view.session.proposals.evidenceOf(props.proposal);
  const others = () => props.proposal.sources.slice(1);
  const take = () => {
    accept([props.proposal], withEvidence());
    props.onAccepted();
  };
  return (
    <Panel title={t().proposals.title} state="proposed">
      <p class="proposal-level">{t().proposals.proposed(props.words.level(props.proposal, props.proposal.level))}</p>
      <p>
        <ProposalSourceLine source={props.proposal.sources[0]} words={props.words} />
      </p>
      <p class="proposal-grounds">{t().assess.related.say(props.words.reasons(props.proposal))}</p>
      <Show when={others().length > 0}>
        <div class="proposal-others">
          <p>{t().proposals.others}</p>
          <ul>
            <For each={others()}>
              {(source) => (
                <li>
                  <ProposalSourceLine source={source} words={props.words} />
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
      <Show when={evidence().length > 0}>
        <CheckboxField label={t().proposals.linkEvidence(evidence().length)} checked={withEvidence()} onChange={setWithEvidence} disabled={!view.canEdit()} />
      </Show>
      <div class="cluster">
        <Button size="small" icon="check" disabled={!view.canEdit()} onClick={take}>
          {t().proposals.accept}
        </Button>
        <OpenSource source={props.proposal.sources[0]} />
      </div>
    </Panel>
  );
}

function OpenSource(props: { readonly source: AnswerSource }) {
  const t = useTexts();
  const view = useAssessView();
  return (
    <LinkButton size="small" tone="quiet" href={`#${hrefOf(view.session.id, props.source.checklist, props.source.question)}`} state={arrivesFocused}>
      {t().proposals.openSource}
    </LinkButton>
  );
}

function TakenOver(props: PanelProps & { readonly source: AnswerSource; readonly sources: readonly ProposalSource[] | null }) {
  const t = useTexts();
  const view = useAssessView();
  const here = () => ({ checklist: view.checklist.id, question: props.question });
  const now = createMemo(() => props.sources?.find((one) => one.checklist === props.source.checklist && one.question === props.source.question));
  const level = () => view.answering.answer(props.question)?.level;
  const moved = () => {
    const found = now();
    return found && found.level !== level() ? found : null;
  };
  const grounds = () => {
    const found = now();
    return found
      ? props.words.grounds(here(), found).slice(0, 2)
      : [t().proposals.relation[props.source.relation], t().proposals.basis[props.source.basis]];
  };
  return (
    <Panel title={t().proposals.takenOverTitle} state={moved() ? "changed" : "taken-over"}>
      <p>
        {t().proposals.takenOver(props.words.title(props.source.checklist), props.source.question)} {t().assess.related.say(grounds())}
      </p>
      <Show when={moved()}>
        {(found) => <p class="proposal-changed">{t().proposals.changed(props.words.level(here(), found().level), props.words.level(here(), level()))}</p>}
      </Show>
      <Show when={props.sources !== null && !now()}>
        <p class="proposal-changed">{t().proposals.silent}</p>
      </Show>
      <div class="cluster">
        <Show when={moved()}>
          {(found) => (
            <Button size="small" disabled={!view.canEdit()} onClick={() => view.answering.follow(props.question, found())}>
              {t().proposals.follow(props.words.level(here(), found().level))}
            </Button>
          )}
        </Show>
        <OpenSource source={props.source} />
        <Button size="small" tone="quiet" title={t().proposals.makeOwnHint} disabled={!view.canEdit()} onClick={() => view.answering.makeOwn(props.question)}>
          {t().proposals.makeOwn}
        </Button>
      </div>
    </Panel>
  );
}
