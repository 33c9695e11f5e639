import { createMemo, createSignal, For } from "solid-js";
import { inLanguage, type QuestionGroup } from "#domain";
import { Button, CheckboxField, Dialog } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";

interface Changed {
  readonly of: readonly QuestionGroup[];
  readonly tags: ReadonlyMap<string, boolean>;
}

/** Asked before a foreign library is added: the questions of which of its groups every system is asked. */
export function GroupsDialog(props: {
  readonly file: string;
  /** empty while nothing is asked */
  readonly groups: readonly QuestionGroup[];
  readonly onChosen: (tags: readonly string[]) => void;
  readonly onCancel: () => void;
}) {
  const t = useTexts();
  const language = useLanguage();
  const words = () => t().settings.checklists.groups;
  /** Of these groups and no others: the next file begins afresh. */
  const [changed, setChanged] = createSignal<Changed | null>(null);
  const changes = () => (changed()?.of === props.groups ? changed()!.tags : new Map<string, boolean>());
  const beforehand = createMemo(() => {
    const own = props.groups.filter((one) => one.isDefault);
    return new Set((own.length > 0 ? own : props.groups).map((one) => one.tag));
  });
  const isChosen = ({ tag }: QuestionGroup) => changes().get(tag) ?? beforehand().has(tag);
  const choose = ({ tag }: QuestionGroup, on: boolean) => setChanged({ of: props.groups, tags: new Map([...changes(), [tag, on]]) });
  const nameOf = ({ tag, name }: QuestionGroup) => (name ? inLanguage(name, language()) : tag);
  const chosen = () => props.groups.filter(isChosen);
  return (
    <Dialog
      open={props.groups.length > 0}
      onClose={props.onCancel}
      title={words().title}
      description={words().text(props.file)}
      footer={
        <>
          <Button onClick={() => props.onCancel()}>{t().common.buttons.cancel}</Button>
          <Button tone="primary" onClick={() => props.onChosen(chosen().map((one) => one.tag))}>
            {words().confirm}
          </Button>
        </>
      }
    >
      <fieldset class="groups-choice">
        <legend class="visually-hidden">{words().title}</legend>
        <For each={props.groups}>
          {(group) => (
            <CheckboxField
              label={nameOf(group)}
              hint={words().holds(group.questions, group.tag)}
              checked={isChosen(group)}
              onChange={(on) => choose(group, on)}
            />
          )}
        </For>
      </fieldset>
      <p class="quiet-text" role="status">
        {chosen().length === 0 ? words().none : words().others}
      </p>
    </Dialog>
  );
}
