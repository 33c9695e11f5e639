import { For, Match, Show, Switch } from "solid-js";
import type { Block, Inline, Line } from "#domain";
import { IntervalBar } from "../../parts/index.ts";
import { anchorId, goToAnchor } from "./anchor.ts";

export type BlockOf<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;

/** A line of text runs. A link scrolls and leaves the address alone: that belongs to the router. */
export function LineText(props: { readonly line: Line }) {
  return <For each={props.line}>{(run) => <Run run={run} />}</For>;
}

function Run(props: { readonly run: Inline }) {
  return (
    <Show when={props.run.to} fallback={<Styled run={props.run} />}>
      {(to) => (
        <a
          class="paper-link"
          href={window.location.hash}
          onClick={(event) => {
            event.preventDefault();
            goToAnchor(to());
          }}
        >
          <Styled run={props.run} />
        </a>
      )}
    </Show>
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
        <span class="paper-quiet" lang={props.run.language}>
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
      <p class="paper-title" role="heading" aria-level="2">
        {props.block.title}
      </p>
      <p class="paper-subtitle">{props.block.subtitle}</p>
      <hr class="paper-rule" />
      <ul class="paper-marks">
        <For each={props.block.marks}>
          {(entry) => (
            <li>
              <div class="paper-mark-words">
                <p class="paper-mark-name">{entry.label}</p>
                <p class="paper-small">{entry.note}</p>
              </div>
              <p class="paper-mark-figure figures" aria-hidden="true">
                {entry.mark.label}
              </p>
              <IntervalBar size="row" figure={entry.mark} blocked={entry.mark.blocked} target={entry.mark.target} label={entry.label} />
            </li>
          )}
        </For>
      </ul>
      <Show when={props.block.marks.length > 0}>
        <p class="paper-small">{props.block.legend}</p>
      </Show>
      <div class="paper-cover-foot">
        <FactsBlock rows={props.block.facts.map(({ label, value }) => ({ label, line: [{ text: value }] }))} />
        <div class="paper-corners" aria-hidden="true" />
      </div>
    </header>
  );
}

export function HeadingBlock(props: { readonly block: BlockOf<"heading"> }) {
  const id = () => anchorId(props.block.anchor);
  return (
    <Switch>
      <Match when={props.block.level === 1}>
        <h2 id={id()}>{props.block.text}</h2>
      </Match>
      <Match when={props.block.level === 2}>
        <h3 id={id()}>{props.block.text}</h3>
      </Match>
      <Match when={props.block.level === 3}>
        <h4 id={id()}>{props.block.text}</h4>
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
    <ul class="paper-list" data-size={props.block.size}>
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

export function FactsBlock(props: { readonly rows: BlockOf<"facts">["rows"] }) {
  return (
    <dl class="paper-facts">
      <For each={props.rows}>
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
    <div class="paper-signature">
      <p class="paper-signature-title">{props.block.title}</p>
      <p class="paper-small">{props.block.explanation}</p>
      <div class="paper-chop" aria-hidden="true" />
    </div>
  );
}
