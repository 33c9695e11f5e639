import { Show, type JSX } from "solid-js";
import { isEffectiveOn, type CalendarDate, type Evidence } from "#domain";
import { useTexts, type Texts } from "../texts/index.ts";
import { Icon } from "./icons.tsx";

export type EvidenceState = "effective" | "expired" | "withdrawn" | "not-yet";

export interface EvidenceSlipProps {
  readonly evidence: Evidence;
  /** The assessment date, on which it is or is not in force (S7). */
  readonly on: CalendarDate;
  readonly onOpen?: (() => void) | undefined;
  readonly onUnlink?: (() => void) | undefined;
  /** Further buttons. */
  readonly actions?: JSX.Element;
}

/** Evidence as a slip of paper. */
export function EvidenceSlip(props: EvidenceSlipProps): JSX.Element {
  const t = useTexts();
  const state = () => evidenceState(props.evidence, props.on);
  return (
    <article class="slip" data-state={state()} aria-label={props.evidence.name}>
      <p class="slip-kind">
        <Icon name={props.evidence.kind} />
        {t().common.evidenceKind[props.evidence.kind]}
      </p>
      <p class="slip-name">
        <Show when={props.onOpen} fallback={props.evidence.name}>
          {(onOpen) => (
            <button
              type="button"
              class="text-button"
              aria-label={t().common.evidence.open(props.evidence.name)}
              onClick={() => onOpen()()}
            >
              {props.evidence.name}
            </button>
          )}
        </Show>
      </p>
      <p class="slip-dates figures">{dates(props.evidence, t())}</p>
      <p class="slip-foot">
        <span class="slip-state">{t().common.evidence.state[state()]}</span>
        <span class="slip-actions">
          {props.actions}
          <Show when={props.onUnlink}>
            {(onUnlink) => (
              <button
                type="button"
                class="icon-button"
                data-size="small"
                aria-label={t().common.evidence.unlink(props.evidence.name)}
                title={t().common.evidence.unlink(props.evidence.name)}
                onClick={() => onUnlink()()}
              >
                <Icon name="unlink" />
              </button>
            )}
          </Show>
        </span>
      </p>
    </article>
  );
}

/** S7 in one word: why the evidence counts on `date`, or why it does not. */
export function evidenceState(evidence: Evidence, date: CalendarDate): EvidenceState {
  if (evidence.withdrawn) return "withdrawn";
  if (isEffectiveOn(evidence, date)) return "effective";
  return evidence.effectiveFrom && evidence.effectiveFrom > date ? "not-yet" : "expired";
}

function dates(evidence: Evidence, t: Texts): string {
  const from = evidence.effectiveFrom ? t.common.date(evidence.effectiveFrom) : null;
  const until = evidence.expires ? t.common.date(evidence.expires) : null;
  if (from && until) return t.common.evidence.between(from, until);
  if (from) return t.common.evidence.from(from);
  return until ? t.common.evidence.until(until) : t.common.evidence.undated;
}
