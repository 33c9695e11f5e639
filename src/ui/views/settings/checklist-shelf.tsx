import { createMemo, createSignal, For, Show } from "solid-js";
import { inLanguage, type ChecklistSummary, type LeftOut, type Problem, type QuestionGroup } from "#domain";
import { useWorkbench } from "#workbench";
import { Banner, Button, FileField, LinkButton } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { saveFile } from "../save-file.ts";
import { ProblemList } from "../problem-list.tsx";
import { ChecklistEntry } from "./checklist-entry.tsx";
import { GroupsDialog } from "./groups-dialog.tsx";
import { LeftOutList } from "./left-out-list.tsx";
import { Section } from "../section.tsx";
import { useAttempt } from "../use-attempt.ts";

type Outcome =
  | { readonly kind: "added"; readonly checklists: readonly ChecklistSummary[]; readonly left: readonly LeftOut[] }
  | { readonly kind: "refused"; readonly file: string; readonly problems: readonly Problem[] };

/** A file on its way to the shelf. */
interface Brought {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly groups: readonly QuestionGroup[];
}

/** The checklists that can be assessed against, with their sources, and the way to bring one's own. */
export function ChecklistShelf() {
  const t = useTexts();
  const language = useLanguage();
  const workbench = useWorkbench();
  const attempt = useAttempt();
  const [outcome, setOutcome] = createSignal<Outcome | null>(null);
  const [asking, setAsking] = createSignal<Brought | null>(null);
  const own = createMemo(() => workbench.checklists().filter((one) => one.own));
  const bundled = createMemo(() => workbench.checklists().filter((one) => !one.own));
  const outcomeOf = <Kind extends Outcome["kind"]>(kind: Kind) => {
    const now = outcome();
    return now?.kind === kind ? (now as Extract<Outcome, { kind: Kind }>) : null;
  };
  const bring = async (file: File | undefined) => {
    if (!file) return;
    setOutcome(null);
    const brought = await attempt(async () => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return { file: file.name, bytes, groups: await workbench.groupsIn(bytes) };
    });
    if (brought && brought.groups.length > 0) setAsking(brought);
    else if (brought) await add(brought);
  };
  const add = async ({ file, bytes }: Brought, groups?: readonly string[]) => {
    const read = await attempt(() => workbench.addChecklist(bytes, groups));
    if (!read) return;
    setOutcome(read.ok ? { kind: "added", checklists: read.value.summaries, left: read.value.left } : { kind: "refused", file, problems: read.problems });
  };
  const addChosen = (groups: readonly string[]) => {
    const brought = asking();
    setAsking(null);
    if (brought) void add(brought, groups);
  };
  return (
    <Section title={t().settings.checklists.title} lede={t().settings.checklists.text}>
      <Show when={own().length > 0} fallback={<p class="quiet-text">{t().settings.checklists.noOwn}</p>}>
        <ShelfPart title={t().settings.checklists.own} checklists={own()} />
      </Show>
      <div class="cluster">
        <LinkButton icon="add" href="#/checklists/new">
          {t().settings.checklists.create}
        </LinkButton>
        <Button icon="download" onClick={() => void attempt(async () => saveFile(await workbench.checklistTemplate()))}>
          {t().settings.checklists.template}
        </Button>
      </div>
      <FileField label={t().settings.checklists.add} hint={t().settings.checklists.addHint} accept=".yaml,.yml,.xlsx" onFiles={(files) => void bring(files[0])} />
      <GroupsDialog file={asking()?.file ?? ""} groups={asking()?.groups ?? []} onChosen={addChosen} onCancel={() => setAsking(null)} />
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
      <ShelfPart title={t().settings.checklists.bundled} checklists={bundled()} />
    </Section>
  );
}

function ShelfPart(props: { readonly title: string; readonly checklists: readonly ChecklistSummary[] }) {
  return (
    <section class="shelf-part" aria-label={props.title}>
      <h3>{props.title}</h3>
      <div class="shelf">
        <For each={props.checklists}>{(checklist) => <ChecklistEntry checklist={checklist} />}</For>
      </div>
    </section>
  );
}
