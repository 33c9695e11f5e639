export { parseChecklist, parseContent, parseTemplate } from "./parse-content.ts";
export { bundleContent, type BundledContent } from "./bundle-content.ts";
export { jsonSchemas } from "./json-schemas.ts";
