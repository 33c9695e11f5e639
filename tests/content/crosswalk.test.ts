import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkCrosswalk, parseChecklist, parseContent, parseCrosswalk } from "#content";
import type { Checklist } from "#domain";
import { goodChecklist } from "./good-checklist.ts";
import { goodCrosswalk, spoilAt } from "./small-content.ts";

const parsedChecklist = parseChecklist(goodChecklist);
if (!parsedChecklist.ok) throw new Error("the good checklist is sound");
const small = [parsedChecklist.value];

const problemsOf = (source: string, known?: readonly Checklist[]) =>
  parseCrosswalk(source, known).problems.map((one) => `${one.line}:${one.column} ${one.code} ${one.path}`);

describe("a crosswalk", () => {
  test("is read by its format, with sections and questions as ends", () => {
    expect(problemsOf(goodCrosswalk, small)).toEqual([]);
    expect(parseContent(goodCrosswalk)).toEqual(parseCrosswalk(goodCrosswalk));
  });

  const cases: readonly (readonly [fact: string, from: string, to: string, problem: string])[] = [
    ["an unknown relation", "subset", "‸subsett", "unknown-value mappings.0.relation"],
    ["a basis of no known kind", "{ kind: judgement }", "{ kind: ‸hearsay }", "unknown-value mappings.1.basis.kind"],
    ["a published basis without a publisher", '{ kind: published, by: "A body", date: "2026-01" }', "‸{ kind: published }", "missing mappings.0.basis.by"],
    ["a mapping of a thing to itself", "to: { checklist: small, id: S1 }", "to: ‸{ checklist: small, id: S1.1.a }", "self-mapping mappings.0.to"],
    ["an end that no checklist has", "id: S1 }", "id: ‸S2 }", "unknown-reference mappings.0.to.id"],
    ["a checklist that is not here", "from: { checklist: small, id: S1.1 }", "from: { checklist: ‸smal, id: S1.1 }", "unknown-reference mappings.1.from.checklist"],
  ];
  for (const [fact, from, to, problem] of cases) {
    test(`${fact} is refused where it stands`, () => {
      const { source, place } = spoilAt(goodCrosswalk, from, to);
      expect(problemsOf(source, small)).toEqual([`${place} ${problem}`]);
    });
  }

  test("states a pair once on one basis, in whichever direction", () => {
    const again = (basis: string) => `${goodCrosswalk}  - { from: { checklist: small, id: S1 }, to: { checklist: small, id: S1.1.a }, relation: superset, basis: ${basis} }\n`;
    expect(problemsOf(again('{ kind: published, by: "A body" }'), small)).toEqual(["13:5 duplicate-mapping mappings.2"]);
    expect(problemsOf(again('{ kind: published, by: "Another body" }'), small)).toEqual([]);
    expect(problemsOf(again("{ kind: judgement }"), small)).toEqual([]);
  });

  test("says what to do: the id that was meant, or to strike the mapping", () => {
    const hint = (id: string) => parseCrosswalk(goodCrosswalk.replace("id: S1 }", `id: ${id} }`), small).problems[0]?.hint;
    expect(hint("S1.1.aa")).toBe("Did you mean `S1.1.a`?");
    expect(hint("Z99999")).toBe("Name one that is there, or strike the mapping.");
  });

  test("is not held against checklists that nobody gave", () => {
    expect(problemsOf(goodCrosswalk.replaceAll("small", "elsewhere"))).toEqual([]);
  });

  test("that is read already is checked the same, without lines", () => {
    const parsed = parseCrosswalk(goodCrosswalk.replace("id: S1 }", "id: S2 }"));
    if (!parsed.ok) throw new Error("nothing is wrong with it by itself");
    expect(checkCrosswalk(parsed.value, small)).toMatchObject([{ code: "unknown-reference", path: "mappings.0.to.id" }]);
    expect(checkCrosswalk(parsed.value, [])).toHaveLength(4);
  });

  test("with the ids that every object has finds nothing by them", () => {
    expect(problemsOf(goodCrosswalk.replace("id: S1 }", "id: toString }"), small)).toEqual(["5:33 unknown-reference mappings.0.to.id"]);
    expect(problemsOf(goodCrosswalk.replace("from: { checklist: small, id: S1.1 }", "from: { checklist: constructor, id: S1.1 }"), small)).toHaveLength(1);
  });
});

describe("checklists/crosswalk.yaml", () => {
  const folder = join(import.meta.dirname, "../../checklists");
  const checklists = readdirSync(folder).flatMap((name) => {
    const parsed = parseContent(readFileSync(join(folder, name)));
    return parsed.ok && parsed.value.format === "assay-checklist/1" ? [parsed.value] : [];
  });
  const parsed = parseCrosswalk(readFileSync(join(folder, "crosswalk.yaml")), checklists);

  test("[S17] names only questions and sections that are bundled", () => expect(parsed.problems).toEqual([]));

  test("[S17] has the 280 published pairs of NIST AI RMF and ISO/IEC 42001, on that one basis", () => {
    const published = (parsed.ok ? parsed.value.mappings : []).filter((one) => one.basis.kind === "published");
    expect(published).toHaveLength(280);
    expect(new Set(published.map(({ from, to, basis }) => [from.checklist, to.checklist, basis.by].join()))).toEqual(
      new Set(["nist-ai-rmf,iso-42001,NIST (crosswalk contributed by Microsoft, on the FDIS of 42001)"]),
    );
  });

  test("[S17] keeps the source's four misprints as notes", () => {
    const noted = (parsed.ok ? parsed.value.mappings : []).filter((one) => one.basis.kind === "published" && one.note);
    expect(noted.map(({ from, to }) => `${from.id} ${to.id}`)).toEqual(["GOVERN-2.1 ISO-7.2", "GOVERN-3.2 ISO-A.3.2", "MAP-1.4 ISO-A.2.2", "MAP-1.5 ISO-6.1.1"]);
  });
});
