/** A semantic version in its parts. */
export interface Version {
  /** major, minor, patch: digits without leading zeros, which may be more than a number holds */
  readonly numbers: readonly [major: string, minor: string, patch: string];
  readonly preRelease: readonly string[];
}

/** semver.org 2.0.0, the build after `+` left out; null for what is no semantic version. */
export function readVersion(text: string): Version | null {
  const match = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/.exec(text);
  if (!match) return null;
  const [, major = "", minor = "", patch = "", preRelease] = match;
  return { numbers: [major, minor, patch], preRelease: preRelease?.split(".") ?? [] };
}
