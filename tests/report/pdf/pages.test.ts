import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parseChecklist, parseTemplate } from "#content";
import { languages, type Block, type Language, type Paper, type PinnedChecklist, type ReportDocument, type ReportEntry } from "#domain";
import { readAssayFile } from "#exchange";
import { composeReport, renderPdf } from "#report";
import { scoreAssessment } from "#scoring";
import { fonts } from "./read-fonts.ts";
import { askOf, countTags, isSound, textOf } from "./read-pdf.ts";
import { mark, sampleDocument, text } from "./sample-document.ts";

const root = resolve(import.meta.dirname, "../../..");
const read = (...path: readonly string[]) => new Uint8Array(readFileSync(join(root, ...path)));

/** The report that a template makes of the sample that comes with Assay: five checklists, 372 questions. */
function sampleReport(template: string, language: Language, paper?: Paper): ReportDocument {
  const file = readAssayFile(read("public/samples/customs-xray.assay.json"));
  const parsed = parseTemplate(read("templates", `${template}.yaml`));
  if (!file.ok || !parsed.ok) throw new Error("the sample and the templates can be read");
  const { assessment } = file.value;
  const known = readdirSync(join(root, "checklists")).flatMap((name): readonly PinnedChecklist[] => {
    const checklist = parseChecklist(read("checklists", name));
    return checklist.ok ? [{ checklist: checklist.value, digest: `sha256-${"ab".repeat(32)}` }] : [];
  });
  const checklists = assessment.checklists.flatMap(({ id }) => known.filter(({ checklist }) => checklist.id === id));
  return composeReport({
    template: { ...parsed.value, paper: paper ?? parsed.value.paper },
    language,
    checklists,
    assessment,
    result: scoreAssessment(checklists.map(({ checklist }) => checklist), assessment),
    conflicts: [],
    provenance: { appVersion: "0.1.0", createdAt: "2026-11-21T09:00:00.000Z", heads: [], events: 0 },
  });
}

function pagesOf(bytes: Uint8Array): readonly string[] {
  return askOf(bytes, "pdftotext", "-enc", "UTF-8", "{}", "-").split("\f").slice(0, -1);
}

function documentOf(blocks: readonly Block[], language: Language = "zh-TW"): ReportDocument {
  return { ...sampleDocument(language), blocks };
}

describe.each(languages)("the sample's reports in %s", (language) => {
  test("are an executive summary of at most six pages, cover and summary one each", () => {
    const bytes = renderPdf(sampleReport("executive-summary", language), fonts);
    const pages = pagesOf(bytes);
    expect(pages.length).toBeLessThanOrEqual(6);
    expect(pages[1]).toMatch(/^.*(Summary|摘要)/su);
    expect(pages[1]?.match(/ALTAI-|TW-BA:/g)).toHaveLength(10);
    expect(pages[2]).toMatch(/Lifecycle phases|生命週期各階段/u);
    expect(isSound(bytes)).toBe(true);
    if (language === "en") expect(pagesOf(renderPdf(sampleReport("executive-summary", language, "Letter"), fonts)).length).toBeLessThanOrEqual(7);
  });

  test("are a full report of at most 110 pages, sound, each page with something on it", () => {
    const bytes = renderPdf(sampleReport("full-report", language), fonts);
    const pages = pagesOf(bytes);
    expect(pages.length).toBeLessThanOrEqual(110);
    expect(isSound(bytes)).toBe(true);
    const lines = pages.map((page) => page.split("\n").filter((line) => line.trim() !== "").length);
    expect(lines.filter((count) => count < 9)).toEqual([]);
    expect(bytes.length).toBeLessThan(2_400_000);
  }, 30_000);
});

describe("a cover", () => {
  test.each(["A4", "Letter"] as const)("is one %s page with twelve checklists and facts of any length", (paper) => {
    const words = "很長的名稱與用途 with words of both kinds ".repeat(4);
    const cover: Block = {
      kind: "cover",
      eyebrow: "評估",
      title: words.slice(0, 60),
      subtitle: "一\n".repeat(8),
      facts: Array.from({ length: 8 }, (_, index) => ({ label: `項目${index}`, value: index < 4 ? words.slice(0, 70) : "簡短" })),
      marks: Array.from({ length: 12 }, (_, index) => ({ label: `清單${index}`, mark: mark(0.2, 0.6, 0.1, index % 2 === 0), note: "受阻：否決項未達目標；1.0.0版" })),
      legend: words,
    };
    const document = { ...documentOf([cover, { kind: "heading", level: 1, text: "次頁", anchor: "next" }]), paper };
    const [first, second, ...rest] = pagesOf(renderPdf(document, fonts));
    expect(first).toContain("清單11");
    expect(first).toContain("項目7");
    expect(second).toContain("次頁");
    expect(rest).toEqual([]);
  });
});

