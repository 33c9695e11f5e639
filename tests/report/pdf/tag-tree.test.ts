/** The tag tree of the printed file, read back through another tool, against the document it was printed from. */
import { beforeAll, describe, expect, test } from "vitest";
import { languages, type Block, type Language, type ReportDocument } from "#domain";
import { composeReport, renderPdf } from "#report";
import { anchorsOf, inlinesOf, only, stringsOf, textOf } from "../compose/print-report.ts";
import { inputOf } from "../compose/sample.ts";
import { fonts } from "./read-fonts.ts";
import { askOf } from "./read-pdf.ts";
import { asArray, everyOf, openPdf, readTags, stringOf, type Json, type PdfFile, type Tagged, type TagTree } from "./read-tags.ts";
import { sampleDocument } from "./sample-document.ts";

const bare = (text: string) => text.replaceAll(/\s+/gu, "");

const documents = languages.flatMap((language): readonly (readonly [string, Language, ReportDocument])[] => [
  [`the composed sample in ${language}`, language, composeReport(inputOf({ language }))],
  [`the page of every block in ${language}`, language, sampleDocument(language)],
]);

describe.each(documents)("%s", (_, language, document) => {
  let bytes: Uint8Array;
  let file: PdfFile;
  let tree: TagTree;
  beforeAll(() => {
    bytes = renderPdf(document, fonts);
    file = openPdf(bytes);
    tree = readTags(file);
  });
  const tagged = (...tags: readonly string[]) => tree.all.filter(({ tag }) => tags.includes(tag));

  test("says every word of the document once and in its order, and no other word", () => {
    expect(tree.root.tag).toBe("Document");
    const said = tree.root.kids.map((kid) => bare(kid.text));
    expect(said.join("").replaceAll("•", "")).toBe(bare(document.blocks.flatMap(wordsOf).join("")));
  });

  test("has its headings as the document has them, and none skips a level", () => {
    const cover = only(document, "cover").map(({ title }) => ["H1", bare(title)]);
    const headings = only(document, "heading").map(({ level, text }) => [`H${level}`, bare(text)]);
    const found = tagged("H1", "H2", "H3").map(({ tag, text }) => [tag, bare(text)]);
    expect(found).toEqual([...cover, ...headings]);
    const levels = found.map(([tag]) => Number(tag?.slice(1)));
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test("has its tables with the heads, rows and cells of the document, each head with its scope", () => {
    const tables = tagged("Table");
    const blocks = document.blocks.filter((block) => block.kind === "table" || block.kind === "bars" || block.kind === "heatmap");
    expect(tables).toHaveLength(blocks.length);
    for (const [index, block] of blocks.entries()) {
      const table = tables[index]!;
      const rows = everyOf(table).filter(({ tag }) => tag === "TR").map(({ kids }) => kids.map(({ tag, scope, text }) => `${tag} ${scope ?? ""} ${bare(text)}`));
      expect(rows).toEqual(rowsOf(block).map((row) => row.map(bareCell)));
      expect(table.kids.map(({ tag }) => tag)).toEqual([...("isTitledAbove" in block && block.isTitledAbove ? [] : ["Caption"]), ...(block.kind === "bars" ? [] : ["THead"]), "TBody"]);
      expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    }
    for (const cell of tagged("TH")) expect(["Row", "Column"]).toContain(cell.scope);
    for (const cell of tagged("TD")) expect(cell.scope).toBeNull();
  });

  test("nests what may be nested and nothing else", () => {
    const allowed: Readonly<Record<string, readonly string[]>> = {
      Document: ["H1", "H2", "H3", "P", "L", "Table", "Figure", "Form"],
      L: ["LI"], LI: ["Lbl", "LBody"], Table: ["Caption", "THead", "TBody"], THead: ["TR"], TBody: ["TR"], TR: ["TH", "TD"],
    };
    const inLine = ["Link", "Span"];
    for (const { tag, kids, own } of tree.all) {
      const may = allowed[tag] ?? (tag === "LBody" ? ["P", ...inLine] : inLine);
      expect(kids.filter((kid) => !may.includes(kid.tag)).map((kid) => `${tag} > ${kid.tag}`)).toEqual([]);
      if (allowed[tag]) expect(own, tag).toBe("");
    }
  });

  test("tells every figure and field in words", () => {
    const figures = tagged("Figure");
    expect(figures).toHaveLength(only(document, "cover").flatMap(({ marks }) => marks).length + only(document, "radar").length);
    const forms = tagged("Form");
    expect(forms.map(({ alt }) => alt)).toEqual(only(document, "signature").map(({ title }) => title));
    for (const { alt } of [...figures, ...forms]) expect(alt?.trim()).toBeTruthy();
    for (const { label, mark } of only(document, "cover").flatMap(({ marks }) => marks)) expect(figures.map(({ alt }) => alt)).toContain(`${label} ${mark.label}`);
    for (const { description } of [...only(document, "heatmap"), ...only(document, "bars")]) expect(tagged("Table").map(({ summary }) => summary)).toContain(description);
  });

  test("names its language, and the language of every word in another", () => {
    expect(stringOf(file.catalog["/Lang"])).toBe(language);
    const foreign = inlinesOf(document.blocks).filter((inline) => inline.language !== undefined && inline.language !== language && inline.text.trim() !== "");
    const marked = languageRuns(tree.root, null).filter((run) => run.language !== null && run.language !== language);
    expect(bare(marked.map(({ text }) => text).join(""))).toBe(bare(foreign.map(({ text }) => text).join("")));
    for (const inline of foreign) expect(marked.some((run) => run.language === inline.language && bare(run.text).includes(bare(inline.text)))).toBe(true);
  });

  test("paints nothing that is neither content nor artifact, and owns all its content once", () => {
    expect(tree.strays).toEqual([]);
    expect(tree.lost).toEqual([]);
    const root = file.dictionary(file.catalog["/StructTreeRoot"]);
    const parents = numbersOf(file, root["/ParentTree"]);
    for (const page of file.pages) {
      const own = file.dictionary(page);
      expect(own["/Tabs"]).toBe("/S");
      expect(parents.has(Number(own["/StructParents"]))).toBe(true);
      for (const annotation of asArray(own["/Annots"])) {
        const owner = file.dictionary(parents.get(Number(file.dictionary(annotation)["/StructParent"])));
        expect(asArray(owner["/K"]).some((kid) => file.dictionary(kid)["/Obj"] === annotation)).toBe(true);
      }
    }
    expect(parents.size).toBe(Number(root["/ParentTreeNextKey"]));
  });

  test("keeps running heads and page numbers out of the content, on every page but the cover", () => {
    const first = document.blocks[0]?.kind === "cover" ? 1 : 0;
    for (const [index, artifact] of tree.artifacts.entries()) {
      if (index < first) continue;
      const label = document.pageLabel.replace("{page}", String(index + 1)).replace("{pages}", String(file.pages.length));
      expect(bare(artifact)).toContain(bare(label));
      expect(bare(artifact)).toContain(bare(document.runningHead.start).slice(0, 10));
      expect(bare(tree.root.text)).not.toContain(bare(label));
    }
  });

  test("has page labels that are the printed page numbers", () => {
    expect([...numbersOf(file, file.catalog["/PageLabels"])]).toEqual([[0, { "/S": "/D" }]]);
  });

  test("has bookmarks nested as its headings are, each leading to its heading", () => {
    const found = outlineOf(file, file.dictionary(file.catalog["/Outlines"])["/First"], 1);
    const elements = tagged("H1", "H2", "H3").filter(({ text }) => !only(document, "cover").some(({ title }) => bare(title) === bare(text)));
    expect(found.map(({ title }) => bare(title))).toEqual(only(document, "heading").map(({ text }) => bare(text)));
    expect(found.map(({ depth }) => depth)).toEqual(depthsOf(only(document, "heading").map(({ level }) => level)));
    for (const [index, { page, y }] of found.entries()) {
      const { place } = elements[index]!;
      expect(page).toBe(place?.page);
      expect(y - (place?.y ?? 0)).toBeGreaterThan(0);
      expect(y - (place?.y ?? 0)).toBeLessThan(45);
    }
    expect(file.catalog["/PageMode"]).toBe("/UseOutlines");
  });

  test("has links that lead to what they name", () => {
    const anchors = new Set(anchorsOf(document.blocks));
    const wanted = inlinesOf(document.blocks).filter(({ to }) => to !== undefined && anchors.has(to));
    const links = tagged("Link");
    expect(bare(links.map(({ text }) => text).join(""))).toBe(bare(wanted.map(({ text }) => text).join("")));
    const targets = targetsOf(document, tree);
    let led = 0;
    expect(links).toHaveLength(wanted.length);
    for (const [index, link] of links.entries()) {
      const destination = asArray(file.dictionary(link.annotations[0])["/Dest"]);
      const target = targets.get(wanted[index]!.to!);
      if (!target?.place) continue;
      expect(file.pages.indexOf(String(destination[0])) + 1).toBe(target.place.page);
      expect(Math.abs(Number(destination[3]) - target.place.y)).toBeLessThan(60);
      expect(link.annotations.every((one) => file.dictionary(one)["/Contents"] !== undefined)).toBe(true);
      led += 1;
    }
    expect(led).toBe(links.length);
    const named = only(document, "entries").flatMap(({ rows }) => rows.filter(({ anchor }) => anchor?.startsWith("finding:")));
    expect(named.every(({ name }) => name.some(({ to }) => to !== undefined && anchors.has(to)))).toBe(true);
  });

  test("is the same tree for Poppler", () => {
    const lines = askOf(bytes, "pdfinfo", "-struct", "{}").split("\n");
    const tags = lines.flatMap((line) => /^ *(Document|H[1-3]|P|L|LI|Lbl|LBody|Table|Caption|THead|TBody|TR|TH|TD|Figure|Form|Link|Span)\b/.exec(line)?.[1] ?? []);
    expect(tags).toEqual(tree.all.map(({ tag }) => tag));
  });
});

/** What a reader is told of a block, in the order of the page, which differs from that of the document where there are figures. */
function wordsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "cover":
      return [
        block.eyebrow, block.title, block.subtitle,
        ...block.marks.flatMap(({ label, mark, note }) => [label, mark.label, note]),
        block.legend,
        ...block.facts.flatMap(({ label, value }) => [label, value]),
      ];
    case "bars":
    case "heatmap":
      return [block.title, ...rowsOf(block).flat().map(([, , text]) => text), block.legend];
    case "radar":
      return [block.title, ...block.axes.flatMap(({ label, mark }) => [label, mark.label]), block.legend];
    case "table":
      return [...(block.isTitledAbove ? [] : [block.title]), ...rowsOf(block).flat().map(([, , text]) => text)];
    case "entries":
      return block.rows.flatMap(({ name, mark, about, title, body, foot }) => [textOf(name), mark?.label ?? "", textOf(about), textOf(title), textOf(body), textOf(foot)]);
    default:
      return stringsOf(block);
  }
}

