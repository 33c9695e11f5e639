import type { CalendarDate, Instant } from "#domain";

/** The calendar date on the reader's own clock. */
export function localDate(instant: Instant): CalendarDate {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** "14:03" on the reader's own clock. */
export function localTime(instant: Instant): string {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? instant : `${two(at.getHours())}:${two(at.getMinutes())}`;
}

export interface Elapsed {
  readonly unit: "moment" | "minute" | "hour" | "day" | "month" | "year";
  readonly count: number;
}

const minute = 60_000;
const spans = [
  ["year", 365 * 24 * 60 * minute],
  ["month", 30 * 24 * 60 * minute],
  ["day", 24 * 60 * minute],
  ["hour", 60 * minute],
  ["minute", minute],
] as const;

/** The largest whole unit between two moments; under a minute, and for what lies ahead, a moment. */
export function elapsed(from: Instant, now: Instant): Elapsed {
  const passed = Date.parse(now) - Date.parse(from);
  for (const [unit, length] of spans) {
    if (passed >= length) return { unit, count: Math.floor(passed / length) };
  }
  return { unit: "moment", count: 0 };
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
