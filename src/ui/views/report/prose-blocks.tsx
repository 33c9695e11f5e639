import { For, Match, Show, Switch } from "solid-js";
import type { Block, Inline, Line } from "#domain";
import { IntervalBar, KnockoutMark } from "../../parts/index.ts";

export type BlockOf<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;

/** Where an anchor of the document stands on the screen. */
export function anchorId(anchor: string): string {
  return `report-${anchor}`;
}

/** A line of text runs. A link scrolls: the address belongs to the router. */
export function LineText(props: { readonly line: Line }) {
  return <For each={props.line}>{(run) => <Run run={run} />}</For>;
}

function Run(props: { readonly run: Inline }) {
  return (
    <Switch fallback={<Styled run={props.run} />}>
      <Match when={props.run.to}>
        {(to) => (
          <button type="button" class="paper-link" onClick={() => document.getElementById(anchorId(to()))?.scrollIntoView({ block: "center" })}>
            <Styled run={props.run} />
          </button>
        )}
      </Match>
    </Switch>
  );
}

function Styled(props: { readonly run: Inline }) {
  return (
    <Switch fallback={<span lang={props.run.language}>{props.run.text}</span>}>
      <Match when={props.run.style === "strong"}>
        <strong lang={props.run.language}>{props.run.text}</strong>
      </Match>
      <Match when={props.run.style === "code"}>
        <code>{props.run.text}</code>
      </Match>
      <Match when={props.run.style === "quiet"}>
        <span class="quiet-text" lang={props.run.language}>
          {props.run.text}
        </span>
      </Match>
    </Switch>
  );
}

export function CoverBlock(props: { readonly block: BlockOf<"cover"> }) {
  return (
    <header class="paper-cover">
      <p class="paper-eyebrow">{props.block.eyebrow}</p>
      <h2 class="paper-title">{props.block.title}</h2>
      <p class="paper-subtitle">{props.block.subtitle}</p>
      <dl class="paper-facts">
        <For each={props.block.facts}>
          {(fact) => (
            <div>
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          )}
        </For>
      </dl>
      <ul class="paper-marks">
        <For each={props.block.marks}>
          {(entry) => (
            <li>
              <span>{entry.label}</span>
              <span class="figures">{entry.mark.label}</span>
              <IntervalBar size="row" figure={entry.mark} blocked={entry.mark.blocked} target={entry.mark.target} label={entry.label} />
              <span class="quiet-text">
                {entry.note}{" "}
                <Show when={entry.mark.blocked}>
                  <KnockoutMark fails />
                </Show>
              </span>
            </li>
          )}
        </For>
      </ul>
      <p class="quiet-text">{props.block.legend}</p>
    </header>
  );
}

export function HeadingBlock(props: { readonly block: BlockOf<"heading"> }) {
  return (
    <Switch>
      <Match when={props.block.level === 1}>
        <h2 id={anchorId(props.block.anchor)}>{props.block.text}</h2>
      </Match>
      <Match when={props.block.level === 2}>
        <h3 id={anchorId(props.block.anchor)}>{props.block.text}</h3>
      </Match>
      <Match when={props.block.level === 3}>
        <h4 id={anchorId(props.block.anchor)}>{props.block.text}</h4>
      </Match>
    </Switch>
  );
}

export function ParagraphBlock(props: { readonly block: BlockOf<"paragraph"> }) {
  return (
    <p class="paper-paragraph" data-tone={props.block.tone ?? "body"}>
      <LineText line={props.block.line} />
    </p>
  );
}

export function ListBlock(props: { readonly block: BlockOf<"list"> }) {
  return (
    <ul class="paper-list">
      <For each={props.block.items}>
        {(line) => (
          <li>
            <LineText line={line} />
          </li>
        )}
      </For>
    </ul>
  );
}

export function FactsBlock(props: { readonly block: BlockOf<"facts"> }) {
  return (
    <dl class="paper-facts">
      <For each={props.block.rows}>
        {(row) => (
          <div>
            <dt>{row.label}</dt>
            <dd>
              <LineText line={row.line} />
            </dd>
          </div>
        )}
      </For>
    </dl>
  );
}

export function SignatureBlock(props: { readonly block: BlockOf<"signature"> }) {
  return (
    <section class="paper-signature" aria-label={props.block.title}>
      <div class="paper-chop" aria-hidden="true" />
      <div>
        <p class="paper-signature-title">{props.block.title}</p>
        <p class="quiet-text">{props.block.explanation}</p>
      </div>
    </section>
  );
}
