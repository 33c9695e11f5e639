import { cleanup, fireEvent, screen, within } from "@solidjs/testing-library";
import { createSignal, Show } from "solid-js";
import { afterEach, describe, expect, test, vi } from "vitest";
import type {
  AssessmentId,
  AssessmentMeta,
  CertificateFacts,
  ChecklistId,
  Problem,
  ProblemCode,
  QuestionId,
  ReportDocument,
  SectionId,
  SignatureReport,
  VerificationResult,
} from "#domain";
import type { CarriedFile, Conflict, LiveWorkbench } from "#workbench";
import { Dialog } from "../../src/ui/parts/index.ts";
import { texts } from "../../src/ui/texts/index.ts";
import { ExplainTable } from "../../src/ui/views/gaps/explain-dialog.tsx";
import { FindingsTable } from "../../src/ui/views/gaps/findings-table.tsx";
import { BeforeSigning } from "../../src/ui/views/report/before-signing.tsx";
import type { Printed } from "../../src/ui/views/report/print-report.ts";
import { chaptersOf, sheetsOf } from "../../src/ui/views/report/report-sheets.ts";
import { SignDialog } from "../../src/ui/views/report/sign-dialog.tsx";
import { copyNote } from "../../src/ui/views/systems/copy-note.ts";
import { ImportDialog } from "../../src/ui/views/systems/import-dialog.tsx";
import { CarriedFiles } from "../../src/ui/views/verify/carried-files.tsx";
import { checksOf, otherProblems } from "../../src/ui/views/verify/checks.ts";
import { Countersign } from "../../src/ui/views/verify/countersign.tsx";
import { SignatureCard } from "../../src/ui/views/verify/signature-card.tsx";
import { VerdictHead, verdictOf } from "../../src/ui/views/verify/verdict.tsx";
import { assessment, checklist, result, showCase as show } from "./show-case.tsx";

afterEach(cleanup);

const en = texts("en");
const problem = (code: ProblemCode): Problem => ({ code, message: code, path: "" });

describe("before signing", () => {
  test("lists what is open by kind, and each question leads to itself", () => {
    show(() => <BeforeSigning template={undefined} />);
    expect(screen.getByRole("heading", { name: "Before signing" })).toBeTruthy();
    expect(screen.getByText("Target met without evidence").closest("summary")?.textContent).toContain("2 questions");
    const links = screen.getAllByRole("link", { hidden: true });
    expect(links.map((link) => link.getAttribute("href"))).toEqual(["E-4.b", "E-5.a"].map((id) => `#/assess/golden-every-status/every-status/${id}`));
  });

  test("a conflict stands first, and a question with two expired files stands once", () => {
    const question = "E-4.a" as QuestionId;
    const conflict: Conflict = { subject: "x", question: { checklist: checklist.id as ChecklistId, id: "E-3.a" as QuestionId }, events: [] };
    const openPoints = ["log-1", "log-2"].map((evidence) => ({ kind: "evidence-not-effective" as const, question, evidence: evidence as never }));
    show(() => <BeforeSigning template={undefined} />, {
      session: { conflicts: () => [conflict], result: () => ({ assessment: assessment.id, checklists: [{ ...result, openPoints }] }) },
    });
    expect([...document.querySelectorAll("summary")].map((one) => one.textContent)).toEqual([
      "Copies disagree; counted as unanswered1 question",
      "Evidence not in force1 question",
    ]);
  });

  test("says so when nothing is open", () => {
    show(() => <BeforeSigning template={undefined} />, { session: { result: () => ({ assessment: assessment.id, checklists: [] }) } });
    expect(screen.getByText(en.report.before.clean)).toBeTruthy();
    expect(screen.queryByRole("link")).toBeNull();
  });
});

describe("[S13] a figure explained", () => {
  const explain = (within: { section?: SectionId; phases?: readonly ["retire"] }) =>
    show(() => <ExplainTable explained={{ title: "E", figure: result.total, within }} checklist={checklist} result={result} />);
  const rows = () => within(screen.getByRole("table")).getAllByRole("row").slice(1);

  test("is made of every question in scope, and of no other", () => {
    explain({});
    expect(rows()).toHaveLength(12);
    expect(screen.queryByText("E-1.a")).toBeNull();
  });

  test("shows value and target in points, won and required, the evidence in force and the rules", () => {
    explain({ section: "E-4" as SectionId });
    const [first, second] = rows();
    expect(within(first!).getAllByRole("cell").map((cell) => cell.textContent)).toEqual(["Answered", "80 / 80", "2", "1.60 / 1.60", "S1 S4 S5 S6 S7"]);
    expect(within(first!).getByText("判讀日誌，現場查閱")).toBeTruthy();
    expect(within(second!).queryByText("判讀日誌，現場查閱")).toBeNull();
  });

  test("shows a dash, never a zero, where there is no answer", () => {
    explain({ section: "E-3" as SectionId });
    expect(rows().map((row) => within(row).getAllByRole("cell")[1]?.textContent)).toEqual(["– / 80", "– / 80"]);
  });
});

