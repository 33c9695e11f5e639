import type { Accessor } from "solid-js";
import {
  earlierRefs,
  WorkbenchError,
  type Assessment,
  type AssessmentResult,
  type ChecklistId,
  type DecisionTree,
  type EventBody,
  type Instant,
  type Language,
  type LifecycleViewId,
  type PinnedChecklist,
  type QuestionId,
  type TemplateId,
} from "#domain";
import { hashText, type Journal } from "#journal";
import { readThrough } from "#scoring";
import type { Storage } from "#storage";
import type { LiveJournal } from "./create-journal.ts";
import { fileNameOf } from "./file-name.ts";
import type { Library } from "./library.ts";
import { sha256 } from "./sha256.ts";
import type { ReportOptions, Session } from "./session.ts";

export type RenderReport = Session["renderReport"];

/** The form field that the report leaves for its signature. */
const signatureField = "Signature1";

type Reporting = Pick<Session, "composeReport" | "renderReport" | "signReport" | "reportFileName">;

interface ReportingState {
  readonly assessment: Accessor<Assessment>;
  readonly checklists: Accessor<readonly PinnedChecklist[]>;
  readonly result: Accessor<AssessmentResult>;
  readonly journal: LiveJournal;
  /** Throws locked-elsewhere. */
  readonly mustEdit: () => void;
  readonly write: (...bodies: readonly EventBody[]) => void;
  readonly settled: () => Promise<void>;
}

interface ReportingContext {
  readonly storage: Storage;
  readonly library: Library;
  readonly lifecycle: () => LifecycleViewId | null;
  readonly clock: () => Instant;
  readonly appVersion: string;
  readonly render: RenderReport;
}

/** Compose, render and sign: the report half of a session. */
export function createReporting(context: ReportingContext, state: ReportingState): Reporting {
  /** Over which state of the journal a document was composed, and bytes were printed from it. */
  const headsOfMade = new WeakMap<object, Journal>();
  const reportFileName: Reporting["reportFileName"] = (template, language) =>
    `${fileNameOf(state.assessment())} ${template} ${language} ${state.assessment().assessedAt}.pdf`;
  return {
    reportFileName,
    composeReport: async (template, language, options = {}) => {
      const { document, heads } = await compose(context, state, { template, language, ...options });
      headsOfMade.set(document, heads);
      return document;
    },
    renderReport: async (document, options) => {
      const rendered = await context.render(document, options);
      headsOfMade.set(rendered.bytes, headsOfMade.get(document) ?? state.journal.heads());
      return rendered;
    },
    signReport: async (pdf, identityId, details) => {
      state.mustEdit();
      const heads = headsOfMade.get(pdf) ?? state.journal.heads();
      const { signed, signer, fingerprint, signedAt } = await sign(context, pdf, identityId, details.reason);
      state.write({
        kind: "report-signed",
        attestation: {
          digest: await sha256(signed),
          template: details.template,
          language: details.language,
          signer,
          fingerprint,
          heads: heads.map((head) => head.hash),
          at: signedAt,
        },
      });
      await state.settled();
      return { name: reportFileName(details.template, details.language).replace(/\.pdf$/, " signed.pdf"), mediaType: "application/pdf", bytes: signed };
    },
  };
}

/** The report of the assessment as it stands once all that it is made from is here, and the heads of the journal then. */
async function compose(
  context: ReportingContext,
  state: ReportingState,
  { template, language, withData = true }: ReportOptions & { readonly template: TemplateId; readonly language: Language },
) {
  const wanted = context.lifecycle();
  const [{ composeReport }, { attachedFiles }, trees, view] = await Promise.all([
    import("#report"),
    import("#exchange"),
    treesOf(context.library, state.assessment()),
    wanted && context.library.lifecycle(wanted),
  ]);
  const earlier = await Promise.all(earlierRefs(state.assessment()).map((ref) => context.library.exact(ref)));
  const assessment = state.assessment();
  const result = state.result();
  const checklists = state.checklists();
  const heads = state.journal.heads();
  const events = state.journal.events();
  const files = withData ? attachedFiles(assessment, events, result) : [];
  const document = composeReport({
    template: context.library.template(template),
    language,
    checklists,
    trees,
    earlier: earlier.filter((one) => one !== null),
    assessment,
    result,
    ...(view ? { lifecycle: readThrough(checklists.map((one) => one.checklist), result, view) } : {}),
    conflicts: state.journal.conflicts().flatMap(questionConflict),
    provenance: {
      appVersion: context.appVersion,
      createdAt: context.clock(),
      heads: heads.map(({ device, seq, hash }) => ({ device, seq, hash })),
      events: events.length,
    },
    attachments: files.map((file) => ({ ...file, digest: hashText(file.text) })),
  });
  return { document, heads };
}

/** The trees that the system was classified by, as far as they are here. */
async function treesOf(library: Library, { classifications }: Assessment): Promise<readonly DecisionTree[]> {
  const found = await Promise.allSettled(classifications.map((one) => library.tree(one.tree)));
  return found.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
}

/** The signed bytes, checked by ourselves before anybody else has to. Throws identity-unavailable, signing-failed. */
async function sign(
  { storage, clock }: { readonly storage: Storage; readonly clock: () => Instant },
  pdf: Uint8Array,
  identityId: string,
  reason: string | undefined,
) {
  const identity = (await storage.listIdentities()).find((one) => one.id === identityId);
  if (!identity) throw new WorkbenchError("identity-unavailable", "This signing identity is no longer in this browser.");
  const { signPdf, verifyPdf } = await import("#signing");
  const signedAt = clock();
  const { subject: signer, fingerprint } = identity.summary.certificate;
  const options = { field: signatureField, signedAt, name: signer, certify: true };
  const signed = await signPdf(pdf, identity, reason ? { ...options, reason } : options);
  const check = await verifyPdf(signed, signedAt);
  if (!check.valid) throw new WorkbenchError("signing-failed", "The signed report did not pass its own check.");
  return { signed, signer, fingerprint, signedAt };
}

function questionConflict(conflict: ReturnType<LiveJournal["conflicts"]>[number]): readonly {
  readonly checklist: ChecklistId;
  readonly question: QuestionId;
  readonly count: number;
}[] {
  const { question, events } = conflict;
  return question ? [{ checklist: question.checklist, question: question.id, count: events.length }] : [];
}
