import { createMemo, Show } from "solid-js";
import { inLanguage, type Classification } from "#domain";
import { Banner } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import type { Walk } from "./create-walk.ts";

/** Of a way that was recorded before: when, by whom, and how a later version of the tree would lead elsewhere. */
export function RecordedNotice(props: { readonly walk: Walk }) {
  const t = useTexts();
  const words = () => t().classify;
  const facts = (one: Classification) =>
    one.at === undefined && one.by === undefined
      ? words().pendingFacts
      : words().recordedFacts(t().common.date(one.on), one.by || words().nobody, one.version);
  return (
    <Show when={props.walk.recorded()}>
      {(one) => (
        <>
          <p class="quiet-text">{facts(one())}</p>
          <OtherVersion walk={props.walk} recorded={one()} />
        </>
      )}
    </Show>
  );
}

function OtherVersion(props: { readonly walk: Walk; readonly recorded: Classification }) {
  const t = useTexts();
  const language = useLanguage();
  const words = () => t().classify;
  const says = createMemo(() => {
    const { tree } = props.walk;
    const again = props.walk.rewalked();
    if (!again || again.isSame) return words().followsWhole;
    const { path, conclusion } = props.recorded;
    const title = tree.conclusions.find((one) => one.id === conclusion)?.title;
    if (again.followed === path.length && again.walk.kind === "concluded") return words().followsElsewhere(title ? inLanguage(title, language()) : conclusion);
    const parting = again.walk.path[again.followed]?.node ?? (again.walk.kind === "asking" ? again.walk.next : null);
    return words().departs(again.followed, path.length, parting ? inLanguage(parting.question, language()) : (path[again.followed]?.node ?? conclusion));
  });
  return (
    <Show when={props.recorded.version !== props.walk.tree.version}>
      <Banner tone={props.walk.rewalked()?.isSame ? "info" : "warning"} title={words().otherVersion(props.recorded.version, props.walk.tree.version)}>
        {says()}
      </Banner>
    </Show>
  );
}
