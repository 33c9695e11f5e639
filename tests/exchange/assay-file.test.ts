import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAssayFile, writeAssayFile } from "#exchange";
import { verifyJournal } from "#journal";
import { bytesOf, journal, projected } from "./sample.ts";

/** A file as a person writes it: no journal, no digest. */
const byHand = {
  format: "assay-assessment/1",
  id: "a-1",
  system: { name: "X-ray", purpose: "finds narcotics" },
  assessedAt: "2026-11-21",
  profile: { tier: "high", role: ["deployer"], sector: "customs", tags: ["public-sector"], targets: { "eu-altai/ALTAI-2": 0.9 } },
  checklists: [{ id: "eu-altai", version: "1.0.0" }],
  answers: {
    "eu-altai": {
      "ALTAI-1.1.a": { level: "2", note: "seen", evidence: ["ev1"], by: "Lin", at: "2026-11-20" },
      "ALTAI-1.1.b": { notApplicable: true, justification: "no users" },
    },
  },
  evidence: [
    { id: "ev1", kind: "file", name: "log.csv", sha256: "0".repeat(64), effectiveFrom: "2026-01-01", expires: null, withdrawn: false },
  ],
};

function codesOf(value: unknown): readonly string[] {
  return readAssayFile(bytesOf(value)).problems.map((one) => `${one.code} ${one.path}`);
}

/** The hand-written file with the value at `path` replaced; undefined takes it out. */
function altered(path: string, value: unknown): unknown {
  const steps = path.split("/");
  const copy = structuredClone(byHand) as Record<string, unknown>;
  const holder = steps.slice(0, -1).reduce((at, step) => at[step] as Record<string, unknown>, copy);
  const last = steps.at(-1) ?? "";
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}

describe("a written file", () => {
  test("brings the texts of checklists along to the letter, and has no place for them where there are none", () => {
    const texts = { [`sha256-${"ab".repeat(32)}`]: "\ufeffid: 清單\r\n" } as const;
    const text = writeAssayFile(projected(), journal, texts);
    const read = readAssayFile(bytesOf(text));
    expect(read.ok && [read.value.texts, writeAssayFile(read.value.assessment, read.value.journal, read.value.texts)]).toEqual([texts, text]);
    expect(writeAssayFile(projected(), journal)).not.toContain('"texts"');
    const spoilt = readAssayFile(bytesOf(text.replace("sha256-abab", "md5-abab")));
    expect(spoilt.problems.map((one) => one.code)).toEqual(["bad-pattern"]);
  });

  test("reads back to the same assessment and journal, hashes and all", () => {
    const text = writeAssayFile(projected(), journal);
    const read = readAssayFile(bytesOf(text));
    if (!read.ok) throw new Error(read.problems[0]?.message);
    expect(read.value).toEqual({ assessment: projected(), journal, texts: {} });
    expect(verifyJournal(read.value.journal, read.value.assessment.id)).toEqual([]);
    expect(writeAssayFile(read.value.assessment, read.value.journal)).toBe(text);
  });

  test("is the same whatever order its keys came in, and ends in a newline", () => {
    const shuffled = Object.fromEntries(Object.entries(projected()).toReversed()) as unknown as ReturnType<typeof projected>;
    expect(writeAssayFile(shuffled, journal)).toBe(writeAssayFile(projected(), journal));
    expect(writeAssayFile(projected(), journal)).toMatch(/^\{\n {2}"format": "assay-assessment\/1",\n {2}"id": "a-1",[\s\S]*\}\n$/);
  });

  test("keeps keys of a journal line that are not known here, so that its hash still fits", () => {
    const [first] = journal;
    const file = { format: "assay-assessment/1", ...projected(), journal: [{ ...first, extra: { deep: 1 } }] };
    expect(readAssayFile(bytesOf(file))).toMatchObject({ ok: true, value: { journal: [{ extra: { deep: 1 } }] } });
  });
});

