export { loadTexts, sayError, sayProblem, texts, type Texts } from "./texts.ts";
export { TextsProvider, useLanguage, useTexts } from "./texts-context.tsx";
