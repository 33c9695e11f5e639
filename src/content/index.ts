export {
  parseChecklist,
  parseContent,
  parseCrosswalk,
  parseDecisionTree,
  parseLifecycles,
  parseTemplate,
  type Content,
} from "./parse-content.ts";
export { checkCrosswalk } from "./check-crosswalk.ts";
export { bundleContent, type BundledContent } from "./bundle-content.ts";
export { jsonSchemas } from "./json-schemas.ts";
export { looksLikeLibrary, readForeignLibrary, type ForeignLibrary } from "./foreign/read-foreign-library.ts";
export { writeChecklist } from "./write-checklist.ts";
export { looksLikeWorkbook } from "./sheets/unzip.ts";
export { readChecklistSheet } from "./sheets/read-checklist-sheet.ts";
export { writeChecklistSheet } from "./sheets/write-checklist-sheet.ts";
