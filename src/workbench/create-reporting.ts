import type { Accessor } from "solid-js";
import {
  WorkbenchError,
  type Assessment,
  type AssessmentResult,
  type Attestation,
  type ChecklistId,
  type Instant,
  type PinnedChecklist,
  type QuestionId,
} from "#domain";
import { headsOf } from "#journal";
import type { Storage } from "#storage";
import type { LiveJournal } from "./create-journal.ts";
import type { Library } from "./library.ts";
import { renderInWorker } from "./render-in-worker.ts";
import { sha256 } from "./sha256.ts";
import type { Session } from "./workbench.ts";

/** Where the fonts that the paper is set in are served from. */
export interface ReportFontUrls {
  readonly sans: string;
  readonly sansBold: string;
  readonly serif: string;
}

/** The form field that the report leaves for its signature. */
const signatureField = "Signature1";

type Reporting = Pick<Session, "composeReport" | "renderReport" | "signReport" | "reportFileName">;

/** Compose, render and sign: the report half of a session. */
export function createReporting(
  context: {
    readonly storage: Storage;
    readonly library: Library;
    readonly clock: () => Instant;
    readonly appVersion: string;
    readonly fonts: ReportFontUrls;
  },
  state: {
    readonly assessment: Accessor<Assessment>;
    readonly checklists: Accessor<readonly PinnedChecklist[]>;
    readonly result: Accessor<AssessmentResult>;
    readonly journal: LiveJournal;
    readonly attest: (attestation: Attestation) => void;
    readonly settled: () => Promise<void>;
  },
): Reporting {
  const heads = () => headsOf(state.journal.events());
  const reportFileName: Reporting["reportFileName"] = (template, language) => {
    const name = state.assessment().system.name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, " ").trim().slice(0, 60);
    return `${name || "assessment"} ${template} ${language} ${state.assessment().assessedAt}.pdf`;
  };
  return {
    reportFileName,
    composeReport: async (template, language) => {
      const { composeReport } = await import("#report");
      return composeReport({
        template: context.library.template(template),
        language,
        checklists: state.checklists(),
        assessment: state.assessment(),
        result: state.result(),
        conflicts: state.journal.conflicts().flatMap(questionConflict),
        provenance: {
          appVersion: context.appVersion,
          createdAt: context.clock(),
          heads: heads().map(({ device, seq, hash }) => ({ device, seq, hash })),
          events: state.journal.events().length,
        },
      });
    },
    renderReport: (document, options = {}) => renderInWorker(document, context.fonts, options.onProgress),
    signReport: async (pdf, identityId, details) => {
      const identity = (await context.storage.listIdentities()).find((one) => one.id === identityId);
      if (!identity) throw new WorkbenchError("identity-unavailable", "This signing identity is no longer in this browser.");
      const { signPdf, verifyPdf } = await import("#signing");
      const signedAt = context.clock();
      const signer = identity.summary.certificate.subject;
      const signed = await signPdf(pdf, identity, {
        field: signatureField,
        signedAt,
        name: signer,
        certify: true,
        ...(details.reason ? { reason: details.reason } : {}),
      });
      const check = await verifyPdf(signed, signedAt);
      if (!check.valid) throw new WorkbenchError("signing-failed", "The signed report did not pass its own check.");
      state.attest({
        digest: await sha256(signed),
        template: details.template,
        language: details.language,
        signer,
        fingerprint: identity.summary.certificate.fingerprint,
        heads: heads().map((head) => head.hash),
        at: signedAt,
      });
      await state.settled();
      return { name: reportFileName(details.template, details.language), mediaType: "application/pdf", bytes: signed };
    },
  };
}

function questionConflict(conflict: ReturnType<LiveJournal["conflicts"]>[number]): readonly {
  readonly checklist: ChecklistId;
  readonly question: QuestionId;
  readonly count: number;
}[] {
  const { question, events } = conflict;
  return question ? [{ checklist: question.checklist, question: question.id, count: events.length }] : [];
}
