import type { CalendarDate, Evidence } from "#domain";
import { useSession } from "#workbench";
import { DateField } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";

export type EvidencePeriod = Required<Pick<Evidence, "effectiveFrom" | "expires">>;

/** The days between which evidence is in force (S7); an absent one is open. */
export function EvidenceDates(props: { readonly period: EvidencePeriod; readonly onPeriod: (period: EvidencePeriod) => void; readonly disabled?: boolean }) {
  const t = useTexts();
  const session = useSession();
  return (
    <div class="evidence-dates">
      <DateField
        label={t().assess.evidence.from}
        optional
        disabled={props.disabled}
        value={props.period.effectiveFrom ?? null}
        onChange={(effectiveFrom) => props.onPeriod({ ...props.period, effectiveFrom })}
      />
      <DateField
        label={t().assess.evidence.until}
        optional
        disabled={props.disabled}
        value={props.period.expires ?? null}
        error={isCrossed(props.period) ? t().assess.evidence.datesCrossed : undefined}
        onChange={(expires) => props.onPeriod({ ...props.period, expires })}
      />
      <p class="field-hint">{t().assess.evidence.datesHint(t().common.date(session.assessment().assessedAt))}</p>
    </div>
  );
}

export function isCrossed(period: { readonly effectiveFrom?: CalendarDate | null; readonly expires?: CalendarDate | null }): boolean {
  return Boolean(period.effectiveFrom && period.expires && period.expires < period.effectiveFrom);
}

/** The bounds that were set, as evidence keeps them. */
export function boundsOf(period: EvidencePeriod): Pick<Evidence, "effectiveFrom" | "expires"> {
  return {
    ...(period.effectiveFrom ? { effectiveFrom: period.effectiveFrom } : {}),
    ...(period.expires ? { expires: period.expires } : {}),
  };
}
