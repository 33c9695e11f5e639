/** What the bundled content must hold, against ids, official short titles and figures of the norms (`facts.json`). */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseChecklist, parseCrosswalk, parseDecisionTree, parseLifecycles, parseTemplate } from "#content";
import { knownTags, listSections, placeQuestions, type Checklist, type Parsed, type Section } from "#domain";
import facts from "./facts.json" with { type: "json" };

const folder = join(import.meta.dirname, "../../checklists");
const bytesOf = (name: string) => readFileSync(join(folder, name));
const whole = <T>(parsed: Parsed<T>): T => {
  if (!parsed.ok) throw new Error(parsed.problems.map((one) => one.message).join(" "));
  return parsed.value;
};
const checklist = (name: string) => whole(parseChecklist(bytesOf(`${name}.yaml`)));
const sectionsOf = (of: Checklist): readonly Section[] => listSections(of.sections).map((one) => one.section);
const questionsOf = (of: Checklist) => placeQuestions(of.sections);
const idsOf = (of: Checklist): readonly string[] => questionsOf(of).map((one) => one.question.id);
const sectionIds = (of: Checklist): readonly string[] => sectionsOf(of).map((one) => one.id);
const beneath = (of: Checklist, id: string) => questionsOf(of).filter((one) => one.sections.some((section) => section.id === id));
/** Ids whose names all begin with `prefix` name what stands after it up to a dot: `TW-BA:1.a` is about `1`. */
const subjectsOf = (ids: readonly string[], prefix: string) =>
  new Set(ids.flatMap((id) => (id.startsWith(prefix) ? [id.slice(prefix.length).split(".")[0] ?? ""] : [])));

