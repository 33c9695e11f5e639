import { useNavigate } from "@solidjs/router";
import { createMemo, createSignal, For, Show } from "solid-js";
import { useWorkbench, type SavedFile } from "#workbench";
import { BusyText, Button, EmptyState, LinkButton, PageHead, TextField } from "../parts/index.ts";
import { useTexts } from "../texts/index.ts";
import { saveFile } from "../views/save-file.ts";
import { ImportDialog } from "../views/systems/import-dialog.tsx";
import { KeepingNotice } from "../views/systems/keeping-notice.tsx";
import { SystemRow } from "../views/systems/system-row.tsx";
import { useAttempt } from "../views/use-attempt.ts";
import "../styles/pages/systems.css";

/** Every assessment in this browser, and the ways to begin one. */
export function SystemsPage() {
  const t = useTexts();
  const workbench = useWorkbench();
  const navigate = useNavigate();
  const attempt = useAttempt();
  const [search, setSearch] = createSignal("");
  const [opened, setOpened] = createSignal<Uint8Array | null>(null);
  const [isOpeningSample, setOpeningSample] = createSignal(false);
  const rows = createMemo(() => {
    const wanted = search().trim().toLocaleLowerCase();
    const all = workbench.assessments() ?? [];
    return wanted ? all.filter((row) => `${row.name} ${row.owner}`.toLocaleLowerCase().includes(wanted)) : all;
  });
  const openSample = async () => {
    setOpeningSample(true);
    const id = await attempt(workbench.openSample);
    setOpeningSample(false);
    if (id) navigate(`/assess/${encodeURIComponent(id)}`);
  };
  const exportOne = async (read: () => Promise<SavedFile>) => {
    const file = await attempt(read);
    if (file) saveFile(file);
  };
  const sample = (tone: "plain" | "quiet") => (
    <Button tone={tone} busy={isOpeningSample()} onClick={() => void openSample()}>
      {t().systems.openSample}
    </Button>
  );
  return (
    <div class="page systems">
      <PageHead
        title={t().systems.title}
        lede={t().systems.lede}
        actions={
          <>
            <OpenFileButton onBytes={setOpened} />
            <Show when={(workbench.assessments()?.length ?? 0) > 0}>{sample("quiet")}</Show>
            <LinkButton tone="primary" icon="add" href="#/new">
              {t().systems.create}
            </LinkButton>
          </>
        }
      />
      <Show when={workbench.assessments()} fallback={<BusyText>{t().common.loading}</BusyText>}>
        {(all) => (
          <Show
            when={all().length > 0}
            fallback={
              <EmptyState title={t().systems.empty.title} action={sample("plain")}>
                <p>{t().systems.empty.text}</p>
              </EmptyState>
            }
          >
            <KeepingNotice assessments={all()} />
            <Show when={all().length > 3}>
              <TextField type="search" label={t().systems.search} labelHidden placeholder={t().systems.search} value={search()} onInput={setSearch} />
            </Show>
            <ul class="systems-list">
              <For each={rows()} fallback={<li class="systems-none">{t().systems.noneFound(search())}</li>}>
                {(row) => <SystemRow row={row} onExport={() => void exportOne(() => workbench.exportAssessment(row.id))} />}
              </For>
            </ul>
          </Show>
        )}
      </Show>
      <ImportDialog bytes={opened()} onClose={() => setOpened(null)} onOpened={(id) => navigate(`/assess/${encodeURIComponent(id)}`)} />
    </div>
  );
}

/** A button that opens the file chooser for an assessment file. */
function OpenFileButton(props: { readonly onBytes: (bytes: Uint8Array) => void }) {
  const t = useTexts();
  let input: HTMLInputElement | undefined;
  const read = async () => {
    const file = input?.files?.[0];
    if (file) props.onBytes(new Uint8Array(await file.arrayBuffer()));
    if (input) input.value = "";
  };
  return (
    <>
      <input ref={input} class="visually-hidden" type="file" tabindex="-1" accept=".json,.assay.json,application/json" aria-label={t().systems.openFile} onChange={() => void read()} />
      <Button icon="upload" onClick={() => input?.click()}>
        {t().systems.openFile}
      </Button>
    </>
  );
}
