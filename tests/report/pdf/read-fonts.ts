import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReportFonts } from "../../../src/report/pdf/render-pdf.ts";

const folder = join(import.meta.dirname, "../../../node_modules/@expo-google-fonts");
const read = (name: string) => new Uint8Array(readFileSync(join(folder, name)));

export const fonts: ReportFonts = {
  sans: read("noto-sans-tc/400Regular/NotoSansTC_400Regular.ttf"),
  sansBold: read("noto-sans-tc/700Bold/NotoSansTC_700Bold.ttf"),
  serif: read("source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf"),
};