describe("the frameworks are whole", () => {
  test("NIST AI RMF has its 4 functions, 19 categories and each of the 72 subcategories once", () => {
    const nist = checklist("nist-ai-rmf");
    const categories = Object.entries(facts.nist.categories);
    expect(categories).toHaveLength(19);
    for (const [category, subcategories] of categories) {
      expect(beneath(nist, category.replace(" ", "-")).map((one) => one.question.id)).toEqual(subcategories.map((id) => id.replace(" ", "-")));
    }
    expect(nist.sections.map((one) => one.id)).toEqual(["GOVERN", "MAP", "MEASURE", "MANAGE", "GAI"]);
    expect(idsOf(nist).filter((id) => !id.startsWith("GAI-"))).toHaveLength(72);
  });

  test("the 12 generative-AI risks are asked of generative systems alone", () => {
    const risks = beneath(checklist("nist-ai-rmf"), "GAI");
    expect(risks.map((one) => one.question.ref)).toEqual(Object.keys(facts.nist.genai).map((section) => `NIST AI 600-1, ${section}`));
    for (const { question, sections } of risks) {
      expect([...sections, question].some((one) => one.appliesWhen?.tags?.includes("generative"))).toBe(true);
    }
  });

  test("ISO/IEC 42001 has every clause from 4 to 10 under its title, Plan-Do-Check-Act and questions wherever it requires something", () => {
    const iso = checklist("iso-42001");
    const byId = new Map(sectionsOf(iso).map((one) => [String(one.id), one]));
    for (const [clause, { title, pdca, level }] of Object.entries(facts.iso.clauses)) {
      const section = byId.get(`ISO-${clause}`);
      expect(section?.title.en).toBe(title);
      if (level === 1) expect(section?.pdca).toBe(pdca);
      expect(beneath(iso, `ISO-${clause}`).length).toBeGreaterThan(0);
    }
  });

  test("ISO/IEC 42001 has each of the 38 Annex A controls once, under its objective", () => {
    const iso = checklist("iso-42001");
    const controls = beneath(iso, "ISO-A").map((one) => one.question.id);
    expect(controls).toEqual(Object.keys(facts.iso.controls).map((id) => `ISO-${id}`));
    expect(controls).toHaveLength(38);
    const titles = new Map(sectionsOf(iso).map((one) => [String(one.id), one.title.en]));
    for (const [objective, title] of Object.entries(facts.iso.objectives)) expect(titles.get(`ISO-${objective}`)).toBe(title);
    const named = questionsOf(iso).flatMap(({ question: { ref, control } }) => (control ? [[ref, control.en]] : []));
    expect(Object.fromEntries(named)).toEqual(facts.iso.controls);
    expect(named).toHaveLength(38);
  });

  test("ALTAI has its 7 requirements and 19 subsections by name, 70 questions or more, and the fundamental-rights preliminaries", () => {
    const altai = checklist("eu-altai");
    const titles = Object.fromEntries(sectionsOf(altai).map((one) => [one.id, one.title.en]));
    expect(titles).toMatchObject({ ...facts.altai.requirements, ...facts.altai.subsections });
    expect(Object.keys(facts.altai.subsections)).toHaveLength(19);
    for (const id of Object.keys(facts.altai.subsections)) expect(beneath(altai, id).length).toBeGreaterThan(0);
    expect(beneath(altai, "ALTAI-0").length).toBeGreaterThan(0);
    expect(idsOf(altai).filter((id) => !id.startsWith("ALTAI-0")).length).toBeGreaterThanOrEqual(70);
  });

  test("the Basic Act asks for each of the 7 principles of Article 4", () => {
    const act = checklist("tw-ai-basic-act");
    for (const number of Object.keys(facts.basicAct)) expect(beneath(act, `TW-BA:${number}`).length).toBeGreaterThan(0);
  });

  test("the risk classification framework has its 4 steps and each of the 20 risk subtypes", () => {
    const moda = checklist("tw-moda-risk");
    for (const step of Object.keys(facts.moda.steps)) expect(sectionIds(moda)).toContain(`TW-MODA-RF:step${step}`);
    for (const type of Object.keys(facts.moda.types)) expect(sectionIds(moda)).toContain(`TW-MODA-RF:${type}`);
    const asked = subjectsOf(idsOf(moda), "TW-MODA-RF:");
    expect([...asked].filter((one) => !one.startsWith("step")).toSorted()).toEqual(Object.keys(facts.moda.subtypes).toSorted());
    expect(Object.keys(facts.moda.subtypes)).toHaveLength(20);
  });

  test("the FSC guidelines ask for each of 6 principles, 4 phases and 6 risk factors", () => {
    const fsc = checklist("tw-fsc-finance");
    for (const number of Object.keys(facts.fsc.principles)) expect(beneath(fsc, `TW-FSC:${number}`).length).toBeGreaterThan(0);
    for (const number of Object.keys(facts.fsc.factors)) expect(idsOf(fsc)).toContain(`TW-FSC:risk.${number}`);
    const view = whole(parseLifecycles(bytesOf("lifecycles.yaml"))).views.find((one) => String(one.id) === "tw-fsc");
    expect(view?.phases.map((one) => one.title["zh-TW"])).toEqual(Object.entries(facts.fsc.phases).map(([number, title]) => `${number} ${title}`));
    const named = new Set(questionsOf(fsc).flatMap((one) => one.question.phases));
    for (const phase of view?.phases ?? []) expect(phase.maps.some((one) => named.has(one)), phase.id).toBe(true);
  });

  test("the ten points, the 3 values and 8 guidelines, the 5 draft phases and the 6 vendor questions are each asked for", () => {
    const lists = [
      ["tw-ey-generative", Object.keys(facts.eyPoints).map((number) => `TW-EY-GAI:${number}`)],
      ["tw-nstc-research", [...Object.keys(facts.nstc.values).map((n) => `TW-MOST:V${n}`), ...Object.keys(facts.nstc.guidelines).map((n) => `TW-MOST:${n}`)]],
      ["tw-public-sector", Object.keys(facts.handbook).map((number) => `TW-MODA-HB:${number}`)],
      ["genai-procurement", Object.keys(facts.procurement).map((number) => `FIA-GAI6:${number}`)],
    ] as const;
    for (const [name, ids] of lists) for (const id of ids) expect(beneath(checklist(name), id).length, id).toBeGreaterThan(0);
  });

  test("the EU AI Act asks for every prohibition, requirement, duty and transparency rule, each by its article", () => {
    const refs = questionsOf(checklist("eu-ai-act")).map((one) => one.question.ref.replaceAll(" ", ""));
    const { prohibited, high_risk_requirement, duty, transparency, literacy, post_market, right } = facts.aiAct;
    for (const article of [...prohibited, ...high_risk_requirement, ...duty, ...transparency, ...literacy, ...post_market, ...right]) {
      expect(refs.some((ref) => ref === article || ref.startsWith(`${article}(`)), article).toBe(true);
    }
  });

  test("the EU AI Act decision tree turns on every area of Annex III and every exemption of Article 6(3), and cites an article at each turn", () => {
    const tree = whole(parseDecisionTree(bytesOf("eu-ai-act-tier.yaml")));
    const said = JSON.stringify(tree).replaceAll(/\s/g, "");
    for (const area of facts.aiAct.high_risk_area) expect(said, area).toMatch(new RegExp(`AnnexIII[^"]{0,12}${area.split(".")[1]}`));
    for (const one of [...tree.nodes, ...tree.conclusions]) expect(one.ref).toMatch(/Art|Annex|Recital/);
  });

  test("the AIF-style list has the 12 items and the survey's printed means, and never calls itself the AIF index", () => {
    const aif = checklist("aif-maturity");
    expect(idsOf(aif)).toEqual(Object.keys(facts.aif.items).map((item) => `AIF-${item}`));
    for (const item of Object.keys(facts.aif.items)) {
      const segments: Readonly<Record<string, number>> = facts.aif.means[item as keyof typeof facts.aif.means];
      const help = questionsOf(aif).find((one) => one.question.id === `AIF-${item}`)?.question.help;
      for (const mean of Object.values(segments)) {
        expect(help?.en, `${item} ${mean}`).toContain(mean.toFixed(1));
        expect(help?.["zh-TW"], `${item} ${mean}`).toContain(mean.toFixed(1));
      }
    }
    expect(aif.title.en).toContain("AIF-style");
    expect(`${aif.title.en}${aif.title["zh-TW"]}`).not.toMatch(/AIF index|AIF指數/);
  });

  test("the common core has about 60 questions, each joined to another list", () => {
    const core = checklist("common-core");
    expect(idsOf(core).length).toBeGreaterThanOrEqual(55);
    expect(idsOf(core).length).toBeLessThanOrEqual(70);
    const { mappings } = whole(parseCrosswalk(bytesOf("crosswalk.yaml")));
    const joined = new Set(mappings.flatMap(({ from, to }) => [from, to]).filter((end) => end.checklist === core.id).map((end) => String(end.id)));
    expect(idsOf(core).filter((id) => !joined.has(id))).toEqual([]);
  });
});

