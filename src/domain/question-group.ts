import type { LocalText } from "./text.ts";

/** Questions of a foreign library that are asked together, and only of some systems unless the group is chosen. */
export interface QuestionGroup {
  /** what a system's profile has to carry where the group is not chosen: `<framework>:<group>` */
  readonly tag: string;
  /** null: the library does not name it */
  readonly name: LocalText | null;
  /** at least 1 */
  readonly questions: number;
  /** the library itself chooses it */
  readonly isDefault: boolean;
}
