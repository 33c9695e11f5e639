/**
 * `npm run sweep`: in signed files of the vectors, or in those named, puts every other hexadecimal digit in the place of every digit of a signature, one at
 * a time, and verifies. A file that is still called valid is a hole: the script names it and fails.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { verifyPdf } from "#signing";
import { judgedAt } from "../vectors/build-vectors.ts";

const digits = "0123456789abcdef";
const vectors = join(import.meta.dirname, "../vectors");
let holes = 0;

const named = process.argv.slice(2);

for (const name of named.length > 0 ? named : ["good-ecdsa.pdf", "good-rsa.pdf", "good-packed.pdf"]) {
  const bytes = new Uint8Array(readFileSync(join(vectors, name)));
  const text = Buffer.from(bytes).toString("latin1");
  const started = performance.now();
  let tried = 0;
  let valid = 0;
  for (const { index: at } of text.matchAll(/\/Contents </g)) {
    const start = at + "/Contents <".length;
    for (let place = start; place < text.indexOf(">", start); place += 1) {
      const own = String.fromCharCode(bytes[place] ?? 0);
      const others = Array.from(digits).filter((digit) => digit !== own);
      const results = await Promise.all(others.map((digit) => verifyPdf(bytes.with(place, digit.charCodeAt(0)), judgedAt)));
      tried += others.length;
      for (const [index, result] of results.entries()) {
        if (!result.valid) continue;
        valid += 1;
        console.log(`${name}: still valid with ${others[index]} at byte ${place}`);
      }
    }
  }
  if (!(await verifyPdf(bytes, judgedAt)).valid) throw new Error(`${name} is not valid as it stands.`);
  console.log(`${name}: ${valid} of ${tried} changed files still valid (${((performance.now() - started) / 1000).toFixed(0)} s)`);
  holes += valid;
}
process.exitCode = holes === 0 ? 0 : 1;