type ExpectedCell = readonly [tag: string, scope: string, text: string];
const bareCell = ([tag, scope, text]: ExpectedCell) => `${tag} ${scope} ${bare(text)}`;

function rowsOf(block: Extract<Block, { kind: "table" | "bars" | "heatmap" }>): readonly (readonly ExpectedCell[])[] {
  const row = (first: string, rest: readonly string[]): readonly ExpectedCell[] => [["TH", "Row", first], ...rest.map((text) => ["TD", "", text] as const)];
  const head = (texts: readonly string[]) => texts.map((text) => ["TH", "Column", text] as const);
  if (block.kind === "bars") return block.rows.map(({ label, mark, note }) => row(label, [mark.label, ...(block.rows.some((one) => one.note) ? [note ?? ""] : [])]));
  if (block.kind === "heatmap") return [head(["", ...block.columns]), ...block.rows.map(({ label, cells }) => row(label, block.columns.map((_, index) => cells[index]?.label ?? "")))];
  const cells = block.rows.map(({ cells: own }) => own.map((cell) => (cell.kind === "text" ? textOf(cell.line) : cell.kind === "bar" ? cell.mark.label : cell.label)));
  const body = cells.map(([first = "", ...rest]) => row(first, rest));
  const none = [["TD", "", block.empty] as const, ...block.columns.slice(1).map(() => ["TD", "", ""] as const)];
  return [head(block.columns.map(({ title }) => title)), ...(body.length > 0 ? body : [none])];
}

