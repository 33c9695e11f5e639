import { WorkbenchError, type AssessmentId } from "#domain";
import { projectAssessment } from "#journal";
import type { Storage } from "#storage";
import { sha256 } from "./sha256.ts";
import type { Workbench } from "./workbench.ts";

/** Where the sample lies, and each file of its evidence by name. */
export interface SampleUrls {
  readonly file: string;
  readonly evidence: Readonly<Record<string, string>>;
}

/** Opens the sample as any file is opened, with its evidence. Throws not-found when it cannot be read, bad-input when faulty. */
export async function openSample(sample: SampleUrls, storage: Storage, readAssessment: Workbench["readAssessment"]): Promise<AssessmentId> {
  const bytes = await read(sample.file);
  if (!bytes) throw new WorkbenchError("not-found", "The sample could not be read.");
  const plan = await readAssessment(bytes);
  if (!plan.ok) throw new WorkbenchError("bad-input", plan.problems[0]?.message ?? "The sample could not be read.");
  if (plan.value.joins) return plan.value.id;
  const id = await plan.value.confirm();
  await keepFiles(storage, id, sample);
  return id;
}

/** Each file of the evidence is kept only if it is what its digest says. */
async function keepFiles(storage: Storage, id: AssessmentId, sample: SampleUrls): Promise<void> {
  const evidence = projectAssessment(await storage.readEvents(id))?.assessment.evidence ?? [];
  await Promise.allSettled(
    evidence.map(async (one) => {
      const url = sample.evidence[one.name];
      if (one.kind !== "file" || url === undefined) return;
      const bytes = await read(url);
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
