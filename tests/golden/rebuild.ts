/** `npm run golden`: writes the golden results and the JSON Schemas anew; what changed is then read as a diff. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jsonSchemas } from "#content";
import { caseNames, folder, readCase, resultText } from "./cases.ts";

for (const name of caseNames()) write(join(folder, name, "result.json"), resultText(readCase(name)));

const schemas = join(folder, "../../public/schemas");
mkdirSync(schemas, { recursive: true });
for (const [name, schema] of Object.entries(jsonSchemas())) write(join(schemas, name), `${JSON.stringify(schema, null, 2)}\n`);

function write(path: string, text: string): void {
  writeFileSync(path, text);
  console.log(path);
}
