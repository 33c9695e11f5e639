/** What the door of the paper promises, through the door alone; others read the file. */
import { describe, expect, test } from "vitest";
import { createPaper, PaperError, readFont, type PaperOptions } from "#paper";
import { findViolations } from "../report/pdf/find-violations.ts";
import { fonts as files } from "../report/pdf/read-fonts.ts";
import { askOf, countTags, isSound, textOf } from "../report/pdf/read-pdf.ts";
import { asArray, openPdf, readTags, stringOf } from "../report/pdf/read-tags.ts";

const palette = { ink: [20, 20, 20], seal: [168, 50, 42] } as const;

function optionsOf(more: Partial<PaperOptions<"body", keyof typeof palette>> = {}): PaperOptions<"body", keyof typeof palette> {
  return {
    size: "A4", title: "A & B <x> \"q\" (a\\b) 不符合", subject: "s", producer: "p", language: "en", createdAt: "2026-11-21T09:00:00Z", fileId: "0123456789ABCDEF0123456789ABCDEF",
    fonts: { body: readFont(files.serif) }, palette, ...more,
  };
}

/** Two pages with a heading, a link to it, a figure, a field and an artifact on each. */
function written(more: Partial<PaperOptions<"body", keyof typeof palette>> = {}): Uint8Array {
  const options = optionsOf(more);
  const paper = createPaper(options);
  const { painter, structure } = paper;
  const say = (text: string, x: number, baseline: number) => {
    const width = Array.from(text).reduce((sum, one) => sum + options.fonts.body.widthOf(one.codePointAt(0) ?? 0, false) * 12, 0);
    painter.text([{ text, style: { face: "body", size: 12, colour: "ink" }, isNarrow: false, width }], x, baseline);
    return width;
  };
  const heading = structure.add(structure.root, "H1");
  const link = structure.add(structure.add(structure.root, "P"), "Link");
  const figure = structure.add(structure.root, "Figure", { alt: "A red square" });
  const form = structure.add(structure.root, "Form", { alt: "Signature" });
  painter.adorn(() => say("head of page 1", 50, 30), "Header");
  painter.tell(heading);
  say("Heading", 50, 90);
  paper.place("top", 80);
  paper.bookmark("Heading", 1, 80);
  painter.newPage();
  painter.tell(link);
  const width = say("back", 50, 90);
  paper.link(link, { to: "top", text: "back to the heading", box: { x: 50, y: 80, width, height: 14 } });
  painter.tell(figure);
  painter.paint({ kind: "box", box: { x: 50, y: 120, width: 40, height: 40 } }, "seal");
  figure.box = [50, painter.height - 160, 90, painter.height - 120];
  paper.signatureField(form, { name: "Signature1", title: "Sign here", box: { x: 50, y: 200, width: 150, height: 50 } });
  painter.adorn(() => say("head of page 2", 50, 30), "Header");
  return paper.finish();
}

describe("a paper", () => {
  const bytes = written();
  const file = openPdf(bytes);

  test("is sound, breaks no rule that a program can check, and is the same each time", () => {
    expect(isSound(bytes)).toBe(true);
    expect(findViolations(file)).toEqual([]);
    expect(written()).toEqual(bytes);
  });

  test("says its content in the order of its elements, and nothing of its artifacts", () => {
    const tree = readTags(file);
    expect(countTags(bytes)).toEqual({ Document: 1, H1: 1, P: 1, Link: 1, Figure: 1, Form: 1 });
    expect(tree.root.text).toBe("Headingback");
    expect(tree.artifacts).toEqual(["head of page 1", "head of page 2"]);
    expect(tree.strays).toEqual([]);
    for (const words of ["Heading", "back", "headofpage2"]) expect(textOf(bytes)).toContain(words);
  });

  test("keeps its title as it was given, in its metadata too", () => {
    const { title } = optionsOf();
    expect(stringOf(file.dictionary(file.trailer["/Info"])["/Title"])).toBe(title);
    expect(askOf(bytes, "pdfinfo", "-meta", "{}")).toContain("A &amp; B &lt;x&gt; &quot;q&quot; (a\\b) 不符合");
  });

  test("leads its links and bookmarks to the place that was named", () => {
    const [link] = file.references.map((one) => file.dictionary(one)).filter((one) => one["/Subtype"] === "/Link");
    expect(asArray(link?.["/Dest"])[0]).toBe(file.pages[0]);
    expect(askOf(bytes, "qpdf", "--json", "--json-key=outlines", "{}")).toContain('"title": "Heading"');
  });

  test("carries files", () => {
    const carrying = written({ attachments: [{ name: "a.json", description: "A file", mediaType: "application/json", relationship: "Data", text: "{}" }] });
    expect(askOf(carrying, "pdfdetach", "-list", "{}")).toContain("a.json");
    expect(findViolations(openPdf(carrying))).toEqual([]);
  });

  test("of letter size is of letter size", () => {
    expect(askOf(written({ size: "letter" }), "pdfinfo", "{}")).toMatch(/Page size: +612 x 792/);
  });
});

describe("what cannot be written", () => {
  const codeOf = (run: () => unknown): string => {
    try {
      run();
    } catch (error) {
      return error instanceof PaperError ? error.code : "another error";
    }
    return "no error";
  };

  test("is refused with a code", () => {
    expect(codeOf(() => readFont(new Uint8Array(40)))).toBe("font-unreadable");
    expect(codeOf(() => createPaper(optionsOf({ createdAt: "yesterday" })))).toBe("paper-failed");
    expect(codeOf(() => createPaper(optionsOf({ fileId: "short" })))).toBe("paper-failed");
    const face = readFont(files.serif);
    const many = Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`face${index}`, face]));
    expect(codeOf(() => createPaper({ ...optionsOf(), fonts: many }))).toBe("paper-failed");
    expect(codeOf(() => written())).toBe("no error");
  });

  test("is known beforehand where a font has no such character", () => {
    const font = readFont(files.serif);
    expect([font.has(0x41), font.has(0x4e0d)]).toEqual([true, false]);
  });
});
