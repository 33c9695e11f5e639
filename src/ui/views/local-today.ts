import type { CalendarDate } from "#domain";

/** The calendar day where the person is. */
export function localToday(): CalendarDate {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
