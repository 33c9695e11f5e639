import { WorkbenchError, type Instant, type PdfAttachment } from "#domain";
import type { Storage } from "#storage";
import { sha256 } from "./sha256.ts";
import type { CarriedFile, Workbench } from "./workbench.ts";

type Verifying = Pick<Workbench, "verify" | "readAttachments" | "countersign">;

/** What can be done with any signed PDF, whether or not its assessment is here. */
export function createVerifying(storage: () => Promise<Storage>, clock: () => Instant): Verifying {
  return {
    verify: async (pdf) => {
      const { verifyPdf } = await import("#signing");
      return verifyPdf(pdf, clock());
    },
    readAttachments: async (pdf) => {
      const { readAttachments } = await import("#signing");
      return Promise.all((await readAttachments(pdf)).map(describe));
    },
    countersign: async (pdf, identityId, reason) => {
      const identity = (await (await storage()).listIdentities()).find((one) => one.id === identityId);
      if (!identity) throw new WorkbenchError("identity-unavailable", "This signing identity is no longer in this browser.");
      const { countersignPdf } = await import("#signing");
      const options = { signedAt: clock(), name: identity.summary.certificate.subject };
      const bytes = await countersignPdf(pdf.bytes, identity, reason ? { ...options, reason } : options);
      return { name: countersignedName(pdf.name), mediaType: "application/pdf", bytes };
    },
  };
}

async function describe(file: PdfAttachment): Promise<CarriedFile> {
  const digest = file.bytes ? await sha256(file.bytes) : null;
  const head = new TextDecoder().decode(file.bytes?.subarray(0, 256));
  return { ...file, digest, isAssessment: head.includes('"assay-assessment/1"') };
}

/** `report.pdf` becomes `report-countersigned.pdf`, then `report-countersigned-2.pdf`. */
function countersignedName(name: string): string {
  const base = name.replace(/\.pdf$/i, "");
  const [, plain = base, number] = /^(.*)-countersigned(?:-(\d+))?$/.exec(base) ?? [];
  const isFirst = plain === base;
  return `${plain}-countersigned${isFirst ? "" : `-${Number(number ?? 1) + 1}`}.pdf`;
}
