/** What can be measured by itself. */
export const families: Readonly<Record<string, () => Promise<void>>> = {
  content: async () => (await import("./content.ts")).benchContent(),
  scoring: async () => (await import("./scoring.ts")).benchScoring(),
  journal: async () => (await import("./journal.ts")).benchJournal(),
  "report-en": async () => (await import("./report.ts")).benchReport("en"),
  "report-zh-TW": async () => (await import("./report.ts")).benchReport("zh-TW"),
  "report-rows": async () => (await import("./report-rows.ts")).benchReportRows(),
  boot: async () => (await import("./boot.ts")).benchBoot(),
  stored: async () => (await import("./stored.ts")).benchStored(),
  signing: async () => (await import("./signing.ts")).benchSigning(),
};

export const familyNames: readonly string[] = Object.keys(families);
