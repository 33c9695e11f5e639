import { contentFiles, readContent } from "./files.ts";
import { measure } from "./measure.ts";

export async function benchContent(): Promise<void> {
  const kilobytes = Math.round(contentFiles.reduce((sum, bytes) => sum + bytes.length, 0) / 1000);
  await measure(`parse and validate all ${contentFiles.length} files of checklists and templates, ${kilobytes} kB`, () => contentFiles.map(readContent));
}
