/** `npm run vectors`: writes every vector anew, with its verdict and a table of all. */
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildVectors, judgedAt } from "./build-vectors.ts";

const folder = import.meta.dirname;
const vectors = await buildVectors();
for (const name of readdirSync(folder)) if (name.endsWith(".pdf")) rmSync(join(folder, name));
for (const { file, bytes } of vectors) writeFileSync(join(folder, file), bytes);
const verdicts = vectors.map(({ file, what, valid, problems, signatures, certification }) => ({ file, what, signatures, certification, valid, problems }));
writeFileSync(join(folder, "verdicts.json"), `${JSON.stringify({ judgedAt, vectors: verdicts }, null, 2)}\n`);
writeFileSync(join(folder, "README.md"), readme());
console.log(`${vectors.length} vectors, ${Math.ceil(vectors.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1024)} KB`);

function readme(): string {
  const rows = vectors.map(({ file, what, valid, problems }) => `| \`${file}\` | ${valid ? "valid" : "not valid"} | ${what} | ${problems.map((code) => `\`${code}\``).join(", ")} |`);
  return `# Signed and mis-signed PDFs

Anyone may hold a verifier of PDF signatures against these files. \`verdicts.json\` has the same table for machines: whether
the file is to be relied on as signed, how many signatures are found in it, what the first allows after itself
(\`certification\`: 1 nothing, 2 signing, null where it does not certify), and the codes that Assay gives.

Judged at ${judgedAt}. A file is valid when it carries a signature, every signature holds, the last covers the whole file,
and nothing but signatures came in between. A self-signed certificate is a fact for the reader to weigh, not a fault: all
certificates here are self-signed, so that a tool may say that the issuer is unknown.

Files named \`packed\` hold their objects in object streams, listed by cross-reference streams (ISO 32000-1, 7.5.7 and
7.5.8); all others end in tables.

Some tools call a file valid that is not valid here, since they judge each signature for itself: of
\`bad-content-replaced.pdf\` pdfsig says "Signature is Valid" and merely leaves out "Total document signed"; of
\`bad-content-replaced-covered.pdf\` it says both. What was added between two signatures has to be looked at.

| File | Verdict | What it is | Codes |
|---|---|---|---|
${rows.join("\n")}

The keys in \`keys/\` (passphrase \`test\`) exist for these files only. They are public: trust nothing that they sign.
\`npm run vectors\` writes everything anew; files signed with ECDSA and the encrypted one differ each time, the packed report
where reports have changed, the others never. \`good-report-zh.pdf\` is kept as it was once written.
`;
}
