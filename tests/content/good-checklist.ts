/** A checklist with every optional key in use and nothing wrong; tests spoil one line of it. */
export const goodChecklist = `format: assay-checklist/1
id: small
version: 1.0.0
title: { en: "Small checklist", zh-TW: "小型檢核表" }
source:
  name: "A norm"
  publisher: "A body"
  date: "2026-01"
  url: "https://example.org/norm"
  licence: "Own wording"
  note: { en: "Article 3 was not verified.", zh-TW: "第3條未經查證。" }
target: 0.7
scales:
  - id: yes-no
    levels:
      - { id: "0", value: 0, label: { en: "No", zh-TW: "否" }, meaning: { en: "It is not done.", zh-TW: "尚未辦理。" } }
      - { id: "1", value: 1, label: { en: "Yes", zh-TW: "是" }, meaning: { en: "It is done.", zh-TW: "已經辦理。" } }
sections:
  - id: S1
    ref: "Clause 1"
    title: { en: "First", zh-TW: "第一" }
    pdca: plan
    target: 0.8
    appliesWhen: { tier: [high], tags: [generative] }
    sections:
      - id: S1.1
        ref: "Clause 1.1"
        title: { en: "Inner", zh-TW: "內層" }
        questions:
          - id: S1.1.a
            ref: "Clause 1.1"
            text: { en: "Is there a <b>log</b>?", zh-TW: "是否有紀錄檔？" }
            help: { en: "Without it nobody knows.", zh-TW: "沒有紀錄就無從得知。" }
            evidence:
              - { en: "The log", zh-TW: "紀錄檔" }
              - { en: "Minutes", zh-TW: "會議紀錄" }
            phases: [operate-monitor, retire]
            weight: 3
            obligation: must
            scale: yes-no
            target: 1
            knockout: true
            appliesWhen: { role: [deployer], sector: [customs] }
`;

/** The good checklist with its one occurrence of \`from\` replaced. Throws when there is not exactly one. */
export function spoil(from: string, to: string): string {
  const parts = goodChecklist.split(from);
  if (parts.length !== 2) throw new Error(`"${from}" stands ${parts.length - 1} times in the good checklist`);
  return parts.join(to);
}