describe("a file written by hand", () => {
  test("needs neither journal nor digest, and its moments become UTC", () => {
    const read = readAssayFile(bytesOf(byHand));
    if (!read.ok) throw new Error(read.problems[0]?.message);
    expect(read.value.journal).toEqual([]);
    expect(read.value.assessment).toMatchObject({
      answers: { "eu-altai": { "ALTAI-1.1.a": { level: "2", by: "Lin", at: "2026-11-20T00:00:00.000Z" } } },
      attestations: [], classifications: [],
    });
  });

  test("may say as little as a name and a date", () => {
    const { format, id, assessedAt } = byHand;
    expect(readAssayFile(bytesOf({ format, id, assessedAt, system: { name: "X" } }))).toMatchObject({
      ok: true,
      value: { assessment: { system: { name: "X", purpose: "" }, profile: {}, checklists: [], answers: {}, evidence: [] } },
    });
  });

  test("says with null and false what it would say by leaving a key out", () => {
    const read = readAssayFile(bytesOf(altered("answers/eu-altai/ALTAI-1.1.a", { level: null, notApplicable: false, note: "open" })));
    if (!read.ok) throw new Error(read.problems[0]?.message);
    expect(Object.values(Object.values(read.value.assessment.answers)[0] ?? {})[0]).toEqual({ note: "open" });
  });

  test("may carry a stranger's keys at the top and in the system", () => {
    expect(codesOf({ ...byHand, $schema: "x", remarks: [] })).toEqual([]);
    expect(codesOf(altered("system/vendor", "ACME"))).toEqual([]);
  });
});

describe("a fault is refused at its path", () => {
  const cases: readonly (readonly [fact: string, path: string, value: unknown, problem: string])[] = [
    ["a misspelt key at the top", "answer", {}, "unknown-key answer"],
    ["a misspelt key of an answer", "answers/eu-altai/ALTAI-1.1.a", { levle: "2" }, "unknown-key answers.eu-altai.ALTAI-1.1.a.levle"],
    ["a misspelt key of evidence", "evidence/0/expire", null, "unknown-key evidence.0.expire"],
    ["an unknown key of the profile", "profile/risk", "high", "unknown-key profile.risk"],
    ["a missing id", "id", undefined, "missing id"],
    ["a missing name", "system/name", undefined, "missing system.name"],
    ["another format", "format", "assay-assessment/2", "unknown-format format"],
    ["no format", "format", undefined, "missing format"],
    ["an unknown tier", "profile/tier", "hihg", "unknown-value profile.tier"],
    ["a target above 1", "profile/targets", { "eu-altai": 80 }, "out-of-range profile.targets.eu-altai"],
    ["a level that is a number", "answers/eu-altai/ALTAI-1.1.a/level", 2, "wrong-type answers.eu-altai.ALTAI-1.1.a.level"],
    ["a day that no calendar has", "assessedAt", "2026-02-29", "bad-pattern assessedAt"],
    ["a date with a time", "evidence/0/expires", "2026-11-21T00:00:00Z", "bad-pattern evidence.0.expires"],
    ["a moment of no day", "answers/eu-altai/ALTAI-1.1.a/at", "2026-13-01T00:00:00Z", "bad-pattern answers.eu-altai.ALTAI-1.1.a.at"],
    ["evidence of no kind", "evidence/0/kind", undefined, "missing evidence.0.kind"],
    ["evidence of an unknown kind", "evidence/0/kind", "photo", "unknown-value evidence.0.kind"],
    ["a file without its hash", "evidence/0/sha256", undefined, "missing evidence.0.sha256"],
    ["a hash that is none", "evidence/0/sha256", "abc", "bad-pattern evidence.0.sha256"],
    ["evidence that stands twice", "evidence/1", byHand.evidence[0], "duplicate-id evidence.1.id"],
    ["a digest that is none", "checklists/0/digest", "md5-1", "bad-pattern checklists.0.digest"],
    ["an id that every object has", "answers/toString", {}, "bad-pattern answers.toString"],
    ["answers that are a list", "answers", [], "wrong-type answers"],
    ["a journal line of an unknown kind", "journal", [{ kind: "deleted" }], "unknown-value journal.0.kind"],
  ];
  for (const [fact, path, value, problem] of cases) {
    test(fact, () => expect(codesOf(altered(path, value))).toEqual([problem]));
  }

  test("script addresses are refused, mail and web are not", () => {
    const link = (url: string) => altered("evidence/0", { id: "ev1", kind: "link", name: "n", url });
    for (const url of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", " https://a", "https://"]) {
      expect(codesOf(link(url))).toEqual(["bad-pattern evidence.0.url"]);
    }
    for (const url of ["https://a.example/b?c#d", "HTTP://a.example", "mailto:a@b.example"]) expect(codesOf(link(url))).toEqual([]);
  });

  test("every field of every journal line is held, each line by its own kind", () => {
    const file = (alter: object, index: number) => ({
      format: "assay-assessment/1",
      ...projected(),
      journal: journal.map((event, place) => (place === index ? { ...event, ...alter } : event)),
    });
    expect(codesOf(file({ seq: 0 }, 0))).toEqual(["out-of-range journal.0.seq"]);
    expect(codesOf(file({ at: "2026-11-21T09:00:00Z" }, 1))).toEqual(["bad-pattern journal.1.at"]);
    expect(codesOf(file({ answer: { level: 3 } }, 2))).toEqual(["wrong-type journal.2.answer.level"]);
    expect(codesOf(file({ prev: undefined }, 3))).toEqual(["missing journal.3.prev"]);
    expect(codesOf(file({ target: null }, 6))).toEqual(["wrong-type journal.6.target"]);
  });

  test("the place of each is a line and a column, and they come in order", () => {
    const text = `{ "format": "assay-assessment/1",
  "id": "a", "system": { "name": "n" },
  "assessedAt": "today",
  "profile": { "tier": "grim" } }`;
    expect(readAssayFile(bytesOf(text)).problems.map(({ line, column }) => [line, column])).toEqual([[3, 17], [4, 24]]);
  });
});

