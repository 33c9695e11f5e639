import type { CalendarDate } from "./text.ts";
import type { Words } from "./words.ts";

export const wordsEn: Words = {
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
  tag: {
    generative: "Generative AI",
    biometric: "Biometrics",
    "personal-data": "Personal data",
    children: "Children",
    "public-sector": "Public sector",
    financial: "Financial services",
    "safety-component": "Safety component",
    "moda-type-a": "Type A: technical design flaws (MODA)",
    "moda-type-b": "Type B: operation and interaction (MODA)",
    "moda-type-c": "Type C: society and environment (MODA)",
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
  questionState: {
    answered: "Answered",
    unanswered: "Not answered",
    "not-applicable": "Not applicable",
    "out-of-scope": "Out of scope",
  },
  evidenceKind: { file: "File", link: "Link", statement: "Statement" },
  date,
};

const months = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
] as const;

/** "21 November 2026" */
function date(value: CalendarDate): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  const name = months[Number(month) - 1];
  return year && name ? `${Number(day)} ${name} ${year}` : value;
}
