export interface ClassificationTexts {
  readonly title: string;
  readonly intro: string;
  readonly outcome: string;
  readonly rests: string;
  readonly sets: string;
  readonly setsNothing: string;
  readonly on: string;
  readonly by: string;
  readonly nobody: string;
  readonly tree: string;
  readonly reasons: string;
  readonly way: (tree: string) => string;
  readonly noWay: string;
  readonly article: string;
  readonly question: string;
  readonly answer: string;
  /** the profile says something else than the classification set; `what` as `sets` prints it */
  readonly differs: (what: string) => string;
  readonly otherVersion: (recorded: string, here: string) => string;
  readonly notHere: (tree: string) => string;
  readonly notAdvice: string;
  readonly source: string;
  /** beside the tier on the cover */
  readonly tierDiffers: (tier: string, classified: string) => string;
  readonly withDate: (outcome: string, date: string) => string;
  readonly setsTier: (tier: string) => string;
  readonly setsRoles: (roles: string) => string;
  readonly setsTags: (tags: string) => string;
}