describe("the crosswalk", () => {
  const { mappings } = whole(parseCrosswalk(bytesOf("crosswalk.yaml")));

  test("carries the 280 published pairs of NIST and ISO/IEC 42001, no more, and calls none of them more than related", () => {
    const published = mappings.filter((one) => one.basis.kind === "published");
    const pair = (one: (typeof mappings)[number]) => `${one.from.id} ${one.to.id}`;
    const expected = facts.publishedNistToIso.map(([nist = "", iso = ""]) => `${nist.replace(" ", "-")} ISO-${iso}`);
    expect(published.map(pair).toSorted()).toEqual(expected.toSorted());
    expect(new Set(published.map((one) => one.relation))).toEqual(new Set(["intersects"]));
  });

  test("says whose judgement every other pair is, and when", () => {
    for (const { basis } of mappings) if (basis.kind === "judgement") expect(basis).toMatchObject({ by: "Assay", date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
  });
});

describe("the whole of it", () => {
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  const lists = names.map((name) => parseChecklist(bytesOf(name))).flatMap((parsed) => (parsed.ok ? [parsed.value] : []));

  test("13 checklists are there, and no question repeats another of its list in either language", () => {
    expect(lists).toHaveLength(13);
    for (const list of lists) {
      for (const language of ["en", "zh-TW"] as const) {
        const texts = questionsOf(list).map((one) => one.question.text[language]);
        expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
      }
    }
  });

  test("every question names two to four kinds of evidence, and its help is its own", () => {
    for (const list of lists) {
      const helps = questionsOf(list).map((one) => one.question.help.en);
      expect(new Set(helps).size).toBe(helps.length);
      for (const { question } of questionsOf(list)) {
        expect(question.evidence.length, question.id).toBeGreaterThanOrEqual(2);
        expect(question.evidence.length, question.id).toBeLessThanOrEqual(4);
      }
    }
  });

  test("what is not verified is said in the source of every checklist", () => {
    for (const list of lists) for (const language of ["en", "zh-TW"] as const) expect(list.source.note?.[language] ?? "", list.id).not.toBe("");
  });

  test("both languages are complete: English is English, Chinese is Chinese as written in Taiwan", () => {
    for (const [where, { en, zh }] of texts()) {
      expect(en.trim(), where).not.toBe("");
      expect(zh.trim(), where).not.toBe("");
      expect(zh, where).not.toMatch(simplified);
      if (en.length > 40) expect(zh, where).toMatch(/[\u4e00-\u9fff]/);
      if (en.length > 40) expect((en.match(/[\u4e00-\u9fff]/g) ?? []).length / en.length, where).toBeLessThan(0.3);
    }
  });

  test("every tag that a question or an outcome names has words in both languages", () => {
    const named = names.flatMap((name) => tagsIn(readOne(name, bytesOf(name))));
    expect([...new Set(named)].toSorted()).toEqual(knownTags.toSorted());
  });

  test("is read and checked in less than a second of the processor's time", () => {
    const files = names.map(bytesOf);
    const runs = [1, 2, 3].map(() => {
      const started = process.cpuUsage();
      for (const [index, bytes] of files.entries()) readOne(names[index] ?? "", bytes);
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1000;
    });
    expect(Math.min(...runs)).toBeLessThan(1000);
  });

  /** Every text in two languages of every file, with where it stands. */
  function texts(): readonly (readonly [string, { readonly en: string; readonly zh: string }])[] {
    const found: [string, { readonly en: string; readonly zh: string }][] = [];
    const walk = (value: unknown, path: string): void => {
      if (value === null || typeof value !== "object") return;
      if ("en" in value || "zh-TW" in value) {
        const { en, "zh-TW": zh } = value as Readonly<Record<string, unknown>>;
        found.push([path, { en: typeof en === "string" ? en : "", zh: typeof zh === "string" ? zh : "" }]);
      } else for (const [key, member] of Object.entries(value)) walk(member, `${path}/${key}`);
    };
    for (const name of names) walk(readOne(name, bytesOf(name)), name);
    const templates = join(folder, "../templates");
    for (const name of readdirSync(templates)) walk(whole(parseTemplate(readFileSync(join(templates, name)))), name);
    return found;
  }
});

/** Characters that are written in mainland China alone. */
const simplified = /[们这个为来时国说会学对开发问题经过还进实现应当设备业务产权责认证评价审计监测风险数据线级别护选择须让书记录转运单]/u;

function tagsIn(value: unknown): readonly string[] {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, member]) => (key === "tags" && Array.isArray(member) ? member.map(String) : tagsIn(member)));
}

function readOne(name: string, bytes: Uint8Array): unknown {
  if (name === "crosswalk.yaml") return whole(parseCrosswalk(bytes));
  if (name === "lifecycles.yaml") return whole(parseLifecycles(bytes));
  if (/-(tier|path)\.yaml$/.test(name)) return whole(parseDecisionTree(bytes));
  return whole(parseChecklist(bytes));
}
