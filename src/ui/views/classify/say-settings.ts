import { sayTag, type ProfileSettings, type Role, type Tier } from "#domain";
import type { Texts } from "../../texts/index.ts";

export function sayTier(t: Texts, tier: Tier | undefined): string {
  return tier ? t.common.tier[tier] : t.assess.system.tierNoneLabel;
}

export function sayRoles(t: Texts, roles: readonly Role[] = []): string {
  return t.common.list(roles.map((role) => t.common.role[role]));
}

export function sayTags(t: Texts, tags: readonly string[] = []): string {
  return t.common.list(tags.map((tag) => sayTag(t.common, tag)));
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
