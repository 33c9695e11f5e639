import type { CalendarDate, Instant } from "#domain";

const months = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
] as const;

/** "21 November 2026"; what is not a calendar date comes back as it is. */
export function englishDate(date: CalendarDate): string {
  const parts = partsOf(date);
  if (!parts) return date;
  return `${parts.day} ${months[parts.month - 1] ?? parts.month} ${parts.year}`;
}

/** "2026年11月21日" */
export function chineseDate(date: CalendarDate): string {
  const parts = partsOf(date);
  return parts ? `${parts.year}年${parts.month}月${parts.day}日` : date;
}

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

function partsOf(date: CalendarDate): { year: number; month: number; day: number } | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : null;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
