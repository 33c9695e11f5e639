import { For, Show } from "solid-js";
import { useSession, type Conflict } from "#workbench";
import { Banner } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";

/** Conflicts that are not about an answer: the later value is shown, and this says so. */
export function OtherConflicts() {
  const t = useTexts();
  const session = useSession();
  const others = () => session.conflicts().filter((one) => one.question === null);
  const nameOf = (conflict: Conflict): string => {
    const event = conflict.events.at(-1);
    switch (event?.kind) {
      case "evidence-recorded":
        return t().assess.change.evidence(event.evidence.name);
      case "profile-set":
        return t().assess.change.profile;
      case "assessment-dated":
        return t().assess.change.date;
      case "checklists-chosen":
        return t().assess.change.checklists;
      case "system-classified":
        return t().assess.change.classification;
      default:
        return t().assess.change.system;
    }
  };
  return (
    <Show when={others().length > 0}>
      <Banner tone="warning" title={t().assess.conflict.other.title}>
        <p>{t().assess.conflict.other.text}</p>
        <ul>
          <For each={others()}>{(conflict) => <li>{nameOf(conflict)}</li>}</For>
        </ul>
      </Banner>
    </Show>
  );
}
