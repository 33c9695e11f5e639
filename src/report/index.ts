export { composeReport } from "./compose-report.ts";
export type { ReportInput } from "./report-context.ts";
export { findMissingCharacters, renderPdf, type MissingCharacter, type ReportFonts } from "./pdf/render-pdf.ts";
