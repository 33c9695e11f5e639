import { sayTag, toPercent, type AppliesWhen, type QuestionChange } from "#domain";
import type { Texts } from "../../texts/index.ts";

/** A changed weight, target, scope or the like in a few words: what it was, what it is. */
export function sayChange(t: Texts, change: QuestionChange): string {
  const say = (before: string, after: string) => t.upgrades.fromTo(t.upgrades.change[change.what], before, after);
  switch (change.what) {
    case "weight":
      return say(String(change.before), String(change.after));
    case "obligation":
      return say(t.common.obligation[change.before], t.common.obligation[change.after]);
    case "target":
      return say(targetOf(t, change.before), targetOf(t, change.after));
    case "knockout":
      return say(change.before ? t.common.yes : t.common.no, change.after ? t.common.yes : t.common.no);
    case "scope":
      return say(scopeOf(t, change.before), scopeOf(t, change.after));
    case "phases":
      return say(t.common.list(change.before.map((one) => t.common.phase[one])), t.common.list(change.after.map((one) => t.common.phase[one])));
    case "scale":
    case "ref":
      return say(change.before, change.after);
  }
}

function targetOf(t: Texts, share: number | null): string {
  return share === null ? t.upgrades.targetOfTier : t.upgrades.target(toPercent(share));
}

function scopeOf(t: Texts, scope: readonly AppliesWhen[]): string {
  const { scopeKey, scopeOf: say } = t.upgrades;
  const conditions = scope.flatMap(({ tier, role, sector, tags }) => [
    ...(tier ? [say(scopeKey.tier, tier.map((one) => t.common.tier[one]).join(" / "))] : []),
    ...(role ? [say(scopeKey.role, role.map((one) => t.common.role[one]).join(" / "))] : []),
    ...(sector ? [say(scopeKey.sector, sector.join(" / "))] : []),
    ...(tags ? [say(scopeKey.tags, tags.map((one) => sayTag(t.common, one)).join(" / "))] : []),
  ]);
  return conditions.length > 0 ? t.common.list([...new Set(conditions)]) : t.upgrades.everySystem;
}