describe("hostile bytes", () => {
  const single = (text: string) => readAssayFile(bytesOf(text)).problems[0];

  test("more than 25 MB are not looked at", () => {
    const started = performance.now();
    expect(readAssayFile(new Uint8Array(25_000_001)).problems[0]?.code).toBe("too-large");
    expect(performance.now() - started).toBeLessThan(50);
  });
  test("what is not UTF-8 is refused", () => expect(readAssayFile(Uint8Array.of(0xff)).problems[0]?.code).toBe("not-utf8"));
  test("half of a character is refused", () => expect(single('{"a":"\\ud800"}')).toMatchObject({ code: "lone-surrogate", column: 6 }));
  test("a key that stands twice is refused", () => expect(single('{"id":1,\n"id":2}')).toMatchObject({ code: "json-syntax", line: 2, column: 1 }));
  test("keys that reach a prototype are refused, escaped or not", () => {
    for (const key of ["__proto__", "\\u005f_proto__", "constructor", "prototype"]) {
      expect(single(`{"answers":{"${key}":{"x":1}}}`)?.code).toBe("forbidden-key");
    }
  });
  test("nesting ends at 64, however deep it goes on", () => {
    expect(single("[".repeat(20_000_000))?.code).toBe("too-large");
    expect(single('{"a":'.repeat(100_000))?.code).toBe("too-large");
  });
  test("more values or keys than any assessment has are refused", { timeout: 15_000 }, () => {
    expect(single(`[${"0,".repeat(12_000_000)}0]`)?.code).toBe("too-large");
    expect(single(`{${Array.from({ length: 500_000 }, (_, index) => `"k${index}":0`).join()}}`)?.code).toBe("too-large");
  });
  test("a thousand faults on one long line are placed in time", { timeout: 15_000 }, () => {
    const file = { format: "assay-assessment/1", ...projected(), journal: Array.from({ length: 20_000 }, () => ({ ...journal[2], seq: "x" })) };
    const { problems } = readAssayFile(new TextEncoder().encode(JSON.stringify(file)));
    expect(problems).toHaveLength(1001);
    expect(problems.at(-1)?.message).toBe("19000 more problems are not listed.");
  });
  test("a long string costs no more than its length", () => {
    const text = JSON.stringify({ ...byHand, notes: "x".repeat(20_000_000) });
    expect(readAssayFile(bytesOf(text)).ok).toBe(true);
  });
  test("a number beyond the finite is refused", () => expect(single("1e999")?.code).toBe("json-syntax"));

  test("JSON that another reader takes is taken, and what it refuses is refused", () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), fc.json().map((text) => text.slice(1))), (text) => {
        const codes = readAssayFile(bytesOf(text)).problems.map((one) => one.code);
        expect(codes.includes("json-syntax")).toBe(!isJson(text));
      }),
      { numRuns: 300 },
    );
  });

  test("no change of a good file makes the reader throw", () => {
    const good = writeAssayFile(projected(), journal);
    const mutation = fc.record({ at: fc.nat(good.length), cut: fc.nat(12), put: fc.oneof(fc.constantFrom("{", "}", "[", "]", '"', ",", ":", "null", "-1", "{}", "\\"), fc.string({ maxLength: 5 })) });
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
        const text = mutations.reduce((at, one) => at.slice(0, one.at) + one.put + at.slice(one.at + one.cut), good);
        const read = readAssayFile(bytesOf(text));
        expect(read.ok).toBe(read.problems.length === 0);
      }),
      { numRuns: 200 },
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
