import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { ReportFonts } from "#report";

const resolve = createRequire(import.meta.url).resolve;
const font = (path: string) => new Uint8Array(readFileSync(resolve(path)));

/** The fonts of the paper, from their packages. */
export function readReportFonts(): ReportFonts {
  return {
    sans: font("@expo-google-fonts/noto-sans-tc/400Regular/NotoSansTC_400Regular.ttf"),
    sansBold: font("@expo-google-fonts/noto-sans-tc/700Bold/NotoSansTC_700Bold.ttf"),
    serif: font("@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf"),
  };
}
