import type { CalendarDate } from "#domain";
import type { WordTexts } from "./report-texts.ts";

export const wordsEn: WordTexts = {
  phase: {
    "plan-design": "Plan and design",
    "collect-process-data": "Collect and process data",
    "build-use-model": "Build and use model",
    "verify-validate": "Verify and validate",
    "deploy-use": "Deploy and use",
    "operate-monitor": "Operate and monitor",
    retire: "Retire",
  },
  tier: { minimal: "Minimal risk", limited: "Limited risk", high: "High risk", unacceptable: "Unacceptable risk" },
  role: {
    provider: "Provider",
    deployer: "Deployer",
    importer: "Importer",
    distributor: "Distributor",
    "user-organisation": "User organisation",
  },
  pdca: { plan: "Plan", do: "Do", check: "Check", act: "Act" },
  obligation: { must: "Must", should: "Should", may: "May" },
  severity: { critical: "Critical", high: "High", medium: "Medium", low: "Low" },
  status: {
    "out-of-scope": "Out of scope",
    "not-applicable": "Not applicable",
    "not-assessed": "Not assessed",
    satisfied: "Satisfied",
    incomplete: "Incomplete",
    "not-satisfied": "Not satisfied",
    "partially-satisfied": "Partially satisfied",
  },
  state: {
    answered: "Answered",
    unanswered: "Not answered",
    "not-applicable": "Not applicable",
    "out-of-scope": "Out of scope",
  },
  evidenceKind: { file: "File", link: "Link", statement: "Statement" },
  language: { en: "English", "zh-TW": "Traditional Chinese" },
  tag: {
    generative: "Generative AI",
    biometric: "Biometrics",
    "personal-data": "Personal data",
    children: "Children",
    "public-sector": "Public sector",
    financial: "Financial services",
    "safety-component": "Safety component",
    "moda-type-a": "Type A: technical design flaws",
    "moda-type-b": "Type B: operation and interaction",
    "moda-type-c": "Type C: society and environment",
  },
  notStated: "Not stated",
  none: "None",
  yes: "Yes",
  no: "No",
  listComma: ", ",
  colon: ": ",
  semicolon: "; ",
  stop: ". ",
  gap: " ",
  inBrackets: (text) => ` (${text})`,
  date,
  moment,
  version: (version) => `version ${version}`,
};

const months = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
] as const;

/** "21 November 2026"; what is no calendar date is left as it was written. */
function date(value: CalendarDate): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  const name = months[Number(month) - 1];
  return year && name ? `${Number(day)} ${name} ${year}` : value;
}

function moment(at: string): string {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})\S*Z$/.exec(at) ?? [];
  return day && time ? `${date(day)}, ${time} UTC` : at;
}