interface Run {
  readonly text: string;
  readonly language: string | null;
}

/** Text by the language that holds for it. Own text of an element with kids is counted under its own language. */
function languageRuns(element: Tagged, inherited: string | null): readonly Run[] {
  const language = element.language ?? inherited;
  if (element.kids.length === 0) return [{ text: element.text, language }];
  return [...(element.own === "" ? [] : [{ text: element.own, language }]), ...element.kids.flatMap((kid) => languageRuns(kid, language))];
}

/** The entries of a number tree. */
function numbersOf(file: PdfFile, root: Json | undefined): ReadonlyMap<number, Json> {
  const node = file.dictionary(root);
  const own = asArray(node["/Nums"]);
  return new Map([
    ...own.flatMap((key, index): readonly (readonly [number, Json])[] => (index % 2 === 0 ? [[Number(key), own[index + 1] ?? null]] : [])),
    ...asArray(node["/Kids"]).flatMap((kid) => [...numbersOf(file, kid)]),
  ]);
}

interface Found {
  readonly title: string;
  readonly depth: number;
  readonly page: number;
  readonly y: number;
}

function outlineOf(file: PdfFile, first: Json | undefined, depth: number): readonly Found[] {
  const found: Found[] = [];
  for (let at = first; at !== undefined && at !== null; at = file.dictionary(at)["/Next"]) {
    const own = file.dictionary(at);
    const [page, , , y] = asArray(own["/Dest"]);
    found.push({ title: stringOf(own["/Title"]), depth, page: file.pages.indexOf(String(page)) + 1, y: Number(y) }, ...outlineOf(file, own["/First"], depth + 1));
  }
  return found;
}

