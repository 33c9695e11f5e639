import { useNavigate } from "@solidjs/router";
import { createMemo, createSignal, For, Show } from "solid-js";
import type { AssessmentId, AssessmentMeta } from "#domain";
import { useWorkbench } from "#workbench";
import { Button, BusyText, EmptyState, IntervalLegend, LinkButton, PageHead, TextField, useToaster } from "../parts/index.ts";
import { useTexts } from "../texts/index.ts";
import { createNow } from "../views/create-now.ts";
import { saveFile } from "../views/save-file.ts";
import { DeleteDialog } from "../views/systems/delete-dialog.tsx";
import { ImportDialog } from "../views/systems/import-dialog.tsx";
import { DiskNotice } from "../views/systems/disk-notice.tsx";
import { KeepingNotice } from "../views/systems/keeping-notice.tsx";
import { LossNotice } from "../views/systems/loss-notice.tsx";
import { OpenFileButton } from "../views/systems/open-file-button.tsx";
import { rowLinkId, SystemRow } from "../views/systems/system-row.tsx";
import { useAttempt } from "../views/use-attempt.ts";
import "../styles/pages/systems.css";

/** From how many assessments on a search helps. */
const searchFrom = 4;

/** How many rows stand at first, and how many more each time: what a browser draws within a blink. */
const page = 30;

/** Every assessment in this browser, and the ways to begin one. */
export function SystemsPage() {
  const t = useTexts();
  const workbench = useWorkbench();
  const navigate = useNavigate();
  const attempt = useAttempt();
  const toaster = useToaster();
  const now = createNow();
  const [search, setSearch] = createSignal("");
  const [limit, setLimit] = createSignal(page);
  const [file, setFile] = createSignal<File | null>(null);
  const [deleting, setDeleting] = createSignal<AssessmentId | null>(null);
  const all = () => workbench.assessments() ?? [];
  /** by id, so that a row stays itself, with the focus in it, when its figures change */
  const found = createMemo(() => findNamed(all(), search()).map((row) => row.id));
  const shown = createMemo(() => found().slice(0, limit()));
  const byId = createMemo(() => new Map(all().map((row) => [row.id, row])));
  const rowOf = (id: AssessmentId | null) => (id && byId().get(id)) ?? null;
  const searchFor = (words: string) => {
    setLimit(page);
    setSearch(words);
  };
  const showMore = () => {
    const next = found()[limit()];
    setLimit(limit() + page);
    if (next) document.getElementById(rowLinkId(next))?.focus();
  };
  const toAssess = (id: AssessmentId) => navigate(`/assess/${encodeURIComponent(id)}`);
  const exportOne = async (id: AssessmentId) => {
    const written = await attempt(() => workbench.exportAssessment(id));
    if (!written) return;
    saveFile(written);
    toaster.show({ message: t().systems.exportDone(written.name) });
  };
  const keep = () => {
    const id = deleting();
    setDeleting(null);
    // The menu that asked is gone by now: the focus goes to the name of its row.
    if (id) requestAnimationFrame(() => document.getElementById(rowLinkId(id))?.focus());
  };
  const remove = async () => {
    const row = rowOf(deleting());
    setDeleting(null);
    if (!row) return;
    const at = found().indexOf(row.id);
    const next = found()[at + 1] ?? found()[at - 1];
    const done = await attempt(async () => {
      await workbench.remove(row.id);
      return true;
    });
    if (!done) return;
    toaster.show({ message: t().systems.removed(row.name || t().systems.unnamed) });
    document.getElementById(next ? rowLinkId(next) : "content")?.focus();
  };
  return (
    <div class="page systems" {...dropTarget(setFile)}>
      <PageHead
        title={t().systems.title}
        lede={t().systems.lede}
        actions={
          <>
            <Show when={all().length > 0}>
              <SampleButton tone="quiet" onOpened={toAssess} />
            </Show>
            <OpenFileButton onFile={setFile} />
            <LinkButton tone="primary" icon="add" href="#/new">
              {t().systems.create}
            </LinkButton>
          </>
        }
      />
      <LossNotice />
      <DiskNotice assessments={all()} onExport={exportOne} />
      <Show when={workbench.assessments()} fallback={<BusyText>{t().common.loading}</BusyText>}>
        <Show
          when={all().length > 0}
          fallback={
            <EmptyState title={t().systems.empty.title} action={<SampleButton tone="plain" onOpened={toAssess} />}>
              <p>{t().systems.empty.text}</p>
            </EmptyState>
          }
        >
          <div class="systems-tools">
            <KeepingNotice assessments={all()} />
            <Show when={all().length >= searchFrom}>
              <TextField type="search" label={t().systems.search} value={search()} onInput={searchFor} />
              <p class="visually-hidden" role="status">
                {search() ? t().systems.found(found().length) : ""}
              </p>
            </Show>
          </div>
          <ul class="systems-list">
            <For each={shown()} fallback={<li class="systems-none">{t().systems.noneFound(search())}</li>}>
              {(id) => (
                <Show when={rowOf(id)}>
                  {(row) => <SystemRow row={row()} now={now()} onExport={() => void exportOne(id)} onDelete={() => setDeleting(id)} />}
                </Show>
              )}
            </For>
          </ul>
          <Show when={found().length > shown().length}>
            <div class="systems-more">
              <p class="quiet-text figures">{t().systems.shown(shown().length, found().length)}</p>
              <Button onClick={showMore}>{t().systems.more(Math.min(page, found().length - shown().length))}</Button>
            </div>
          </Show>
          <IntervalLegend withBlocked={all().some((row) => row.checklists.some((one) => one.blocked))} />
        </Show>
      </Show>
      <ImportDialog file={file()} onClose={() => setFile(null)} onOpened={toAssess} />
      <DeleteDialog
        row={rowOf(deleting())}
        onExport={() => void exportOne(deleting()!)}
        onDelete={() => void remove()}
        onCancel={keep}
      />
    </div>
  );
}

function SampleButton(props: { readonly tone: "plain" | "quiet"; readonly onOpened: (id: AssessmentId) => void }) {
  const t = useTexts();
  const workbench = useWorkbench();
  const attempt = useAttempt();
  const [isOpening, setOpening] = createSignal(false);
  const open = async () => {
    setOpening(true);
    const id = await attempt(workbench.openSample);
    setOpening(false);
    if (id) props.onOpened(id);
  };
  return (
    <Button tone={props.tone} busy={isOpening()} busyText={t().systems.openingSample} onClick={() => void open()}>
      {t().systems.openSample}
    </Button>
  );
}

/** The rows that have every word of the search in the name or the owner. */
function findNamed(rows: readonly AssessmentMeta[], search: string): readonly AssessmentMeta[] {
  if (!search.trim()) return rows;
  const words = search.toLocaleLowerCase().split(/\s+/u);
  return rows.filter((row) => {
    const text = `${row.name} ${row.owner}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** A file that is dropped anywhere on the page is read, where the browser would have left the page for it. */
function dropTarget(take: (file: File) => void) {
  return {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      const dropped = event.dataTransfer?.files[0];
      if (dropped) take(dropped);
    },
  };
}