describe("entries", () => {
  const entry = (index: number, lines: number): ReportEntry => ({
    anchor: `answer:${index}`,
    name: [{ text: `Q-${index}`, style: "strong" }],
    mark: mark(0.25, 0.25, 0.1),
    about: [{ text: "條款一\n應" }],
    title: [{ text: `第${index}題是否留存紀錄？` }],
    body: [{ text: Array.from({ length: lines }, (_, line) => `題${index}行${line}。`).join("\n") }],
    foot: [{ text: `值 0.20；終${index}` }],
  });
  const rows = Array.from({ length: 30 }, (_, index) => entry(index, 1 + ((index * 7) % 12)));
  const bytes = renderPdf(documentOf([{ kind: "entries", title: "作答", rows }]), fonts);

  test("are a list of labelled items", () => {
    expect(countTags(bytes)).toMatchObject({ LI: 30, Lbl: 30, LBody: 30, P: 90 });
    expect(askOf(bytes, "qpdf", "--json", "{}").split('"/T": "u:作答"')).toHaveLength(2);
  });

  test("lose no line, even of one that is taller than a page", () => {
    const tall = textOf(renderPdf(documentOf([{ kind: "entries", title: "作答", rows: [entry(1, 150), entry(2, 3)] }]), fonts));
    for (let line = 0; line < 150; line++) expect(tall).toContain(`題1行${line}。`);
    expect(tall).toContain("終1");
    const copied = textOf(bytes);
    for (const index of rows.keys()) for (const words of [`Q-${index}`, `第${index}題是否留存紀錄？題${index}行0。`]) expect(copied).toContain(words);
  });

  test("begin and end with three lines of what is said where a page divides them", () => {
    const pages = pagesOf(bytes).map((page) => page.split("\n").filter((line) => /^題\d+行|^值/u.test(line)));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages.slice(1)) {
      const owner = /^題(\d+)行/u.exec(page[0] ?? "")?.[1] ?? "";
      const own = page.filter((line) => line.startsWith(`題${owner}行`) || line.endsWith(`終${owner}`));
      expect(own.length).toBeGreaterThanOrEqual(owner === "" ? 0 : 2);
    }
  });
});

describe("what belongs together", () => {
  const lines = (count: number): readonly Block[] => Array.from({ length: count }, (_, index) => ({ kind: "paragraph", line: [{ text: `第${index}行` }] }));
  const table: Block = {
    kind: "table",
    title: "表名在上",
    isTitledAbove: true,
    columns: [{ title: "欄甲", width: 0.5 }, { title: "欄乙", width: 0.5 }],
    rows: Array.from({ length: 4 }, (_, index) => ({ cells: [text(`列${index}`), text("值")] })),
    empty: "",
  };

  test("stays together: a heading, its short introduction, a table's head and its first rows", () => {
    for (let count = 18; count < 29; count++) {
      const intro: Block = { kind: "paragraph", line: [{ text: "引言一句。" }] };
      const pages = pagesOf(renderPdf(documentOf([...lines(count), { kind: "heading", level: 2, text: "標題在此", anchor: "h" }, intro, table]), fonts));
      expect(pages.find((page) => page.includes("標題在此"))).toMatch(/標題在此\s+引言一句。\s+欄甲[^]*列0[^]*列1/u);
      expect(pages.filter((page) => /列[23]/u.test(page) && !/列[012]/u.test(page))).toEqual([]);
    }
  });

  test("opens a page with a heading of the first level that has less than a third of one left", () => {
    const pages = pagesOf(renderPdf(documentOf([...lines(24), { kind: "heading", level: 1, text: "新的一章", anchor: "h" }, ...lines(2)]), fonts));
    expect(pages).toHaveLength(2);
    expect(pages[1]).toContain("新的一章");
  });

  test("tells, but does not show, a table's title that its heading says already", () => {
    const bytes = renderPdf(documentOf([table]), fonts);
    expect(textOf(bytes)).not.toContain("表名在上");
    expect(countTags(bytes)["Caption"]).toBeUndefined();
    expect(askOf(bytes, "qpdf", "--json", "{}")).toContain('"/Summary": "u:表名在上"');
  });
});

describe("a table", () => {
  test("never cuts a word of its head", () => {
    const titles = ["Phase of the lifecycle", "Coverage", "Evidenced", "Requirement"];
    const columns = titles.map((title, index) => ({ title, width: index === 0 ? 0.85 : 0.05 }));
    const bytes = renderPdf(documentOf([{ kind: "table", title: "", columns, rows: [], empty: "None" }], "en"), fonts);
    const copied = askOf(bytes, "pdftotext", "-layout", "{}", "-");
    for (const word of titles.slice(1)) expect(copied).toContain(word);
  });
});
