import { createMemo, Show } from "solid-js";
import type { ChecklistId } from "#domain";
import { useSession } from "#workbench";
import { Button, CheckboxField, Dialog, SelectField } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { createAccepting } from "./create-accepting.ts";
import { createProposalChoice, type ProposalChoice } from "./create-proposal-choice.ts";
import { ProposalEffect } from "./proposal-effect.tsx";
import { ProposalGroups } from "./proposal-groups.tsx";
import { createProposalWords, type ProposalWords } from "./proposal-words.ts";

/** S17: every answer that could be taken over, with its source and its effect, before any of them is. */
export function ProposalsDialog(props: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useTexts();
  const session = useSession();
  const words = createProposalWords();
  const accept = createAccepting();
  // What was shown stays while the dialog closes.
  const choice = createMemo<ProposalChoice | null>((shown) => (props.open ? createProposalChoice() : shown), null);
  const count = () => choice()?.chosen().length ?? 0;
  const take = () => {
    const made = choice();
    if (!made) return;
    const chosen = made.chosen();
    props.onClose();
    accept(chosen, made.withEvidence());
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      size="wide"
      title={t().proposals.dialog.title}
      description={t().proposals.dialog.text}
      footer={
        <>
          <Button tone="quiet" onClick={props.onClose}>
            {t().common.buttons.cancel}
          </Button>
          <Button tone="primary" disabled={count() === 0 || !session.isEditing()} onClick={take}>
            {t().proposals.dialog.accept(count())}
          </Button>
        </>
      }
    >
      <Show when={choice()} keyed>
        {(made) => (
          <Show when={made.all().length > 0} fallback={<p>{t().proposals.dialog.none}</p>}>
            <Content choice={made} words={words} onLeave={props.onClose} />
          </Show>
        )}
      </Show>
    </Dialog>
  );
}

function Content(props: { readonly choice: ProposalChoice; readonly words: ProposalWords; readonly onLeave: () => void }) {
  const t = useTexts();
  const chooseShown = (on: boolean) => props.choice.choose(props.choice.shown(), on);
  return (
    <>
      <Filters choice={props.choice} words={props.words} />
      <div class="proposal-tools">
        <span class="quiet-text figures" role="status">
          {t().proposals.dialog.shown(props.choice.shown().length, props.choice.all().length)}
        </span>
        <Button size="small" onClick={() => chooseShown(true)}>
          {t().proposals.dialog.chooseAll}
        </Button>
        <Button size="small" onClick={() => chooseShown(false)}>
          {t().proposals.dialog.chooseNone}
        </Button>
      </div>
      <ProposalGroups choice={props.choice} words={props.words} onLeave={props.onLeave} />
      <CheckboxField label={t().proposals.dialog.linkEvidence} checked={props.choice.withEvidence()} onChange={props.choice.setWithEvidence} />
      <ProposalEffect choice={props.choice} words={props.words} />
    </>
  );
}

function Filters(props: { readonly choice: ProposalChoice; readonly words: ProposalWords }) {
  const t = useTexts();
  const filter = () => props.choice.filter();
  return (
    <fieldset class="proposal-filters">
      <legend class="visually-hidden">{t().proposals.dialog.filters}</legend>
      <CheckboxField
        label={t().proposals.dialog.published(props.choice.count({ published: true }))}
        checked={filter().published}
        onChange={(published) => props.choice.setFilter({ published })}
      />
      <CheckboxField label={t().proposals.dialog.equal(props.choice.count({ equal: true }))} checked={filter().equal} onChange={(equal) => props.choice.setFilter({ equal })} />
      <SelectField<ChecklistId>
        label={t().proposals.dialog.source}
        value={filter().source}
        emptyLabel={t().proposals.dialog.anySource}
        options={props.choice.sources().map((id) => ({ value: id, label: props.words.title(id) }))}
        onChange={(source) => props.choice.setFilter({ source })}
      />
    </fieldset>
  );
}
