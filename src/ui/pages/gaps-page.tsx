import { createMemo, createSignal, Show } from "solid-js";
import { formatInterval, inLanguage } from "#domain";
import { useSession } from "#workbench";
import { EmptyState, LinkButton, PageHead, Tabs } from "../parts/index.ts";
import { useLanguage, useTexts } from "../texts/index.ts";
import { ChecklistGaps } from "../views/gaps/checklist-gaps.tsx";
import "../styles/pages/gaps.css";

/** Where the system falls short: by phase and section, as a shape, and finding by finding. */
export function GapsPage() {
  const t = useTexts();
  const language = useLanguage();
  const session = useSession();
  const [chosen, setChosen] = createSignal<string | null>(null);
  const pairs = createMemo(() =>
    session.checklists().flatMap((pinned) => {
      const result = session.result().checklists.find((one) => one.id === pinned.checklist.id);
      return result ? [{ id: pinned.checklist.id as string, pinned, result }] : [];
    }),
  );
  const pairOf = (id: string | null) => pairs().find((one) => one.id === id);
  const current = () => pairOf(chosen()) ?? pairs()[0];
  return (
    <div class="page gaps">
      <PageHead title={t().gaps.title} lede={t().gaps.lede} />
      <Show
        when={current()}
        fallback={
          <EmptyState
            title={t().gaps.empty}
            action={
              <LinkButton tone="primary" href={`#/assess/${encodeURIComponent(session.id)}`}>
                {t().gaps.chooseChecklist}
              </LinkButton>
            }
          >
            <p>{t().gaps.emptyText}</p>
          </EmptyState>
        }
      >
        {(open) => (
          <Tabs
            label={t().gaps.checklists}
            value={open().id}
            onChange={setChosen}
            tabs={pairs().map(({ id, pinned, result }) => ({
              id,
              label: inLanguage(pinned.checklist.title, language()),
              note: formatInterval(result.total),
            }))}
          >
            {(id) => <Show when={pairOf(id)}>{(pair) => <ChecklistGaps pinned={pair().pinned} result={pair().result} />}</Show>}
          </Tabs>
        )}
      </Show>
    </div>
  );
}
