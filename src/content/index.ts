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
export { looksLikeLibrary, readForeignLibrary, type ForeignChecklist, type ForeignLibrary } from "./foreign/read-foreign-library.ts";
