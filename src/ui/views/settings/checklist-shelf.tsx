import { createSignal, For, Show } from "solid-js";
import { inLanguage, type ChecklistSummary, type LeftOut, type Problem } from "#domain";
import { useWorkbench } from "#workbench";
import { Banner, Disclosure, Facts, FileField, Fingerprint } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { ProblemList } from "../problem-list.tsx";
import { LeftOutList } from "./left-out-list.tsx";
import { Section } from "../section.tsx";
import { useAttempt } from "../use-attempt.ts";

type Outcome =
  | { readonly kind: "added"; readonly checklists: readonly ChecklistSummary[]; readonly left: readonly LeftOut[] }
  | { readonly kind: "refused"; readonly file: string; readonly problems: readonly Problem[] };

/** The checklists that can be assessed against, with their sources, and the way to bring one's own. */
export function ChecklistShelf() {
  const t = useTexts();
  const language = useLanguage();
  const workbench = useWorkbench();
  const attempt = useAttempt();
  const [outcome, setOutcome] = createSignal<Outcome | null>(null);
  const outcomeOf = <Kind extends Outcome["kind"]>(kind: Kind) => {
    const now = outcome();
    return now?.kind === kind ? (now as Extract<Outcome, { kind: Kind }>) : null;
  };
  const add = async (file: File | undefined) => {
    if (!file) return;
    setOutcome(null);
    const read = await attempt(async () => workbench.addChecklist(new Uint8Array(await file.arrayBuffer())));
    if (!read) return;
    setOutcome(read.ok ? { kind: "added", checklists: read.value.summaries, left: read.value.left } : { kind: "refused", file: file.name, problems: read.problems });
  };
  return (
    <Section title={t().settings.checklists.title} lede={t().settings.checklists.text}>
      <div class="shelf">
        <For each={workbench.checklists()}>{(checklist) => <ChecklistEntry checklist={checklist} />}</For>
      </div>
      <FileField label={t().settings.checklists.add} hint={t().settings.checklists.addHint} accept=".yaml,.yml" onFiles={(files) => void add(files[0])} />
      <Show when={outcomeOf("added")}>
        {(done) => (
          <Banner tone="info">
            <For each={done().checklists}>{(checklist) => <p>{t().settings.checklists.added(inLanguage(checklist.title, language()))}</p>}</For>
            <Show when={done().left.length > 0}>
              <LeftOutList left={done().left} />
            </Show>
          </Banner>
        )}
      </Show>
      <Show when={outcomeOf("refused")}>
        {(done) => (
          <Banner tone="error" title={t().settings.checklists.refused(done().file)} onDismiss={() => setOutcome(null)}>
            <ProblemList problems={done().problems} />
          </Banner>
        )}
      </Show>
    </Section>
  );
}

function ChecklistEntry(props: { readonly checklist: ChecklistSummary }) {
  const t = useTexts();
  const language = useLanguage();
  const source = () => props.checklist.source;
  return (
    <Disclosure
      summary={inLanguage(props.checklist.title, language())}
      note={<span class="figures">{t().common.questions(props.checklist.questions)}</span>}
    >
      <div class="stack">
        <Show when={source().note}>{(note) => <p class="quiet-text">{inLanguage(note(), language())}</p>}</Show>
        <Facts
          facts={[
            { label: t().settings.checklists.source, value: source().name },
            { label: t().settings.checklists.publisher, value: source().publisher },
            { label: t().settings.checklists.date, value: t().common.date(source().date) },
            { label: t().settings.checklists.version, value: props.checklist.version },
            { label: t().settings.checklists.licence, value: source().licence },
            { label: t().settings.checklists.digest, value: <Fingerprint value={props.checklist.digest.replace("sha256-", "")} /> },
          ]}
        />
      </div>
    </Disclosure>
  );
}
