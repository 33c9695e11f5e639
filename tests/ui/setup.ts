/** What the app fetches when it is first needed is here from the start, so that a test need not wait for it. */
import { languages } from "#domain";
import { loadLateParts } from "../../src/ui/parts/index.ts";
import { loadTexts } from "../../src/ui/texts/index.ts";

await Promise.all([...languages.map(loadTexts), loadLateParts()]);
