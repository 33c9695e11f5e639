import { describe, expect, test } from "vitest";
import { WorkbenchError, reportParts, type ReportDocument } from "#domain";
import { composeReport } from "#report";
import { standardPolicy } from "#scoring";
import { publishedPolicy } from "../../../src/report/published-policy.ts";
import { anchorsOf, entriesOf, inlinesOf, only, printed, printedTable, rowsOf } from "./print-report.ts";
import { assessment, duties, everything, executive, inputOf, oversight, pin, template } from "./sample.ts";

const english = composeReport(inputOf());
const chinese = composeReport(inputOf({ language: "zh-TW" }));
const brief = composeReport(inputOf({ template: template(executive) }));

describe("a composed report", () => {
  test("is the same document each time it is composed of the same input", () => {
    expect(JSON.stringify(composeReport(inputOf()))).toBe(JSON.stringify(english));
  });

  test("[S15] does not depend on the order in which answers were recorded", () => {
    const answers = Object.fromEntries(
      Object.entries(assessment.answers).map(([id, own]) => [id, Object.fromEntries(Object.entries(own).toReversed())]),
    );
    expect(composeReport(inputOf({ assessment: { ...assessment, answers } }))).toEqual(english);
  });

  test("follows the order of its template and ends with the places for a signature and a second one", () => {
    const parts = english.blocks.flatMap((block) => (block.kind === "heading" && block.level === 1 ? [block.anchor] : []));
    const computed = reportParts.filter((part) => part !== "cover").map((part) => `part:${part}`);
    expect(parts).toEqual([...computed, `text:${everything.length}`, "part:signature"]);
    for (const document of [english, chinese, brief, composeReport(inputOf({ template: template([]) }))]) {
      expect(only(document, "signature").map(({ field }) => field)).toEqual(["Signature1", "Signature2"]);
      expect(document.blocks.at(-1)?.kind).toBe("signature");
    }
  });

  test("has the same blocks, rows and anchors in both languages", () => {
    const shape = (document: ReportDocument) => document.blocks.map((block) => block.kind);
    expect(shape(chinese)).toEqual(shape(english));
    expect(anchorsOf(chinese.blocks)).toEqual(anchorsOf(english.blocks));
  });

  test("gives every anchor once and links only to anchors that exist, whatever its template leaves out", () => {
    for (const document of [english, chinese, brief]) {
      const anchors = anchorsOf(document.blocks);
      expect(new Set(anchors).size).toBe(anchors.length);
      const dangling = inlinesOf(document.blocks).filter(({ to }) => to !== undefined && !anchors.includes(to));
      expect(dangling).toEqual([]);
    }
    expect(inlinesOf(english.blocks).filter(({ to }) => to?.startsWith("answer:")).length).toBeGreaterThan(10);
    expect(inlinesOf(brief.blocks).filter(({ to }) => to?.startsWith("finding:")).length).toBeGreaterThan(0);
  });

  test("keeps anchors apart when a template asks for a part twice", () => {
    const twice = composeReport(inputOf({ template: template([{ part: "findings" }, { part: "findings" }]) }));
    const anchors = anchorsOf(twice.blocks);
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  test("has tables whose columns add up to their width and whose rows fill their columns", () => {
    for (const { title, columns, rows } of only(english, "table")) {
      expect(columns.reduce((sum, { width }) => sum + width, 0), title).toBeCloseTo(1, 12);
      expect(rows.filter(({ cells }) => cells.length !== columns.length), title).toEqual([]);
    }
  });

  test("has headings that never skip a level, so that its outline is a tree", () => {
    for (const document of [english, brief]) {
      const levels = only(document, "heading").map(({ level }) => level);
      expect(levels[0]).toBe(1);
      expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    }
  });

  test("is shorter for executives, and says what it cuts", () => {
    expect(brief.blocks.length).toBeLessThan(english.blocks.length / 2);
    expect(rowsOf(brief, "finding")).toHaveLength(2);
    expect(printed(brief.blocks)).toContain("Shown: the first 2 of 3.");
  });

  test("in brief counts its limit across all checklists, and puts the gravest first", () => {
    const parts = reportParts.map((part) => ({ part, detail: "brief", limit: 2 }) as const);
    const short = composeReport(inputOf({ template: template(parts) }));
    expect(rowsOf(short, "finding").map(({ anchor }) => anchor)).toEqual(["finding:oversight:O-1.1.a", "finding:oversight:O-3.b"]);
    expect(printed(short.blocks)).toContain("The 2 gravest findings of 3");
    expect(printedTable(short, "Points open before signing")).toMatch(/All checklists\n1\n1\n1\n4\n1$/);
    expect(only(short, "heatmap").map(({ size, rows }) => [size, rows.length])).toEqual([["small", 3], ["small", 1], [undefined, 2]]);
  });

  test("[S11] in brief exposures that differ by rounding alone are equal, and the order of the result stands", () => {
    const input = inputOf({ template: template([{ part: "findings", detail: "brief" }]) });
    const exposures = [2 * 0.6, 3 * 0.4] as const;
    expect(exposures[1]).toBeGreaterThan(exposures[0]);
    const [first, ...others] = input.result.checklists;
    const findings = first!.findings.slice(0, 2).map((finding, index) => ({ ...finding, severity: "high" as const, exposure: exposures[index]! }));
    const document = composeReport({ ...input, result: { ...input.result, checklists: [{ ...first!, findings }, ...others] } });
    expect(rowsOf(document, "finding").map(({ anchor }) => anchor)).toEqual(findings.map(({ question }) => `finding:oversight:${question}`));
  });

  test("prints the template author's own words as paragraphs under their heading", () => {
    const at = english.blocks.findIndex((block) => block.kind === "heading" && block.text === "Terms of reference");
    expect(printed(english.blocks.slice(at + 1, at + 3))).toBe("First paragraph.\nSecond paragraph.");
  });

  test("throws report-failed rather than pass over a checklist that was not scored", () => {
    const result = { ...inputOf().result, checklists: [] };
    expect(() => composeReport(inputOf({ result }))).toThrow(WorkbenchError);
    expect(() => composeReport(inputOf({ result }))).toThrow(/oversight/);
  });

  test("says that there is nothing to report when the assessment names no checklist", () => {
    const empty = composeReport(inputOf({ checklists: [], conflicts: [] }));
    expect(printed(empty.blocks)).toContain("names no checklist");
  });
});

describe("provenance and methodology", () => {
  test("give each checklist's digest with a command that checks it, and warn of another edition", () => {
    const text = printed(english.blocks);
    expect(text).toContain(`echo "${"ab".repeat(32)}  oversight.yaml" | sha256sum --check`);
    expect(text).toContain(`begun with a file of another content, SHA-256 ${"cd".repeat(32)}`);
    expect(text).toContain("names version 1.9.0");
    const same = { ...assessment, checklists: [{ id: oversight.id, version: "1.2.0", digest: pin(oversight).digest }] };
    const calm = composeReport(inputOf({ assessment: same, checklists: [pin(oversight)] }));
    expect(printed(calm.blocks)).not.toContain("begun with a file of another content");
  });

  test("print the head of every device's journal and reports signed earlier", () => {
    const heads = printedTable(english, "Heads of the journal when this report was prepared");
    expect(heads).toContain(`laptop\n41\nsha256-${"77".repeat(32)}`);
    expect(printedTable(english, "Reports of this assessment signed earlier")).toContain("99".repeat(32));
  });

  test("mark a checklist's title in the other language as such", () => {
    const other = inlinesOf(english.blocks).filter(({ language }) => language !== undefined);
    expect(other.map(({ text, language }) => [text, language])).toEqual([
      ["監督清單", "zh-TW"],
      ["義務清單", "zh-TW"],
    ]);
  });

  test("explain the rules S1 to S15, each under its id", () => {
    const rules = entriesOf(english, "rule");
    expect(rules.map(({ anchor }) => anchor)).toEqual(Array.from({ length: 15 }, (_, index) => `rule:S${index + 1}`));
    expect(rules.map(({ name }) => name[0]?.text.split(" ")[0])).toEqual(rules.map(({ anchor }) => anchor?.slice(5)));
  });

  test("[S4] [S11] print the constants that the scoring room publishes", () => {
    expect(publishedPolicy).toEqual(standardPolicy);
    const tierRows = only(english, "table").find(({ title }) => title.startsWith("Default targets"));
    expect(printed(tierRows ? [tierRows] : [])).toContain("High risk\n80%");
  });

  test("print the constants of another policy when the result was scored with one", () => {
    const policy = { ...standardPolicy, severityFrom: { critical: 1.75, high: 1, medium: 0.25 } };
    const document = composeReport(inputOf({ policy }));
    expect(printedTable(document, "Severity of a finding by exposure (S11)")).toContain("1.75 or more");
  });
});

describe("the cover", () => {
  const facts = (document: ReportDocument) =>
    Object.fromEntries((only(document, "cover")[0]?.facts ?? []).map(({ label, value }) => [label, value]));

  test("states profile, checklists and dates in words", () => {
    expect(facts(english)).toMatchObject({
      "Risk tier": "High risk",
      "Role of the organisation": "Deployer",
      Characteristics: "Public sector, river-crossing",
      "Assessed as at": "21 November 2026",
      "Report prepared": "21 November 2026, 09:05 UTC",
    });
    expect(facts(chinese)).toMatchObject({
      風險等級: "高風險",
      系統特性: "公部門、river-crossing",
      評估基準日: "2026年11月21日",
      報告產製時間: "2026年11月21日 09:05（UTC）",
    });
  });

  test("[S4] says how an assessment without a tier is scored", () => {
    const bare = composeReport(inputOf({ assessment: { ...assessment, profile: {} } }));
    expect(facts(bare)["Risk tier"]).toBe("Not stated; scored as high risk");
  });

  test("clips what is too long for one page, and has it in full directly after", () => {
    const purpose = "很長的用途".repeat(20_000);
    const long = composeReport(inputOf({ assessment: { ...assessment, system: { name: "", purpose } } }));
    const [cover] = only(long, "cover");
    expect(cover?.title).toBe("Unnamed system");
    expect(cover?.subtitle).toHaveLength(181);
    expect(printed(long.blocks.slice(1, 3))).toBe(`The system in full\nPurpose\n${purpose}`);
    expect(printed(english.blocks)).not.toContain("The system in full");
  });

  test("in brief has what it clips before the signature", () => {
    const purpose = "一件很長的用途。".repeat(40);
    const system = { ...assessment.system, purpose };
    const long = composeReport(inputOf({ assessment: { ...assessment, system }, template: template([{ part: "cover", detail: "brief" }, { part: "summary", detail: "brief" }]) }));
    expect(only(long, "cover")[0]?.subtitle).toMatch(/^(一件很長的用途。)+…$/);
    expect(printed(long.blocks.slice(-5, -3))).toBe(`The system in full\nPurpose\n${purpose}`);
  });

  test("names the edition of each checklist beside its mark", () => {
    expect(only(english, "cover")[0]?.marks.map(({ note }) => /version [\d.]+/.exec(note)?.[0])).toEqual(["version 1.2.0", "version 2.0.0"]);
  });

  test("has a mark for each checklist, as its bar has in the summary", () => {
    expect(only(english, "cover")[0]?.marks.map(({ label, mark }) => [label, mark.label])).toEqual([
      [oversight.title.en, "40–77%"],
      [duties.title.en, "100%"],
    ]);
  });
});
