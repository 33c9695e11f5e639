export { readAssayFile, type AssayFile, type ChecklistTexts } from "./read-assay-file.ts";
export { writeAssayFile } from "./write-assay-file.ts";
export { attachedFiles } from "./attached-files.ts";
export { compareWithChecklists } from "./compare-with-checklists.ts";
export { resultFile } from "./result-file.ts";
