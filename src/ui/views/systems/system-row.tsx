import { useNavigate } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { inLanguage, type AssessmentMeta } from "#domain";
import { useWorkbench } from "#workbench";
import { ConfirmDialog, FigureValue, IntervalBar, KnockoutMark, Menu } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { useAttempt } from "../use-attempt.ts";

/** One assessment in the list: its name, a bar for each checklist, when it changed and whether a copy is kept elsewhere. */
export function SystemRow(props: { readonly row: AssessmentMeta; readonly onExport: () => void }) {
  const t = useTexts();
  const language = useLanguage();
  const workbench = useWorkbench();
  const navigate = useNavigate();
  const attempt = useAttempt();
  const [isDeleting, setDeleting] = createSignal(false);
  const id = () => encodeURIComponent(props.row.id);
  const go = (place: "assess" | "gaps" | "report") => navigate(`/${place}/${id()}`);
  const now = new Date().toISOString();
  const remove = async () => {
    setDeleting(false);
    await attempt(() => workbench.remove(props.row.id));
  };
  return (
    <li class="system-row">
      <div class="system-row-head">
        <h2>
          <a href={`#/assess/${id()}`}>{props.row.name || t().systems.unnamed}</a>
        </h2>
        <p class="system-row-note figures">
          <Show when={props.row.owner}>{(owner) => <span>{owner()}</span>}</Show>
          <span>{t().systems.changed(t().common.ago(props.row.updatedAt, now))}</span>
          <span data-late={isCopied(props.row) ? undefined : ""}>{copyNote(props.row, t(), now)}</span>
        </p>
      </div>
      <Menu
        label={t().systems.actionsFor(props.row.name)}
        icon="more"
        items={[
          { kind: "action", label: t().common.navigation.assess, onSelect: () => go("assess") },
          { kind: "action", label: t().common.navigation.gaps, onSelect: () => go("gaps") },
          { kind: "action", label: t().common.navigation.report, onSelect: () => go("report") },
          { kind: "action", label: t().systems.exportFile, onSelect: () => props.onExport() },
          { kind: "separator" },
          { kind: "action", label: t().systems.remove, onSelect: () => void setDeleting(true), tone: "danger" },
        ]}
      />
      <ul class="system-row-bars">
        <For each={props.row.checklists}>
          {(checklist) => (
            <li>
              <span class="system-row-checklist">{inLanguage(checklist.title, language())}</span>
              <IntervalBar size="row" figure={checklist.total} blocked={checklist.blocked} label={inLanguage(checklist.title, language())} />
              <FigureValue figure={checklist.total} label={inLanguage(checklist.title, language())} blocked={checklist.blocked} />
              <Show when={checklist.blocked}>
                <KnockoutMark fails />
              </Show>
            </li>
          )}
        </For>
      </ul>
      <ConfirmDialog
        open={isDeleting()}
        tone="danger"
        title={t().systems.removeTitle(props.row.name)}
        description={t().systems.removeText}
        confirmLabel={t().systems.remove}
        onConfirm={() => void remove()}
        onCancel={() => setDeleting(false)}
      />
    </li>
  );
}

function isCopied(row: AssessmentMeta): boolean {
  return row.exportedAt !== null && row.exportedEvents >= row.events;
}

/** How old the last copy outside this browser is. */
function copyNote(row: AssessmentMeta, t: ReturnType<ReturnType<typeof useTexts>>, now: string): string {
  if (row.exportedAt === null) return t.systems.neverExported;
  const ago = t.common.ago(row.exportedAt, now);
  return isCopied(row) ? t.systems.exported(ago) : t.systems.exportedBehind(ago, row.events - row.exportedEvents);
}
