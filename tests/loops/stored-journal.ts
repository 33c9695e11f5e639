import type { AssessmentEvent, AssessmentId } from "#domain";
import { verifyJournal } from "#journal";
import { sampleId } from "./desk.ts";

/** A page of any browser. */
interface Evaluates {
  readonly evaluate: <T>(expression: string) => Promise<T>;
}

/** The sample's events as they lie in the page's database, whatever its version; read without the app. */
export async function readStoredEvents(page: Evaluates): Promise<readonly AssessmentEvent[]> {
  const text = await page.evaluate<string>(readRows);
  const events = JSON.parse(text) as readonly AssessmentEvent[];
  return [...new Map(events.map((event) => [`${event.id} ${event.hash}`, event])).values()];
}

/** Every "question note" that any stored event says. Throws when the journal is damaged. */
export async function readStoredNotes(page: Evaluates): Promise<ReadonlySet<string>> {
  const events = await readStoredEvents(page);
  const [problem] = verifyJournal(events, sampleId as AssessmentId);
  if (problem) throw new Error(`the stored journal is damaged: ${problem.message}`);
  return new Set(events.flatMap((event) => (event.kind === "question-answered" ? [`${event.question} ${event.answer?.note ?? ""}`] : [])));
}

/** Runs in the page, and is a text because a compiler would add to a function what the page has not. */
const readRows = `(async () => {
  const ask = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const db = await ask(indexedDB.open("assay"));
  const rows = await ask(db.transaction("seg").objectStore("seg").getAll());
  db.close();
  const events = [];
  for (const { assessment, sealed } of rows) {
    if (assessment !== "${sampleId}") continue;
    const body = new Blob([sealed.slice(3)]);
    const plain = sealed[1] === 1 ? body.stream().pipeThrough(new DecompressionStream("gzip")) : body;
    events.push(...(await new Response(plain).json()));
  }
  return JSON.stringify(events);
})()`;
