import { onMount, Show } from "solid-js";
import { inLanguage, type ConcludedWalk, type Profile } from "#domain";
import { Banner, Button, TextArea } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { ChecklistPreview } from "./checklist-preview.tsx";
import type { ClassifyHost } from "./classify-host.ts";
import type { Walk } from "./create-walk.ts";
import { ProfilePreview } from "./profile-preview.tsx";

/** The end of the way: what it says, what it would enter and change, why, and what in it nobody has verified. */
export function WalkConclusion(props: { readonly walk: Walk; readonly host: ClassifyHost }) {
  const concluded = (): ConcludedWalk | null => {
    const way = props.walk.walk();
    return way.kind === "concluded" ? way : null;
  };
  return (
    <Show when={concluded()}>
      {(way) => <Show when={props.walk.profileAfter()}>{(after) => <Concluded walk={props.walk} host={props.host} way={way()} after={after()} />}</Show>}
    </Show>
  );
}

function Concluded(props: { readonly walk: Walk; readonly host: ClassifyHost; readonly way: ConcludedWalk; readonly after: Profile }) {
  const t = useTexts();
  const language = useLanguage();
  const words = () => t().classify;
  let heading: HTMLElement | undefined;
  onMount(() => queueMicrotask(() => heading?.focus()));
  const said = () => props.way.conclusion;
  const source = () => props.walk.tree.source;
  /** How the outcome stands to the one that is recorded. */
  const comparison = () => {
    const recorded = props.walk.recorded();
    if (!recorded || !props.walk.isChanged()) return null;
    if (recorded.conclusion === said().id) return words().sameOutcome;
    const title = props.walk.tree.conclusions.find((one) => one.id === recorded.conclusion)?.title;
    return words().recordedOutcome(title ? inLanguage(title, language()) : recorded.conclusion);
  };
  return (
    <section class="walk-conclusion" aria-labelledby="walk-outcome">
      <p class="walk-place quiet-text">
        <span>{words().outcome}</span>
        <span class="walk-ref">{said().ref}</span>
      </p>
      <h3 id="walk-outcome" class="walk-title" tabindex="-1" ref={(element) => (heading = element)}>
        {inLanguage(said().title, language())}
      </h3>
      <p>{inLanguage(said().text, language())}</p>
      <Show when={comparison()}>{(text) => <p class="walk-comparison">{text()}</p>}</Show>
      <ProfilePreview before={props.host.profile()} after={props.after} sets={props.way.sets} />
      <ChecklistPreview host={props.host} after={props.after} />
      <TextArea label={words().note} hint={words().noteHint} optional value={props.walk.note()} onInput={props.walk.setNote} />
      <Banner tone="info" title={words().caution}>
        <Show when={source().note}>{(note) => <p>{inLanguage(note(), language())}</p>}</Show>
        <p class="quiet-text">{words().source(source().name, props.walk.tree.version)}</p>
      </Banner>
      <div>
        <Button size="small" icon="arrow-left" onClick={() => props.walk.revisit(props.walk.before())}>
          {words().back}
        </Button>
      </div>
    </section>
  );
}
