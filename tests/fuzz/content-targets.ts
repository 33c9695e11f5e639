import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { looksLikeLibrary, parseContent, readForeignLibrary } from "#content";
import { type Assessment, type AssessmentId, type Checklist, type Parsed } from "#domain";
import { scoreAssessment } from "#scoring";
import { goodChecklist } from "../content/good-checklist.ts";
import { goodCrosswalk, goodLifecycles, goodTree } from "../content/small-content.ts";
import { smallLibrary } from "../content/foreign/small-library.ts";
import { mutate, textMutators } from "./mutate.ts";
import type { Target } from "./targets.ts";
import { timed } from "./timed.ts";

const root = join(import.meta.dirname, "../..");
const encode = (text: string) => new TextEncoder().encode(text);

/** The bundled files, and small ones that say every kind of thing once: those are taken more often, being quick. */
export const contentTarget: Target = {
  limit: 10_000,
  prepare: async () => {
    const small = [goodChecklist, goodCrosswalk, goodLifecycles, goodTree].map(encode);
    const bundled = ["checklists", "templates"].flatMap((folder) => readdirSync(join(root, folder)).map((name) => new Uint8Array(readFileSync(join(root, folder, name)))));
    return async (draw) => {
      const source = mutate(draw.oneOf(draw.next() < 0.97 ? small : bundled), draw, textMutators);
      const { value, milliseconds } = await timed(() => parseContent(source));
      holds(value);
      if (value.ok && value.value.format === "assay-checklist/1") mustScore(value.value);
      return { outcome: value.ok ? "accepted" : "refused", milliseconds };
    };
  },
};

export const libraryTarget: Target = {
  limit: 5_000,
  prepare: async () => {
    const good = encode(smallLibrary);
    return async (draw) => {
      const source = mutate(good, draw, textMutators);
      const { value, milliseconds } = await timed(() => (looksLikeLibrary(source), readForeignLibrary(source)));
      holds(value);
      if (value.ok) for (const { checklist } of value.value.checklists) mustScore(checklist);
      return { outcome: value.ok ? "accepted" : "refused", milliseconds };
    };
  },
};

/** What is accepted has no problem, and what is refused says at least one, each in words and with a place. */
export function holds(parsed: Parsed<unknown>): void {
  if (!parsed.ok && parsed.problems.length === 0) throw new Error("refused without saying why");
  for (const { code, message, path } of parsed.problems) {
    if (!code || !message || typeof path !== "string") throw new Error(`a problem that says nothing: ${code} ${message}`);
    if (message.length > 5000) throw new Error(`a problem of ${message.length} characters`);
  }
  if (Object.getPrototypeOf({}) !== Object.prototype || Object.keys(Object.prototype).length > 0) throw new Error("the prototype of all objects was changed");
}

/** An accepted checklist can be scored. */
function mustScore(checklist: Checklist): void {
  const assessment: Assessment = {
    id: "fuzz" as AssessmentId,
    system: { name: "fuzz", purpose: "" },
    profile: {},
    assessedAt: "2026-11-21",
    checklists: [{ id: checklist.id, version: checklist.version, digest: `sha256-${"0".repeat(64)}` }],
    answers: {},
    evidence: [],
    classifications: [],
    attestations: [],
  };
  const result = scoreAssessment([checklist], assessment);
  if (result.checklists.length !== 1) throw new Error("an accepted checklist was not scored");
}
