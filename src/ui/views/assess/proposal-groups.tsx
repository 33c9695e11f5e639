import { For, Show } from "solid-js";
import { inLanguage, isAgreed, type Proposal } from "#domain";
import { CheckboxField } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import type { ProposalChoice, ProposalGroup } from "./create-proposal-choice.ts";
import { ProposalSourceLine } from "./proposal-source.tsx";
import type { ProposalWords } from "./proposal-words.ts";

interface GroupsProps {
  readonly choice: ProposalChoice;
  readonly words: ProposalWords;
  /** a link to a source was followed */
  readonly onLeave: () => void;
}

/** Every proposal that the filter shows, section by section. */
export function ProposalGroups(props: GroupsProps) {
  const t = useTexts();
  return (
    <div class="proposal-groups">
      <For each={props.choice.groups()} fallback={<p class="quiet-text">{t().proposals.dialog.noMatch}</p>}>
        {(group) => <Group {...props} group={group} />}
      </For>
    </div>
  );
}

function Group(props: GroupsProps & { readonly group: ProposalGroup }) {
  const t = useTexts();
  const language = useLanguage();
  const all = () => props.group.proposals.length;
  const chosen = () => props.group.proposals.filter(props.choice.isChosen).length;
  const name = () => {
    const { section, checklist } = props.group;
    const title = props.words.title(checklist);
    return section ? `${title} › ${inLanguage(section.title, language())}` : title;
  };
  return (
    <section class="proposal-group" aria-label={name()}>
      <div class="proposal-group-head">
        <CheckboxField
          label={t().proposals.dialog.group(name(), chosen(), all())}
          checked={chosen() === all()}
          mixed={chosen() > 0 && chosen() < all()}
          onChange={(on) => props.choice.choose(props.group.proposals, on)}
        />
      </div>
      <ul>
        <For each={props.group.proposals}>{(proposal) => <Row {...props} proposal={proposal} />}</For>
      </ul>
    </section>
  );
}

function Row(props: GroupsProps & { readonly proposal: Proposal }) {
  const t = useTexts();
  return (
    <li class="proposal-row">
      <CheckboxField
        label={
          <>
            <span class="related-id figures">{props.proposal.question}</span> {props.words.question(props.proposal)}
          </>
        }
        checked={props.choice.isChosen(props.proposal)}
        onChange={(on) => props.choice.choose([props.proposal], on)}
      />
      <div class="proposal-row-about">
        <p class="proposal-level">{t().proposals.proposed(props.words.level(props.proposal, props.proposal.level))}</p>
        <For each={props.proposal.sources}>
          {(source) => (
            <p>
              <ProposalSourceLine source={source} words={props.words} onOpen={props.onLeave} />
            </p>
          )}
        </For>
        <p class="proposal-grounds">
          {t().assess.related.say([...props.words.reasons(props.proposal), ...(isAgreed(props.proposal) ? [] : [t().proposals.dialog.startsOff])])}
        </p>
        <Show when={props.choice.withEvidence() && props.choice.evidenceOf(props.proposal) > 0}>
          <p class="proposal-grounds figures">{t().proposals.dialog.withEvidence(props.choice.evidenceOf(props.proposal))}</p>
        </Show>
      </div>
    </li>
  );
}
