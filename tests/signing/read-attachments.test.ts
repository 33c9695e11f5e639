import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAttachments } from "#signing";
import { bytesOf, pdfOf, plain, textOf } from "./pdfs.ts";
import { openWorkshop } from "./tools.ts";

const page = ["<</Type /Pages /Kids [3 0 R] /Count 1>>", "<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>"];

/** A PDF whose catalog has these entries, with objects from number 4 on. */
function carrying(catalog: string, ...objects: readonly string[]): Uint8Array {
  return pdfOf([`<</Type /Catalog /Pages 2 0 R ${catalog}>>`, ...page, ...objects]);
}

const stream = (data: string, entries = "") => `<</Type /EmbeddedFile ${entries} /Length ${data.length}>>\nstream\n${data}\nendstream`;
const named = (name: string, more = "") => `<</Type /Filespec /UF (${name}) ${more} /EF <</F 5 0 R>>>>`;
const one = (name: string) => carrying("/AF [4 0 R]", named(name), stream("abc"));
const nameOf = async (pdf: Uint8Array) => (await readAttachments(pdf))[0]?.name;

describe("the files in a PDF", () => {
  test("are given with what is said of them, each once, whether associated, named or both", async () => {
    const described = named("a.json", "/Desc (What it is) /AFRelationship /Source");
    const packed = deflateSync(bytesOf("packed")).toString("latin1");
    const pdf = carrying(
      "/AF [4 0 R] /Names <</EmbeddedFiles <</Kids [6 0 R]>>>>",
      described,
      stream("abc", "/Subtype /application#2Fjson"),
      "<</Names [(a) 4 0 R (b) 7 0 R]>>",
      "<</Type /Filespec /F (b.txt) /EF <</F 8 0 R>>>>",
      stream(packed, "/Filter /FlateDecode"),
    );
    expect(await readAttachments(pdf)).toEqual([
      { name: "a.json", description: "What it is", mediaType: "application/json", relationship: "Source", bytes: bytesOf("abc") },
      { name: "b.txt", description: null, mediaType: null, relationship: null, bytes: bytesOf("packed") },
    ]);
  });

  test("are none where there are none, where it is no PDF, and where it is encrypted", async () => {
    expect(await readAttachments(plain())).toEqual([]);
    expect(await readAttachments(bytesOf("not a PDF"))).toEqual([]);
    const shop = openWorkshop();
    shop.run("qpdf", "--encrypt", "", "owner", "256", "--", shop.write("a.pdf", one("a")), "locked.pdf");
    expect(await readAttachments(shop.read("locked.pdf"))).toEqual([]);
    shop.close();
  });

  test("have names that lead into no folder", async () => {
    for (const [written, plain] of [
      ["../../etc/passwd", "passwd"],
      ["C:\\\\Windows\\\\x.exe", "x.exe"],
      ["..", "attachment-1"],
      ["/", "attachment-1"],
      [".bashrc", "bashrc"],
      ["-rf", "rf"],
      ["a<b>:c|d?.json", "a_b_c_d_.json"],
      ["tab\\tnew\\nline.txt", "tab new line.txt"],
    ] as const) {
      expect(await nameOf(one(written))).toBe(plain);
    }
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (name) => {
        const hex = Buffer.from(`\uFEFF${name}`, "utf16le").swap16().toString("hex");
        const safe = (await nameOf(pdfOf([`<</Type /Catalog /Pages 2 0 R /AF [4 0 R]>>`, ...page, named("x").replace("(x)", `<${hex}>`), stream("abc")]))) ?? "";
        return safe !== "" && !/[\\/:*?"<>|\p{C}]/u.test(safe) && !/^[.-]/.test(safe);
      }),
      { numRuns: 100 },
    );
  });

  test("cannot be unpacked: it is said of the one, and the others are there", async () => {
    const pdf = carrying("/AF [4 0 R 6 0 R]", named("bad.bin"), stream("zz", "/Filter /LZWDecode"), "<</Type /Filespec /F (good.txt) /EF <</F 7 0 R>>>>", stream("good"));
    expect((await readAttachments(pdf)).map(({ name, bytes }) => [name, bytes === null])).toEqual([["bad.bin", true], ["good.txt", false]]);
  });
});

describe("hostile files", () => {
  test("that inflate beyond all measure are not unpacked", async () => {
    const bomb = deflateSync(Buffer.alloc(200 * 1024 * 1024)).toString("latin1");
    const [only] = await readAttachments(carrying("/AF [4 0 R]", named("bomb"), stream(bomb, "/Filter /FlateDecode")));
    expect(only).toMatchObject({ name: "bomb", bytes: null });
  }, 20_000);

  test("in a tree of names that goes in a circle, or is endless, are read once", async () => {
    const circle = carrying("/Names <</EmbeddedFiles 6 0 R>>", named("a"), stream("abc"), "<</Kids [6 0 R 6 0 R] /Names [(a) 4 0 R]>>");
    expect(await readAttachments(circle)).toHaveLength(1);
    const many = carrying(`/AF [${"4 0 R ".repeat(50_000)}]`, named("a"), stream("abc"));
    expect(await readAttachments(many)).toHaveLength(1);
  });

  test("never throw, whatever is changed in the PDF", async () => {
    const whole = textOf(one("a.json"));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.string({ unit: "binary", maxLength: 6 }), async (at, put) => {
        await readAttachments(bytesOf(whole.slice(0, at) + put + whole.slice(at + put.length)));
      }),
      { numRuns: 300 },
    );
  });
});
