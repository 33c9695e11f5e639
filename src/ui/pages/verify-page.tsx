import { createResource, createSignal, For, Match, Switch } from "solid-js";
import { useWorkbench } from "#workbench";
import { FileField, PageHead, ProgressBar } from "../parts/index.ts";
import { useTexts } from "../texts/index.ts";
import { useAttempt } from "../views/use-attempt.ts";
import { VerifyElsewhere } from "../views/verify/elsewhere.tsx";
import { SignatureCard } from "../views/verify/signature-card.tsx";
import { VerdictHead } from "../views/verify/verdict.tsx";
import "../styles/pages/verify.css";

/** Drop any PDF: which signatures, by whom, over which part, in plain words and in detail. */
export function VerifyPage() {
  const t = useTexts();
  const workbench = useWorkbench();
  const attempt = useAttempt();
  const [file, setFile] = createSignal<File | null>(null);
  const [checked] = createResource(
    file,
    (chosen) =>
      attempt(async () => ({ name: chosen.name, size: chosen.size, result: await workbench.verify(new Uint8Array(await chosen.arrayBuffer())) })),
    { initialValue: null },
  );
  const done = () => (checked.loading ? null : checked.latest);
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
        <div role="status">
          <Switch>
            <Match when={checked.loading}>
              <ProgressBar label={t().verify.checking} value={null} />
            </Match>
            <Match when={done()} keyed>
              {(now) => <VerdictHead name={now.name} size={now.size} result={now.result} />}
            </Match>
          </Switch>
        </div>
        <For each={done()?.result.signatures}>
          {(signature, index) => <SignatureCard signature={signature} place={index() + 1} file={done()?.result.problems ?? []} />}
        </For>
      </div>
      <VerifyElsewhere />
    </div>
  );
}