describe("findings", () => {
  test("[S11] stand by exposure, with the level that was answered", () => {
    show(() => <FindingsTable checklist={checklist} result={result} />);
    expect(screen.getByRole("heading", { name: "4 findings, by exposure" })).toBeTruthy();
    const names = screen.getAllByRole("rowheader").map((cell) => cell.textContent?.slice(0, 5));
    expect(names).toEqual(["E-6.a", "E-6.b", "E-7.b", "E-7.a"]);
    expect(screen.getAllByText("Absent")).toHaveLength(3);
  });

  test("can be narrowed to a severity that there is", () => {
    show(() => <FindingsTable checklist={checklist} result={result} />);
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "Critical (0)" }).disabled).toBe(true);
    fireEvent.click(screen.getByRole("radio", { name: "High (1)" }));
    expect(screen.getAllByRole("rowheader")).toHaveLength(1);
  });
});

test("the note on copies says how old the last one is and what it lacks", () => {
  const now = "2026-11-21T12:00:00.000Z";
  const row = (exportedAt: string | null, exportedEvents: number) => ({ exportedAt, exportedEvents, events: 9 }) as AssessmentMeta;
  expect(copyNote(row(null, 0), en, now)).toBe("No copy outside this browser");
  expect(copyNote(row("2026-11-19T12:00:00.000Z", 9), en, now)).toBe("Copy exported 2 days ago");
  expect(copyNote(row("2026-11-19T12:00:00.000Z", 8), en, now)).toBe("Copy exported 2 days ago, 1 change since");
});

test("sizes are said in the unit that a reader would use", () => {
  expect([96, 812_000, 999_960, 10_737_500_000].map(en.common.size)).toEqual(["96 bytes", "812 kB", "1.0 MB", "10.7 GB"]);
  expect(texts("zh-TW").common.size(96)).toBe("96 位元組");
});

describe("opening a file", () => {
  const open = (readAssessment: LiveWorkbench["readAssessment"]) => {
    const onOpened = vi.fn();
    show(() => <ImportDialog file={new File(["{}"], "case.assay.json")} onClose={() => {}} onOpened={onOpened} />, { workbench: { readAssessment } });
    return onOpened;
  };

  test("that is refused says why and offers nothing but to close", async () => {
    open(() => Promise.resolve({ ok: false, problems: [{ ...problem("json-syntax"), line: 2, column: 7 }] }));
    const dialog = await screen.findByRole("dialog", { name: "This file cannot be opened" });
    expect(within(dialog).getByText("line 2, column 7")).toBeTruthy();
    expect(within(dialog).getAllByRole("button").map((button) => button.textContent || button.getAttribute("aria-label"))).toEqual(["Close", "Close"]);
  });

  test("that cannot even be read says so instead of reading for ever", async () => {
    open(() => Promise.reject(new Error("disk")));
    expect(await screen.findByText(en.errors.internal({}))).toBeTruthy();
  });

  test("of an assessment that is here says what would be joined, and joins only when asked", async () => {
    const confirm = vi.fn(() => Promise.resolve("a" as AssessmentId));
    const plan = { id: "a" as AssessmentId, name: "X-ray", answers: 3, events: 9, joins: { newEvents: 2, conflicts: 1 }, differences: [], confirm };
    const onOpened = open(() => Promise.resolve({ ok: true, problems: [], value: plan }));
    await screen.findByText(/adds 2 entries to the journal here. On 1 question the copies disagree/);
    expect(confirm).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole("button", { name: "Join the two copies" }));
    await vi.waitFor(() => expect(onOpened).toHaveBeenCalledWith("a"));
  });
});

const certificate: CertificateFacts = {
  subject: "Lin",
  organisation: null,
  issuer: "Lin",
  selfSigned: true,
  serial: "01",
  notBefore: "2026-01-01T00:00:00.000Z",
  notAfter: "2029-01-01T00:00:00.000Z",
  fingerprint: "00".repeat(32),
  key: "ECDSA P-256",
};

