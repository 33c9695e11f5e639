import { For, Show } from "solid-js";
import { inLanguage, type Turn } from "#domain";
import { Button } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import type { Walk } from "./create-walk.ts";

/** The turns taken, in order; any of them can be asked again, and those that are not as recorded say what was. */
export function WalkWay(props: { readonly walk: Walk }) {
  const t = useTexts();
  const words = () => t().classify;
  return (
    <section class="walk-way" aria-label={words().way}>
      <h3 class="walk-way-title">{words().way}</h3>
      <Show when={props.walk.walk().path.length > 0} fallback={<p class="quiet-text">{words().wayEmpty}</p>}>
        <ol>
          <For each={props.walk.walk().path}>{(turn) => <WayTurn walk={props.walk} turn={turn} />}</For>
        </ol>
      </Show>
    </section>
  );
}

function WayTurn(props: { readonly walk: Walk; readonly turn: Turn }) {
  const t = useTexts();
  const language = useLanguage();
  const words = () => t().classify;
  const question = () => inLanguage(props.turn.node.question, language());
  const isAsked = () => props.walk.asked()?.id === props.turn.node.id;
  /** What of this turn is other than recorded, in words; null when nothing is. */
  const was = () => {
    const recorded = props.walk.recorded();
    if (!recorded) return null;
    const then = recorded.path.find((one) => one.node === props.turn.node.id);
    if (!then) return words().newOnWay;
    if (then.choice === props.turn.choice.id) return null;
    const choice = props.turn.node.answers.find((one) => one.id === then.choice);
    return words().wasAnswered(choice ? inLanguage(choice.label, language()) : then.choice);
  };
  return (
    <li class="walk-turn" aria-current={isAsked() ? "step" : undefined}>
      <div class="walk-turn-told">
        <p class="walk-ref">{props.turn.node.ref}</p>
        <p class="walk-turn-question">{question()}</p>
        <p class="walk-turn-answer">{inLanguage(props.turn.choice.label, language())}</p>
        <Show when={was()}>{(said) => <p class="walk-turn-was">{said()}</p>}</Show>
      </div>
      <Button size="small" tone="quiet" aria-label={words().changeNamed(question())} disabled={isAsked()} onClick={() => props.walk.revisit(props.turn.node.id)}>
        {words().change}
      </Button>
    </li>
  );
}
