import { useNavigate } from "@solidjs/router";
import { For, Show } from "solid-js";
import { formatInterval, formatShare, inLanguage, type AssessmentId, type AssessmentMeta, type Instant } from "#domain";
import { IntervalBar, KnockoutMark, LinkButton, Menu } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { copyNote, isCopied } from "./copy-note.ts";

/** Where the name of an assessment stands in the list, for the focus to go to. */
export function rowLinkId(id: AssessmentId): string {
  return `system-${id}`;
}

/** One assessment in the list: its name, a bar for each checklist, when it changed and whether a copy is kept elsewhere. */
export function SystemRow(props: {
  readonly row: AssessmentMeta;
  readonly now: Instant;
  readonly onExport: () => void;
  readonly onDelete: () => void;
}) {
  const t = useTexts();
  const navigate = useNavigate();
  const name = () => props.row.name || t().systems.unnamed;
  const path = (place: "assess" | "gaps" | "report") => `/${place}/${encodeURIComponent(props.row.id)}`;
  const blocked = () => props.row.checklists.filter((one) => one.blocked).length;
  return (
    <li class="system-row">
      <div class="system-row-head">
        <h2>
          <a id={rowLinkId(props.row.id)} href={`#${path("assess")}`}>
            {name()}
          </a>
        </h2>
        <ul class="system-row-note figures">
          <Show when={props.row.owner}>{(owner) => <li>{owner()}</li>}</Show>
          <li>{t().systems.changed(t().common.ago(props.row.updatedAt, props.now))}</li>
          <li data-late={isCopied(props.row) ? undefined : ""}>{copyNote(props.row, t(), props.now)}</li>
        </ul>
      </div>
      <div class="system-row-actions">
        <LinkButton tone="quiet" size="small" href={`#${path("gaps")}`} aria-label={t().systems.gapsOf(name())}>
          {t().common.navigation.gaps}
        </LinkButton>
        <LinkButton tone="quiet" size="small" href={`#${path("report")}`} aria-label={t().systems.reportOf(name())}>
          {t().common.navigation.report}
        </LinkButton>
        <Menu
          label={t().systems.actionsFor(name())}
          icon="more"
          items={[
            { kind: "action", label: t().common.navigation.assess, onSelect: () => navigate(path("assess")) },
            { kind: "action", label: t().common.navigation.gaps, onSelect: () => navigate(path("gaps")) },
            { kind: "action", label: t().common.navigation.report, onSelect: () => navigate(path("report")) },
            { kind: "separator" },
            { kind: "action", label: t().systems.exportFile, onSelect: () => props.onExport() },
            { kind: "action", label: t().systems.remove, onSelect: () => props.onDelete(), tone: "danger" },
          ]}
        />
      </div>
      <ChecklistBars row={props.row} path={path("assess")} />
      <Show when={blocked() > 0}>
        <p class="system-row-blocked">
          <KnockoutMark fails /> <span>{t().systems.blocked(blocked(), props.row.checklists.length)}</span>
        </p>
      </Show>
    </li>
  );
}

/** The bar carries the words for all of its line; the figures beside it are for the eye. */
function ChecklistBars(props: { readonly row: AssessmentMeta; readonly path: string }) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <ul class="system-row-bars">
      <For each={props.row.checklists} fallback={<li class="quiet-text">{t().systems.noChecklist}</li>}>
        {(checklist) => (
          <li>
            <a class="system-row-checklist" href={`#${props.path}/${encodeURIComponent(checklist.id)}`}>
              {inLanguage(checklist.title, language())}
            </a>
            <IntervalBar size="row" figure={checklist.total} blocked={checklist.blocked} label={inLanguage(checklist.title, language())} />
            <span class="system-row-figure figures" aria-hidden="true">
              {formatInterval(checklist.total)}
            </span>
            <span class="system-row-coverage figures" aria-hidden="true">
              {t().common.figure.coverage(formatShare(checklist.total.coverage))}
            </span>
          </li>
        )}
      </For>
    </ul>
  );
}
