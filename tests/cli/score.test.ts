import { describe, expect, test } from "vitest";
import { goodChecklist, spoil } from "../content/good-checklist.ts";
import { assay, makeFolder } from "./assay.ts";

const { write } = makeFolder();
const checklist = write("small.yaml", goodChecklist);
const sample = "public/samples/customs-xray.assay.json";

/** An assessment as a person writes it, in scope of the small checklist's one question. */
const byHand = {
  format: "assay-assessment/1",
  id: "a-1",
  system: { name: "X-ray", purpose: "finds narcotics" },
  assessedAt: "2026-11-21",
  profile: { tier: "high", role: ["deployer"], sector: "customs", tags: ["generative"] },
  checklists: [{ id: "small", version: "1.0.0" }],
  answers: { small: { "S1.1.a": { level: "0" } } },
  evidence: [],
};

describe("assay score", () => {
  test("given the old version and the new one, scores with the one that the assessment names, as ever", async () => {
    const assessment = write("crane.json", JSON.stringify({ ...byHand, checklists: [{ id: "port-crane", version: "1.0.0" }], answers: { "port-crane": { "PC-2.c": { level: "once" } } } }));
    const [older, newer] = ["1.0.0", "2.0.0"].map((version) => `tests/fixtures/crane/crane-${version}.yaml`) as [string, string];
    const alone = await assay("score", "--checklist", older, "--assessment", assessment, "--json");
    expect(await assay("score", "--checklist", newer, "--checklist", older, "--assessment", assessment, "--json")).toEqual(alone);
    expect(JSON.parse(alone.out).checklists.map((one: { version: string }) => one.version)).toEqual(["1.0.0"]);
  });

  test("prints one object in the shape of scoring.md [S5] [S11] [S12]", async () => {
    const { exit, out, err } = await assay("score", "--checklist", checklist, "--assessment", write("a.json", JSON.stringify(byHand)), "--json");
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    const figure = { low: 0, high: 0, evidenced: 0, coverage: 1, required: 3 };
    expect(JSON.parse(out)).toEqual({
      format: "assay-result/1",
      assessment: "a-1",
      checklists: [
        {
          id: "small",
          version: "1.0.0",
          blocked: true,
          outOfScope: 0,
          notApplicableWeight: 0,
          total: figure,
          sections: { S1: { ...figure, status: "not-satisfied" }, "S1.1": { ...figure, status: "not-satisfied" } },
          phases: { "operate-monitor": figure, retire: figure },
          pdca: { plan: figure },
          findings: [{ question: "S1.1.a", value: 0, target: 1, gap: 1, exposure: 3, severity: "critical" }],
        },
      ],
    });
  });

  test("prints a table for reading, with both ends of an open figure and the block beside it [S6] [S12]", async () => {
    const { exit, out } = await assay("score", "--checklist", "checklists/eu-altai.yaml", "--assessment", sample);
    expect(exit).toBe(0);
    expect(out).toMatch(/BLOCKED/);
    expect(out).toMatch(/^ {2}\d+–\d+% .* total$/m);
  });

  test("scores the checklists given and no other, in their order", async () => {
    const { exit, out, err } = await assay("score", "--checklist", checklist, "--checklist", "checklists/nist-ai-rmf.yaml", "--assessment", sample, "--json");
    const { checklists } = JSON.parse(out) as { checklists: readonly { id: string }[] };
    expect({ exit, err, ids: checklists.map((one) => one.id) }).toEqual({ exit: 0, err: "", ids: ["small", "nist-ai-rmf"] });
  });

  test("says on standard error what finds no meaning, and scores the rest", async () => {
    const answers = { small: { "S1.1.b": { level: "1" }, "S1.1.a": { level: "9" } } };
    const path = write("odd.json", JSON.stringify({ ...byHand, answers }));
    const { exit, out, err } = await assay("score", "--checklist", checklist, "--assessment", path, "--json");
    expect(exit).toBe(0);
    expect(err.split("\n").map((line) => line.split(" ")[1])).toEqual(["unknown-question", "unknown-level", undefined]);
    expect(JSON.parse(out)).toMatchObject({ checklists: [{ total: { low: 0, high: 1, coverage: 0 } }] });
  });

  test("lists the problems of every faulty file, and scores nothing", async () => {
    const bad = write("bad.yaml", spoil("weight: 3", "weight: 4"));
    const worse = write("worse.json", JSON.stringify({ ...byHand, assessedAt: "soon" }));
    const { exit, out, err } = await assay("score", "--checklist", bad, "--assessment", worse, "--json");
    expect({ exit, out }).toEqual({ exit: 1, out: "" });
    expect(err).toMatch(/worse\.json:1:\d+ bad-pattern/);
    expect(err).toMatch(/bad\.yaml:\d+:\d+ unknown-value/);
  });

  test("takes nothing else for a checklist, and says what it is", async () => {
    const others = { "templates/full-report.yaml": "a report template", "checklists/crosswalk.yaml": "a crosswalk" };
    for (const [path, noun] of Object.entries(others)) {
      const { exit, err } = await assay("score", "--checklist", path, "--assessment", sample);
      expect({ exit, err }).toEqual({ exit: 1, err: `${path}:1:1 unknown-format This is ${noun}, not a checklist.\n` });
    }
  });

  test("[S8] reads the phases through another lifecycle when asked, under a key of its own", async () => {
    const path = write("a.json", JSON.stringify(byHand));
    const plain = await assay("score", "--checklist", checklist, "--assessment", path, "--json");
    const read = await assay("score", "--checklist", checklist, "--assessment", path, "--lifecycle", "tw-fsc", "--json");
    const { lifecycle, ...rest } = JSON.parse(read.out) as Readonly<Record<string, unknown>>;
    expect(rest).toEqual(JSON.parse(plain.out));
    const figure = { low: 0, high: 0, evidenced: 0, coverage: 1, required: 3 };
    expect(lifecycle).toEqual({ view: "tw-fsc", checklists: [{ id: "small", phases: { phase1: null, phase2: null, phase3: null, phase4: figure } }] });
  });

  test("[S8] names a phase without a question, and gives it no figure", async () => {
    const { exit, out } = await assay("score", "--checklist", checklist, "--assessment", write("a.json", JSON.stringify(byHand)), "--lifecycle", "checklists/lifecycles.yaml#tw-fsc");
    expect(exit).toBe(0);
    expect(out).toContain("Phases of FSC financial AI guidance (four phases), which overlap");
    expect(out).toMatch(/^ {2}– +no question +1 System planning and design$/m);
    expect(out).toMatch(/^ {2}0% .* 4 System deployment and monitoring$/m);
  });

  test("names the lifecycles there are when there is no such one, and the problems of a faulty file", async () => {
    const path = write("a.json", JSON.stringify(byHand));
    const none = await assay("score", "--checklist", checklist, "--assessment", path, "--lifecycle", "waterfall");
    expect(none).toEqual({ exit: 2, out: "", err: "There is no lifecycle waterfall. There are: nist-ai-rmf, tw-fsc, tw-public-sector-draft, iso-22989.\n" });
    const faulty = await assay("score", "--checklist", checklist, "--assessment", path, "--lifecycle", `${checklist}#v`);
    expect({ exit: faulty.exit, out: faulty.out }).toEqual({ exit: 1, out: "" });
    expect(faulty.err).toMatch(/small\.yaml:\d+:\d+ unknown-format/);
  });
});
