import { WorkbenchError, type AssessmentId } from "#domain";
import { projectAssessment } from "#journal";
import type { Storage } from "#storage";
import { sha256 } from "./sha256.ts";
import type { Workbench } from "./workbench.ts";

/** Opens the sample as any file is opened, with its evidence. Throws not-found when it cannot be read, bad-input when faulty. */
export async function openSample(url: string, storage: Storage, readAssessment: Workbench["readAssessment"]): Promise<AssessmentId> {
  const bytes = await read(url);
  if (!bytes) throw new WorkbenchError("not-found", "The sample could not be read.");
  const plan = await readAssessment(bytes);
  if (!plan.ok) throw new WorkbenchError("bad-input", plan.problems[0]?.message ?? "The sample could not be read.");
  if (plan.value.joins) return plan.value.id;
  const id = await plan.value.confirm();
  await keepFiles(storage, id, url);
  return id;
}

/** The sample's evidence files lie beside it; each is kept only if it is what its digest says. */
async function keepFiles(storage: Storage, id: AssessmentId, sampleUrl: string): Promise<void> {
  const evidence = projectAssessment(await storage.readEvents(id))?.assessment.evidence ?? [];
  const folder = new URL("evidence/", new URL(sampleUrl, globalThis.location.href));
  await Promise.allSettled(
    evidence.map(async (one) => {
      if (one.kind !== "file") return;
      const bytes = await read(new URL(encodeURIComponent(one.name), folder).href);
      if (bytes && (await sha256(bytes)) === `sha256-${one.sha256}`) {
        await storage.putFile(one.sha256, bytes, one.mediaType ?? "application/octet-stream");
      }
    }),
  );
}

async function read(url: string): Promise<Uint8Array | null> {
  try {
    const response = await fetch(url);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