describe("signing", () => {
  const identity = { id: "i", label: "Lin", origin: "device" as const, certificate };
  const sign = () => {
    let finish: (printed: Printed) => void = () => undefined;
    const print = vi.fn(() => new Promise<Printed>((resolve) => (finish = resolve)));
    const signReport = vi.fn(() => Promise.resolve({ name: "r.pdf", mediaType: "application/pdf", bytes: new Uint8Array() }));
    const onClose = vi.fn();
    show(() => <SignDialog open onClose={onClose} template={"full" as never} language="en" print={print} />, {
      session: { signReport },
      workbench: { identities: () => [identity] },
    });
    const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
    return { print, signReport, onClose, press, finish: (missing: Printed["missing"] = []) => finish({ bytes: new Uint8Array(), missing }) };
  };

  test("prints, signs and hands over the file", async () => {
    const { signReport, press, finish } = sign();
    press("Sign and save");
    await screen.findByRole("progressbar", { name: "Printing the report" });
    finish();
    expect(await screen.findByRole("dialog", { name: "Signed" })).toBeTruthy();
    expect(signReport).toHaveBeenCalledOnce();
  });

  test("closed while it prints, nothing is signed", async () => {
    const { signReport, onClose, press, finish } = sign();
    press("Sign and save");
    await screen.findByRole("progressbar");
    press("Cancel");
    expect(onClose).toHaveBeenCalledOnce();
    finish();
    await new Promise((resolve) => setTimeout(resolve));
    expect(signReport).not.toHaveBeenCalled();
  });

  test("characters that cannot be printed are shown before anything is signed", async () => {
    const { signReport, press, finish } = sign();
    press("Sign and save");
    await screen.findByRole("progressbar");
    finish([{ character: "𠮷", codePoint: 0x20bb7, where: "note of E-4.a" }]);
    expect(await screen.findByText("U+20BB7")).toBeTruthy();
    expect(signReport).not.toHaveBeenCalled();
    press("Sign with the codes");
    await vi.waitFor(() => expect(signReport).toHaveBeenCalledOnce());
  });
});

