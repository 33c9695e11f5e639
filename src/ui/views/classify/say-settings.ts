import type { ProfileSettings, Role, Tier } from "#domain";
import type { Texts } from "../../texts/index.ts";

/** A mark of the system in words; one that the app does not know stands as it was written. */
export function sayTag(t: Texts, tag: string): string {
  const known: Readonly<Record<string, string>> = { ...t.assess.system.tag, ...t.classify.tag };
  return Object.hasOwn(known, tag) ? (known[tag] ?? tag) : tag;
}

export function sayTier(t: Texts, tier: Tier | undefined): string {
  return tier ? t.common.tier[tier] : t.assess.system.tierNoneLabel;
}

export function sayRoles(t: Texts, roles: readonly Role[] = []): string {
  return t.common.list(roles.map((role) => t.common.role[role]));
}

export function sayTags(t: Texts, tags: readonly string[] = []): string {
  return t.common.list(tags.map((tag) => sayTag(t, tag)));
}

/** "tier high; role deployer": what a walk sets, in one line. */
export function saySettings(t: Texts, sets: ProfileSettings): string {
  const { setting } = t.classify;
  return [
    ...(sets.tier ? [setting.tier(sayTier(t, sets.tier))] : []),
    ...(sets.role ? [setting.role(sayRoles(t, sets.role))] : []),
    ...(sets.tags ? [setting.tags(sayTags(t, sets.tags))] : []),
  ].join(setting.join);
}