/** How deep each heading lies under those before it. */
function depthsOf(levels: readonly number[]): readonly number[] {
  const open: number[] = [];
  return levels.map((level) => {
    while ((open.at(-1) ?? 0) >= level) open.pop();
    return open.push(level);
  });
}

/** The element at each anchor: a heading, a table's row, an item of entries; found by its order among its like. */
function targetsOf(document: ReportDocument, { all }: TagTree): ReadonlyMap<string, Tagged> {
  const targets = new Map<string, Tagged>();
  const take = (list: readonly Tagged[], anchors: readonly (string | undefined)[]) => {
    for (const [index, anchor] of anchors.entries()) if (anchor !== undefined && list[index] && !targets.has(anchor)) targets.set(anchor, list[index]);
  };
  const covers = only(document, "cover").length;
  take(all.filter(({ tag }) => /^H\d$/.test(tag)).slice(covers), only(document, "heading").map(({ anchor }) => anchor));
  const tables = document.blocks.filter((block) => block.kind === "table" || block.kind === "bars" || block.kind === "heatmap");
  for (const [index, table] of all.filter(({ tag }) => tag === "Table").entries()) {
    const block = tables[index];
    const body = table.kids.find(({ tag }) => tag === "TBody");
    if (block?.kind === "table" && body) take(body.kids, block.rows.map(({ anchor }) => anchor));
  }
  const lists = all.filter(({ tag, kids }) => tag === "L" && kids.some(({ kids: parts }) => parts[1]?.kids.some((part) => part.tag === "P")));
  for (const [index, block] of only(document, "entries").filter(({ rows }) => rows.length > 0).entries()) take(lists[index]?.kids ?? [], block.rows.map(({ anchor }) => anchor));
  return targets;
}
