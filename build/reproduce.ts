/**
 * `npm run reproduce`: builds twice from this source, the second time in another folder, in another time zone and on
 * another day, and compares every byte. Prints the digest of each file that is the same, or what differs; then it fails.
 */
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildElsewhere, buildHere, digestFiles } from "./build-elsewhere.ts";

const work = realpathSync(mkdtempSync(join(tmpdir(), "assay-reproduce-")));
try {
  const first = digestFiles(buildHere(work));
  const second = digestFiles(buildElsewhere(work));
  const names = [...new Set([...first.keys(), ...second.keys()])].sort();
  const different = names.filter((name) => first.get(name) !== second.get(name));
  for (const name of names) console.log(`${different.includes(name) ? "DIFFERS" : first.get(name)}  ${name}`);
  console.log(different.length === 0 ? `\n${names.length} files, the same bytes twice` : `\n${different.length} of ${names.length} files differ`);
  process.exitCode = different.length === 0 && names.length > 0 ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
