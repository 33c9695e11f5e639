import type { AttachedFile } from "#domain";

export interface ProvenanceTexts {
  readonly title: string;
  readonly intro: string;
  readonly checklistsTitle: string;
  readonly checklistsIntro: string;
  readonly otherName: string;
  readonly checklist: string;
  readonly noChecklist: string;
  readonly version: string;
  readonly digest: string;
  readonly licence: string;
  readonly sourceNote: string;
  /** the assessment names other bytes than those it was scored with */
  readonly digestDiffers: (named: string) => string;
  readonly versionDiffers: (named: string) => string;
  /** S17: of the answers that count, those taken over, with the checklists they came from */
  readonly takenOver: (count: number, answers: number, from: string) => string;
  readonly takenOverFrom: (checklist: string, count: number) => string;
  readonly journalTitle: string;
  readonly journalIntro: string;
  readonly headsTable: string;
  readonly headsEmpty: string;
  readonly device: string;
  readonly sequence: string;
  readonly hash: string;
  readonly softwareTitle: string;
  readonly events: string;
  readonly assessment: string;
  readonly app: string;
  readonly template: string;
  readonly createdAt: string;
  readonly earlierTable: string;
  readonly earlierEmpty: string;
  readonly signer: string;
  readonly signedAt: string;
  readonly report: string;
  readonly fingerprint: string;
  readonly fileDigest: string;
  readonly attachmentsTitle: string;
  readonly attachmentsIntro: string;
  readonly attachmentsLeftOut: string;
  readonly attachmentFile: string;
  readonly attachmentHolds: string;
  readonly attachmentBytes: string;
  /** what each file is, as PDF readers show it too */
  readonly attachment: Readonly<Record<AttachedFile["kind"], string>>;
  readonly verifyTitle: string;
  readonly verifyIntro: string;
  readonly published: (publisher: string, date: string) => string;
  readonly pdfsig: string;
  readonly openssl: string;
  readonly opensslRange: string;
  readonly opensslVerify: string;
  readonly fingerprintCheck: string;
  readonly reader: string;
  /** what the signature proves and what it does not, in two sentences */
  readonly inBrief: string;
  readonly provesTitle: string;
  readonly proves: readonly string[];
  readonly provesNotTitle: string;
  readonly provesNot: readonly string[];
}
