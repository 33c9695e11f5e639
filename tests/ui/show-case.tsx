import { render } from "@solidjs/testing-library";
import type { JSX } from "solid-js";
import type { AssessmentResult, Digest, Language } from "#domain";
import { scoreAssessment } from "#scoring";
import { SessionContext, WorkbenchContext, type LiveWorkbench, type Session } from "#workbench";
import { ToasterProvider } from "../../src/ui/parts/index.ts";
import { TextsProvider } from "../../src/ui/texts/index.ts";
import { readCase } from "../golden/cases.ts";

/** The golden case in which every status stands. */
export const { checklist, assessment } = readCase("every-status");
export const pinned = { checklist, digest: "sha256-00" as Digest };
export const whole: AssessmentResult = scoreAssessment([checklist], assessment);
export const result = whole.checklists[0]!;

interface Given {
  readonly language?: Language;
  readonly session?: Partial<Session>;
  readonly workbench?: Partial<LiveWorkbench>;
}

/** `part` beneath a session on that case, with as much of a session and a workbench as is given. */
export function showCase(part: () => JSX.Element, { language = "en", session, workbench }: Given = {}) {
  const open = {
    id: assessment.id,
    assessment: () => assessment,
    checklists: () => [pinned],
    result: () => whole,
    conflicts: () => [],
    ...session,
  } as unknown as Session;
  const shell = { identities: () => [], templates: () => [], settings: { person: () => "" }, ...workbench } as unknown as LiveWorkbench;
  return render(() => (
    <WorkbenchContext.Provider value={shell}>
      <SessionContext.Provider value={open}>
        <TextsProvider language={language}>
          <ToasterProvider>{part()}</ToasterProvider>
        </TextsProvider>
      </SessionContext.Provider>
    </WorkbenchContext.Provider>
  ));
}
