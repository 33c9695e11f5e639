import { createSignal, For, Show } from "solid-js";
import { inLanguage, type Problem } from "#domain";
import { useWorkbench } from "#workbench";
import { Banner, Disclosure, Facts, FileField, Fingerprint } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { ProblemList } from "../problem-list.tsx";
import { useAttempt } from "../use-attempt.ts";

/** The checklists that can be assessed against, with their sources, and the way to bring one's own. */
export function ChecklistShelf() {
  const t = useTexts();
  const language = useLanguage();
  const workbench = useWorkbench();
  const attempt = useAttempt();
  const [problems, setProblems] = createSignal<readonly Problem[]>([]);
  const [added, setAdded] = createSignal<string | null>(null);
  const add = async (file: File | undefined) => {
    if (!file) return;
    setAdded(null);
    const read = await attempt(async () => workbench.addChecklist(new Uint8Array(await file.arrayBuffer())));
    if (!read) return;
    setProblems(read.ok ? [] : read.problems);
    if (read.ok) setAdded(inLanguage(read.value.title, language()));
  };
  return (
    <section class="section">
      <h2>{t().settings.checklists.title}</h2>
      <For each={workbench.checklists()}>
        {(checklist) => (
          <Disclosure summary={inLanguage(checklist.title, language())} note={t().common.questions(checklist.questions)}>
            <Facts
              facts={[
                { label: t().settings.checklists.source, value: checklist.source.name },
                { label: t().settings.checklists.publisher, value: checklist.source.publisher },
                { label: t().settings.checklists.date, value: checklist.source.date },
                { label: t().settings.checklists.version, value: checklist.version },
                { label: t().settings.checklists.licence, value: checklist.source.licence },
                { label: t().settings.checklists.digest, value: <Fingerprint value={checklist.digest.replace("sha256-", "")} /> },
              ]}
            />
            <Show when={checklist.source.note}>{(note) => <p class="quiet-text">{inLanguage(note(), language())}</p>}</Show>
          </Disclosure>
        )}
      </For>
      <FileField label={t().settings.checklists.add} hint={t().settings.checklists.addHint} accept=".yaml,.yml" onFiles={(files) => void add(files[0])} />
      <div aria-live="polite">
        <Show when={added()}>{(name) => <Banner tone="info">{t().settings.checklists.added(name())}</Banner>}</Show>
        <Show when={problems().length > 0}>
          <Banner tone="error" title={t().settings.checklists.refused}>
            <ProblemList problems={problems()} />
          </Banner>
        </Show>
      </div>
    </section>
  );
}
