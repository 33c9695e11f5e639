import { Show } from "solid-js";
import type { AssessmentId, AssessmentMeta } from "#domain";
import { useWorkbench } from "#workbench";
import { Banner, Button } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { isCopied } from "./copy-note.ts";

/** Where the data are when Assay was opened as a file: not in that file, and not hidden from other files. */
export function DiskNotice(props: { readonly assessments: readonly AssessmentMeta[]; readonly onExport: (id: AssessmentId) => Promise<void> }) {
  const t = useTexts();
  const workbench = useWorkbench();
  const uncopied = () => props.assessments.filter((row) => !isCopied(row)).map((row) => row.id);
  const exportAll = async () => {
    for (const id of uncopied()) await props.onExport(id);
  };
  return (
    <Show when={workbench.isFromDisk}>
      <Banner
        tone={uncopied().length > 0 ? "warning" : "info"}
        title={t().systems.fromDisk.title}
        action={
          <Show when={uncopied().length > 0}>
            <Button size="small" icon="download" onClick={() => void exportAll()}>
              {t().systems.fromDisk.exportAll(uncopied().length)}
            </Button>
          </Show>
        }
      >
        {t().systems.fromDisk.text}
      </Banner>
    </Show>
  );
}
