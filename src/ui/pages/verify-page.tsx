import { createResource, createSignal, Match, Switch } from "solid-js";
import { useWorkbench } from "#workbench";
import { FileField, PageHead, ProgressBar } from "../parts/index.ts";
import { useTexts } from "../texts/index.ts";
import { useAttempt } from "../views/use-attempt.ts";
import { VerifyElsewhere } from "../views/verify/elsewhere.tsx";
import { Verdict, verdictOf } from "../views/verify/verdict.tsx";
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
  const outcome = () => {
    if (checked.loading) return t().verify.checking;
    return checked.latest ? t().verify.verdict[verdictOf(checked.latest.result)] : "";
  };
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
        <p class="visually-hidden" role="status">
          {outcome()}
        </p>
        <Switch>
          <Match when={checked.loading}>
            <ProgressBar label={t().verify.checking} value={null} />
          </Match>
          <Match when={checked.latest} keyed>
            {(done) => <Verdict name={done.name} size={done.size} result={done.result} />}
          </Match>
        </Switch>
      </div>
      <VerifyElsewhere />
    </div>
  );
}
