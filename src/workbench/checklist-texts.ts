import { earlierRefs, type Assessment, type Digest, type PinnedChecklist, type Problem } from "#domain";
import type { ChecklistTexts } from "#exchange";
import type { Library } from "./library.ts";
import { sha256 } from "./sha256.ts";

/** A checklist version that came along in a file. */
export interface BroughtVersion extends PinnedChecklist {
  readonly text: string;
}

/** The checklists in `texts` that are among `named` and not here yet, and a problem for each that is not what its digest says. */
export async function readTexts(
  texts: ChecklistTexts,
  named: readonly Digest[],
  library: Library,
): Promise<{ readonly versions: readonly BroughtVersion[]; readonly problems: readonly Problem[] }> {
  const versions: BroughtVersion[] = [];
  const problems: Problem[] = [];
  for (const digest of named) {
    const text = Object.hasOwn(texts, digest) ? texts[digest] : undefined;
    if (text === undefined || (await library.has(digest))) continue;
    const { parseChecklist } = await import("#content");
    const isWhatItSays = (await sha256(new TextEncoder().encode(text))) === digest;
    const parsed = isWhatItSays ? parseChecklist(text) : null;
    if (parsed?.ok) versions.push({ checklist: parsed.value, digest, text });
    else problems.push({ code: "text-altered", message: `The text under ${digest} is not that checklist.`, path: `texts.${digest}`, facts: { digest } });
  }
  return { versions, problems };
}

/** The library, with versions that came along in a file and are not yet kept. */
export function withTexts(library: Library, versions: readonly BroughtVersion[]): Library {
  if (versions.length === 0) return library;
  const find: Library["find"] = async (ref) => {
    const brought = versions.find((one) => one.checklist.id === ref.id && one.digest === ref.digest);
    return brought ?? library.find(ref);
  };
  const keep: Library["keep"] = async (checklists) => {
    for (const { checklist, digest, text } of versions) {
      await library.kept.keep({ digest, id: checklist.id, version: checklist.version }, async () => text);
    }
    await library.keep(checklists);
  };
  return { ...library, find, keep };
}

/** The exact texts of the versions that an assessment names now and that its answers were given to, as far as they are here. */
export async function textsOf(library: Library, assessment: Assessment): Promise<ChecklistTexts> {
  const digests = [...assessment.checklists, ...earlierRefs(assessment)].flatMap((ref) => ref.digest ?? []);
  const texts = await Promise.all([...new Set(digests)].map(async (digest) => [digest, await library.textOf(digest).catch(() => null)] as const));
  return Object.fromEntries(texts.filter(([, text]) => text !== null)) as ChecklistTexts;
}
