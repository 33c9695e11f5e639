/** A library in the shape of CISO Assistant's, with our own words, in which every part that is read stands once. */
export const smallLibrary = `urn: urn:acme:risk:library:kettle-2024
locale: en
ref_id: KETTLE
name: Kettle norm
description: A norm for kettles.
copyright: CC BY 4.0
version: 3
publication_date: 2024-05-01
provider: Kettle Board
packager: acme
translations: { de: { name: Kesselnorm } }
dependencies: [ "urn:acme:risk:library:pots" ]
objects:
  threats:
  - { urn: "urn:acme:risk:threat:kettle:scald", ref_id: T1, name: Scald }
  - { urn: "urn:acme:risk:threat:kettle:shock", ref_id: T2, name: Shock }
  framework:
    urn: urn:acme:risk:framework:kettle-2024
    ref_id: KETTLE
    name: Kettle norm
    description: A norm for kettles.
    translations: { zh_Hant: { name: 水壺規範 }, de: { name: Kesselnorm } }
    min_score: 1
    max_score: 5
    scores_definition:
    - { score: 1, name: Cold, description: Nothing boils. }
    - { score: 3, name: Warm, description: Some of it boils. }
    - { score: 5, name: Hot }
    implementation_groups_definition:
    - { ref_id: home, name: Home }
    - { ref_id: shop, name: Shop }
    requirement_nodes:
    - urn: urn:acme:risk:req_node:kettle-2024:1
      assessable: false
      depth: 1
      ref_id: "1"
      name: Water
      description: Everything about water.
      translations: { zh_Hant: { name: 水 } }
    - urn: urn:acme:risk:req_node:kettle-2024:1.1
      parent_urn: urn:acme:risk:req_node:kettle-2024:1
      assessable: true
      depth: 2
      ref_id: "1.1"
      name: The kettle holds water
      description: It does not leak.
      annotation: Fill it and wait.
      typical_evidence: |-
        - A photograph
        - A test report
      importance: mandatory
      weight: 3
      target_score: 4
      threats: [ "urn:acme:risk:threat:kettle:scald" ]
      implementation_groups: [ home ]
      translations: { zh_Hant: { name: 水壺能盛水, description: 不會漏水。, annotation: 裝滿後靜置。, typical_evidence: "照片\\n測試報告" } }
    - urn: urn:acme:risk:req_node:kettle-2024:1.2
      parent_urn: urn:acme:risk:req_node:kettle-2024:1
      assessable: true
      depth: 2
      ref_id: "1.2"
      description: |-
        The lid fits although it
        is round. Lids that do not fit
        are replaced.
      importance: nice_to_have
      implementation_groups: [ home, shop ]
    - urn: urn:acme:risk:req_node:kettle-2024:note
      parent_urn: urn:acme:risk:req_node:kettle-2024:1
      assessable: false
      description: Water is wet.
    - urn: urn:acme:risk:req_node:kettle-2024:2
      assessable: true
      depth: 1
      ref_id: "2"
      name: Whistle
      importance: recommended
      questions:
        urn:acme:risk:req_node:kettle-2024:2:question:1:
          type: unique_choice
          text: Does it whistle?
          choices:
          - { urn: "urn:acme:risk:req_node:kettle-2024:2:question:1:choice:1", value: Loudly, add_score: 4, color: "#fff" }
          - { urn: "urn:acme:risk:req_node:kettle-2024:2:question:1:choice:2", value: Softly, add_score: 1, description: Heard in the same room. }
          - { urn: "urn:acme:risk:req_node:kettle-2024:2:question:1:choice:3", value: Never, add_score: 0 }
          - { urn: "urn:acme:risk:req_node:kettle-2024:2:question:1:choice:4", value: Has no whistle, compute_result: not_applicable }
        urn:acme:risk:req_node:kettle-2024:2:question:2:
          type: unique_choice
          text: Can it be switched off?
          depends_on: { question: "urn:acme:risk:req_node:kettle-2024:2:question:1", answers: [ "x" ], condition: any }
          choices:
          - { value: "Yes", compute_result: compliant }
          - { value: In part, compute_result: partially_compliant }
          - { value: "No", compute_result: "false" }
        urn:acme:risk:req_node:kettle-2024:2:question:3:
          type: text
          text: How does it sound?
`;

/** The small library with its one occurrence of `from` replaced. Throws when there is not exactly one. */
export function alter(from: string, to: string): string {
  const parts = smallLibrary.split(from);
  if (parts.length !== 2) throw new Error(`"${from}" stands ${parts.length - 1} times in the small library`);
  return parts.join(to);
}

export interface Wanted {
  readonly framework?: string;
  readonly nodes: string;
  readonly locale?: string;
}

/** A library of one framework with these requirement nodes, each a line in flow style. */
export function libraryOf({ framework = "", nodes, locale = "en" }: Wanted): string {
  const head = `urn: urn:acme:risk:library:x\nlocale: ${locale}\nname: X\nversion: 1\npackager: acme\ncopyright: free\npublication_date: 2026-01-01\n`;
  const body = nodes.trim().split("\n").map((line) => `    - ${line.trim()}`).join("\n");
  return `${head}objects:\n  framework:\n    urn: urn:acme:risk:framework:x\n    name: X\n${framework}    requirement_nodes:\n${body}\n`;
}

/** `{ urn, … }` of a node called `name`. */
export function node(name: string, rest: string): string {
  return `{ urn: "urn:acme:risk:req_node:x:${name}", ${rest} }`;
}

export function under(name: string): string {
  return `parent_urn: "urn:acme:risk:req_node:x:${name}"`;
}
