import { createSignal, Match, Switch, untrack } from "solid-js";
import type { EvidenceId, QuestionId } from "#domain";
import { Dialog, Tabs } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { useAssessView } from "./assess-view.ts";
import { createEvidenceEntry } from "./evidence-draft.ts";
import { ExistingEvidence } from "./existing-evidence.tsx";
import { FileEvidence } from "./file-evidence.tsx";
import { WrittenEvidence } from "./written-evidence.tsx";

const ways = ["file", "link", "statement", "existing"] as const;
type Way = (typeof ways)[number];

/** Evidence for one question: new, as a file, a link or a statement, or already recorded. */
export function EvidenceDialog(props: { readonly open: boolean; readonly question: QuestionId; readonly onClose: () => void }) {
  const t = useTexts();
  const view = useAssessView();
  const [way, setWay] = createSignal<Way>("file");
  const question = untrack(() => props.question);
  const link = (ids: readonly EvidenceId[]) => view.answering.link(question, ids);
  const entry = createEvidenceEntry();
  const linkAndClose = (ids: readonly EvidenceId[]) => {
    link(ids);
    entry.clear();
    props.onClose();
  };
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t().assess.evidence.addTitle} description={t().assess.evidence.of(question)}>
      <Tabs label={t().assess.evidence.addTitle} value={way()} onChange={setWay} tabs={ways.map((id) => ({ id, label: t().assess.evidence.tabs[id] }))}>
        {(id) => (
          <Switch>
            <Match when={id === "file"}>
              <FileEvidence entry={entry} onAttached={linkAndClose} />
            </Match>
            <Match when={id === "link"}>
              <WrittenEvidence kind="link" entry={entry} onRecorded={(one) => linkAndClose([one])} />
            </Match>
            <Match when={id === "statement"}>
              <WrittenEvidence kind="statement" entry={entry} onRecorded={(one) => linkAndClose([one])} />
            </Match>
            <Match when={id === "existing"}>
              <ExistingEvidence question={question} onLink={(one) => link([one])} />
            </Match>
          </Switch>
        )}
      </Tabs>
    </Dialog>
  );
}
