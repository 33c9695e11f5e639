import { describe, expect, test } from "vitest";
import type { Assessment, PinnedChecklist } from "#domain";
import { compareWithChecklists, readAssayFile } from "#exchange";
import { bytesOf, pinned, projected } from "./sample.ts";

/** The sample assessment with some keys said otherwise, as a file says them. */
function assessment(changes: object): Assessment {
  const read = readAssayFile(bytesOf({ format: "assay-assessment/1", ...projected(), ...changes }));
  if (!read.ok) throw new Error(read.problems[0]?.message);
  return read.value.assessment;
}

function compare(changes: object, checklists: readonly PinnedChecklist[] = [pinned]): readonly string[] {
  return compareWithChecklists(assessment(changes), checklists).map((one) => `${one.code} ${one.path}`);
}

const otherText: PinnedChecklist = { ...pinned, digest: `sha256-${"b".repeat(64)}` };
const otherVersion: PinnedChecklist = { ...otherText, checklist: { ...pinned.checklist, version: "2.0.0" } };

describe("an assessment and the checklists that are here", () => {
  test("agree when every word finds its meaning", () => expect(compare({})).toEqual([]));
  test("disagree about a checklist that is not here, once", () => expect(compare({}, [])).toEqual(["unknown-checklist checklists.0"]));
  test("disagree by the digest, even within one version", () => expect(compare({}, [otherText])).toEqual(["checklist-differs checklists.0"]));
  test("disagree by the version where no digest is given", () => {
    const checklists = [{ id: "small", version: "1.0.0" }];
    expect(compare({ checklists }, [otherText])).toEqual([]);
    expect(compare({ checklists }, [otherVersion])).toEqual(["checklist-differs checklists.0"]);
  });
  test("agree when the pinned one is here among others", () => expect(compare({}, [otherVersion, pinned, otherText])).toEqual([]));
  test("disagree about answers to a checklist that nobody names", () => {
    expect(compare({ answers: { other: {} } })).toEqual(["unknown-checklist answers.other"]);
  });
  test("disagree about a question and about a level", () => {
    expect(compare({ answers: { small: { "S1.c": { level: "1" }, "S1.b": { level: "4" } } } })).toEqual([
      "unknown-question answers.small.S1.c",
      "unknown-level answers.small.S1.b.level",
    ]);
  });
  test("disagree about evidence that is linked and not recorded", () => {
    expect(compare({ evidence: [] })).toEqual(["unknown-evidence answers.small.S1.a.evidence"]);
  });
  test("disagree about targets of nothing [S4]", () => {
    expect(compare({ profile: { targets: { small: 1, "small/S1": 1, "small/S1.a": 1, "small/S9": 1, none: 1 } } })).toEqual([
      "unknown-question profile.targets.small/S9",
      "unknown-checklist profile.targets.none",
    ]);
  });
});