describe("a verdict", () => {
  const signature = (codes: readonly ProblemCode[], more: Partial<SignatureReport> = {}): SignatureReport => ({
    field: "Signature1",
    subFilter: "ETSI.CAdES.detached",
    certificate,
    claimedAt: "2026-11-21T10:00:00.000Z",
    reason: null,
    digestAlgorithm: "SHA-256",
    byteRange: [0, 1, 2, 3],
    coversWholeFile: true,
    valid: codes.length === 0,
    problems: codes.map(problem),
    ...more,
  });
  const outcomes = (one: SignatureReport, file: readonly ProblemCode[] = []) => checksOf(one, file.map(problem)).map((check) => check.outcome);

  test("tells a file without a signature from one that could not be read", () => {
    expect(verdictOf({ valid: true, certification: null, signatures: [signature([])], problems: [] })).toBe("valid");
    expect(verdictOf({ valid: false, certification: null, signatures: [signature(["digest-mismatch"])], problems: [] })).toBe("invalid");
    expect(verdictOf({ valid: false, certification: null, signatures: [], problems: [problem("pdf-unsigned")] })).toBe("unsigned");
    expect(verdictOf({ valid: false, certification: null, signatures: [], problems: [problem("pdf-damaged")] })).toBe("unreadable");
    expect(verdictOf({ valid: false, certification: null, signatures: [], problems: [problem("pdf-damaged"), problem("pdf-unsigned")] })).toBe("unreadable");
  });

  test("of a file that may take a second signature offers one, and of any other says why not", async () => {
    const file = { name: "a.pdf", mediaType: "application/pdf", bytes: new Uint8Array() };
    const result = (certification: VerificationResult["certification"], valid = true): VerificationResult => ({ valid, certification, signatures: [signature([])], problems: [] });
    for (const [of, said] of [
      [result(null), "not-certified"],
      [result(1), "closed"],
      [result(2, false), "invalid"],
    ] as const) {
      const shown = show(() => <Countersign file={file} result={of} onSigned={() => undefined} />);
      expect(screen.getByText(en.verify.countersign.obstacles[said])).toBeInstanceOf(HTMLElement);
      expect(screen.queryByRole("button", { name: "Countersign" })).toBeNull();
      shown.unmount();
    }
    show(() => <Countersign file={file} result={result(2)} onSigned={() => undefined} />);
    expect(screen.getByRole("button", { name: "Countersign" })).toBeInstanceOf(HTMLElement);
  });

  test("lists what the file carries, and says when nothing vouches for it", () => {
    const carried: CarriedFile = { name: "x.assay.json", description: "All answers", mediaType: null, relationship: null, bytes: new Uint8Array(3), digest: `sha256-${"ab".repeat(32)}`, isAssessment: true };
    const onOpen = vi.fn();
    show(() => <CarriedFiles files={[carried, { ...carried, name: "broken", bytes: null, digest: null }]} areCovered={false} onOpen={onOpen} />);
    expect(screen.getByText("No valid signature vouches for them.")).toBeInstanceOf(HTMLElement);
    expect(screen.getByText("This one cannot be unpacked.")).toBeInstanceOf(HTMLElement);
    expect(screen.queryByRole("button", { name: "Save broken" })).toBeNull();
    screen.getByRole("button", { name: "Open x.assay.json in Assay" }).click();
    expect(onOpen).toHaveBeenCalledOnce();
    expect(screen.getByRole("img", { name: `SHA-256: ${"ab".repeat(32)}` })).toBeInstanceOf(HTMLElement);
  });

  test("passes no check that was not made", () => {
    expect(outcomes(signature([]))).toEqual(["passed", "passed", "passed", "passed"]);
    expect(outcomes(signature(["digest-mismatch"]))).toEqual(["failed", "passed", "open", "passed"]);
    expect(outcomes(signature(["signature-unreadable"], { certificate: null }))).toEqual(["open", "open", "open", "open"]);
    expect(outcomes(signature([]), ["not-whole-file"])).toEqual(["passed", "failed", "passed", "passed"]);
    expect(otherProblems(signature(["signature-unsupported", "certificate-expired"])).map((one) => one.code)).toEqual(["signature-unsupported"]);
  });

  test("says whose word the name rests on, and why a check failed", () => {
    const expired = signature(["certificate-expired"]);
    show(() => <VerdictHead name="a.pdf" size={2048} result={{ valid: false, certification: null, signatures: [expired], problems: [] }} />);
    expect(screen.getByRole("heading", { level: 2, name: "Do not rely on this file as signed" })).toBeTruthy();
    show(() => <SignatureCard signature={expired} place={1} file={[]} />);
    expect(screen.getByRole("heading", { level: 3, name: "Signature 1: Lin" })).toBeTruthy();
    expect(screen.getByText(en.problems["certificate-expired"](problem("certificate-expired")))).toBeTruthy();
    expect(screen.getByText("The signer alone")).toBeTruthy();
  });
});

test("a dialog gives the focus back to where it was", async () => {
  const [isOpen, setOpen] = createSignal(false);
  show(() => (
    <>
      <button onClick={() => setOpen(true)}>Open it</button>
      <Show when={isOpen()}>
        <Dialog open onClose={() => setOpen(false)} title="Within" />
      </Show>
    </>
  ));
  const opener = screen.getByRole("button", { name: "Open it" });
  opener.focus();
  fireEvent.click(opener);
  await vi.waitFor(() => expect(screen.getByRole("dialog").contains(document.activeElement)).toBe(true));
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  await vi.waitFor(() => expect(document.activeElement).toBe(opener));
});

test("a report falls into sheets at its cover, its page breaks and its chapters", () => {
  const heading = (level: 1 | 2, text: string) => ({ kind: "heading" as const, level, text, anchor: text });
  const blocks: ReportDocument["blocks"] = [
    { kind: "cover", eyebrow: "", title: "T", subtitle: "", facts: [], marks: [], legend: "" },
    { kind: "page-break" },
    heading(1, "One"),
    heading(2, "Within"),
    heading(1, "Two"),
    { kind: "page-break" },
    { kind: "signature", title: "", explanation: "", field: "Signature1" },
  ];
  const document = { blocks } as ReportDocument;
  expect(sheetsOf(document).map((sheet) => [sheet.isCover, ...sheet.blocks.map((block) => block.kind)])).toEqual([
    [true, "cover"],
    [false, "heading", "heading"],
    [false, "heading"],
    [false, "signature"],
  ]);
  expect(chaptersOf(document).map((chapter) => chapter.text)).toEqual(["One", "Two"]);
});
