/** `node report-once.js table 350`, once built: makes one report in a process of its own and prints what it took as JSON. */
import { findMissingCharacters, renderPdf } from "#report";
import { readReportFonts } from "../tests/report-fonts.ts";
import { documentMaker, type Shape } from "./report-documents.ts";

/** Memory in MB, at its peak and before the report was begun; the PDF in kB. */
export interface Rendered {
  readonly milliseconds: number;
  readonly kilobytes: number;
  readonly before: number;
  readonly peak: number;
}

const [shape, count] = [process.argv[2] as Shape, Number(process.argv[3])];
const fonts = readReportFonts();
const compose = documentMaker(shape, count);
const before = process.memoryUsage.rss() / 1e6;
const begun = performance.now();
const document = compose();
findMissingCharacters(document, fonts);
const { length } = renderPdf(document, fonts);
const milliseconds = performance.now() - begun;
const rendered: Rendered = { milliseconds, kilobytes: length / 1000, before, peak: process.resourceUsage().maxRSS / 1000 };
console.log(JSON.stringify(rendered));
