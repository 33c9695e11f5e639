import { useNavigate } from "@solidjs/router";
import { createResource, createSignal, For, Match, Show, Switch } from "solid-js";
import type { AssessmentId } from "#domain";
import { useWorkbench, type CarriedFile, type SavedFile } from "#workbench";
import { FileField, PageHead, ProgressBar, useToaster } from "../parts/index.ts";
import { useTexts } from "../texts/index.ts";
import { saveFile } from "../views/save-file.ts";
import { ImportDialog } from "../views/systems/import-dialog.tsx";
import { useAttempt } from "../views/use-attempt.ts";
import { CarriedFiles } from "../views/verify/carried-files.tsx";
import { Countersign } from "../views/verify/countersign.tsx";
import { VerifyElsewhere } from "../views/verify/elsewhere.tsx";
import { SignatureCard } from "../views/verify/signature-card.tsx";
import { VerdictHead } from "../views/verify/verdict.tsx";
import "../styles/pages/verify.css";

/** Drop any PDF: which signatures, by whom, over which part, what is inside; and sign beneath them. */
export function VerifyPage() {
  const t = useTexts();
  const workbench = useWorkbench();
  const navigate = useNavigate();
  const attempt = useAttempt();
  const toaster = useToaster();
  const [file, setFile] = createSignal<File | null>(null);
  const [opening, setOpening] = createSignal<File | null>(null);
  const [checked] = createResource(
    file,
    (chosen) =>
      attempt(async () => {
        const bytes = new Uint8Array(await chosen.arrayBuffer());
        const [result, carried] = await Promise.all([workbench.verify(bytes), workbench.readAttachments(bytes)]);
        return { file: { name: chosen.name, mediaType: "application/pdf", bytes }, result, carried };
      }),
    { initialValue: null },
  );
  let verdict: HTMLDivElement | undefined;
  const done = () => (checked.loading ? null : checked.latest);
  const signed = (countersigned: SavedFile) => {
    saveFile(countersigned);
    toaster.show({ message: t().verify.countersign.done(countersigned.name) });
    // The button that was pressed goes with the file that was shown: the new verdict takes the focus.
    setTimeout(() => verdict?.focus());
    setFile(new File([new Uint8Array(countersigned.bytes)], countersigned.name, { type: countersigned.mediaType }));
  };
  const open = ({ name, bytes }: CarriedFile) => setOpening(bytes && new File([new Uint8Array(bytes)], name));
  const toAssess = (id: AssessmentId) => navigate(`/assess/${encodeURIComponent(id)}`);
  return (
    <div class="page verify">
      <PageHead title={t().verify.title} lede={t().verify.lede} />
      <div class="stack">
        <FileField
          label={t().verify.file}
          hint={t().verify.hint}
          accept=".pdf,application/pdf"
          chosen={file()?.name}
          onFiles={(files) => setFile(files[0] ?? null)}
        />
        <div role="status" tabindex="-1" ref={(element) => (verdict = element)}>
          <Switch>
            <Match when={checked.loading}>
              <ProgressBar label={t().verify.checking} value={null} />
            </Match>
            <Match when={done()} keyed>
              {(now) => <VerdictHead name={now.file.name} size={now.file.bytes.length} result={now.result} />}
            </Match>
          </Switch>
        </div>
        <For each={done()?.result.signatures}>
          {(signature, index) => <SignatureCard signature={signature} place={index() + 1} file={done()?.result.problems ?? []} />}
        </For>
        <Show when={done()} keyed>
          {(now) => (
            <>
              <Show when={now.carried.length > 0}>
                <CarriedFiles files={now.carried} areCovered={now.result.valid} onOpen={open} />
              </Show>
              <Show when={now.result.signatures.length > 0}>
                <Countersign file={now.file} result={now.result} onSigned={signed} />
              </Show>
            </>
          )}
        </Show>
      </div>
      <VerifyElsewhere />
      <ImportDialog file={opening()} onClose={() => setOpening(null)} onOpened={toAssess} />
    </div>
  );
}
