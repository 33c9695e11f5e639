import { z } from "zod";
import { lifecyclePhases, type LocalText, type ProblemCode, type Source, type Unbranded } from "#domain";

/** What is said when a value fails a schema that has its own code or rule; all other sentences come from the issue. */
export const explanations = z.registry<{ readonly code: ProblemCode; readonly rule: string }>();

const bareText = () => z.string().regex(/\S/);

/** Text that is not blank. HTML in it is text. */
export const text = bareText().register(explanations, { code: "empty", rule: "must not be blank" });

/** One sentence in both languages, neither of them blank. */
export const localText = z
  .strictObject({ en: text, "zh-TW": text })
  .meta({ id: "localText", description: "The same in English and in Traditional Chinese as written in Taiwan." }) satisfies z.ZodType<
  Unbranded<LocalText>
>;

export const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/)
  .meta({ id: "id", description: "Stable for ever: answers refer to it." })
  .register(explanations, {
    code: "bad-pattern",
    rule: "must start with a letter or digit and go on with letters, digits or any of . _ : - (80 characters at most)",
  });

/** semver.org, 2.0.0: three numbers without leading zeros, then an optional pre-release and build. */
export const version = z
  .string()
  .max(80)
  .regex(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$/)
  .meta({ description: "Semantic version of the content. A changed weight or target is a major change." })
  .register(explanations, { code: "bad-pattern", rule: "must be a semantic version such as 1.0.0" });

/** A year, a month or a day. */
export const date = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
  .meta({ description: "YYYY, YYYY-MM or YYYY-MM-DD, in quotes." })
  .register(explanations, { code: "bad-pattern", rule: "must be a date: YYYY, YYYY-MM or YYYY-MM-DD" });

const webAddress = z
  .string()
  .max(2000)
  .regex(/^https?:\/\/[^\s]+$/)
  .register(explanations, { code: "bad-pattern", rule: "must be a web address that starts with https:// or http://" });

/** A share in [0,1]. */
export const share = z.number().min(0).max(1);

/** Where authored content comes from. */
export const source = z.strictObject({
  name: text,
  publisher: text,
  date,
  url: webAddress.exactOptional(),
  licence: text,
  note: localText.exactOptional().meta({ description: "What in it is not verified." }),
}) satisfies z.ZodType<Unbranded<Source>>;

export const phase = z.enum(lifecyclePhases).register(explanations, {
  code: "unknown-phase",
  rule: `must be a lifecycle phase: ${lifecyclePhases.join(", ")}`,
});
