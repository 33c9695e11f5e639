import { Match, Show, Switch } from "solid-js";
import { inLanguage, type ReadPhase } from "#domain";
import { useSession, type PhaseReading } from "#workbench";
import { Banner, BarList, BusyText, Button } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { LifecycleChoice } from "../lifecycle-choice.tsx";
import { Section } from "../section.tsx";

/** A bar for each phase of the lifecycle that the reader has chosen (S8). */
export function PhaseBars(props: { readonly phases: readonly ReadPhase[]; readonly onOpen: (phase: ReadPhase) => void }) {
  const t = useTexts();
  const session = useSession();
  const open = (id: string) => {
    const phase = props.phases.find((one) => one.id === id);
    if (phase) props.onOpen(phase);
  };
  const failed = () => only(session.phases(), "failed");
  return (
    <Section title={t().gaps.phases} lede={t().gaps.phasesText}>
      <div class="gaps-lifecycle">
        <LifecycleChoice />
        <ViewNote />
      </div>
      <Switch
        fallback={
          <BarList
            label={t().gaps.phases}
            items={props.phases.map(({ id, name, figure }) => ({ id, label: name, figure, ...(figure ? {} : { note: t().lifecycle.noQuestion }) }))}
            onOpen={open}
          />
        }
      >
        <Match when={session.phases().kind === "loading"}>
          <BusyText>{t().lifecycle.loading}</BusyText>
        </Match>
        <Match when={failed()}>
          {(read) => (
            <Banner tone="warning" title={t().lifecycle.failed} action={<Button onClick={() => read().retry()}>{t().common.buttons.retry}</Button>}>
              {t().lifecycle.failedText}
            </Banner>
          )}
        </Match>
      </Switch>
    </Section>
  );
}

/** Where the chosen lifecycle comes from, whose mapping it is, and that its phases overlap. */
function ViewNote() {
  const t = useTexts();
  const language = useLanguage();
  const session = useSession();
  const view = () => only(session.phases(), "view")?.reading.view;
  return (
    <Show when={view()}>
      {(chosen) => (
        <div class="gaps-lifecycle-note quiet-text">
          <p>{t().lifecycle.source(chosen().source.name, chosen().source.publisher, chosen().source.date)}</p>
          <Show when={chosen().note}>{(note) => <p>{inLanguage(note(), language())}</p>}</Show>
          <p>{t().lifecycle.overlap}</p>
        </div>
      )}
    </Show>
  );
}

function only<Kind extends PhaseReading["kind"]>(read: PhaseReading, kind: Kind): Extract<PhaseReading, { readonly kind: Kind }> | undefined {
  return read.kind === kind ? (read as Extract<PhaseReading, { readonly kind: Kind }>) : undefined;
}
