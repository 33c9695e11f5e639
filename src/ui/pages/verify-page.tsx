import { createResource, createSignal, For, Match, Show, Switch } from "solid-js";
import type { SignatureReport, VerificationResult } from "#domain";
import { useWorkbench } from "#workbench";
import { Banner, BusyText, Disclosure, Facts, FileField, Fingerprint, PageHead } from "../parts/index.ts";
import { useTexts } from "../texts/index.ts";
import { ProblemList } from "../views/problem-list.tsx";
import { useAttempt } from "../views/use-attempt.ts";
import "../styles/pages/verify.css";

/** Drop any PDF: which signatures, by whom, over which part, in plain words and in detail. */
export function VerifyPage() {
  const t = useTexts();
  const workbench = useWorkbench();
  const attempt = useAttempt();
  const [file, setFile] = createSignal<File | null>(null);
  const [checked] = createResource(file, (chosen) =>
    attempt(async () => ({ name: chosen.name, size: chosen.size, result: await workbench.verify(new Uint8Array(await chosen.arrayBuffer())) })),
  );
  return (
    <div class="page verify">
      <PageHead title={t().verify.title} lede={t().verify.lede} />
      <FileField
        label={t().verify.file}
        hint={t().verify.hint}
        accept=".pdf,application/pdf"
        chosen={file()?.name}
        onFiles={(files) => setFile(files[0] ?? null)}
      />
      <div aria-live="polite">
        <Switch>
          <Match when={checked.loading}>
            <BusyText>{t().verify.checking}</BusyText>
          </Match>
          <Match when={checked()}>{(done) => <Verdict name={done().name} result={done().result} />}</Match>
        </Switch>
      </div>
      <section class="section">
        <h2>{t().verify.without.title}</h2>
        <p>{t().verify.without.text}</p>
        <pre class="verify-commands">{t().verify.without.commands}</pre>
        <p class="quiet-text">{t().verify.without.trust}</p>
      </section>
    </div>
  );
}

function Verdict(props: { readonly name: string; readonly result: VerificationResult }) {
  const t = useTexts();
  const verdict = () => (props.result.valid ? "valid" : props.result.signatures.length === 0 ? "unsigned" : "invalid");
  return (
    <section class="section verdict" data-verdict={verdict()}>
      <Banner tone={props.result.valid ? "info" : verdict() === "unsigned" ? "warning" : "error"} title={t().verify.verdict[verdict()]}>
        <p>{t().verify.meaning[verdict()](props.name, props.result.signatures.length)}</p>
        <Show when={props.result.problems.length > 0}>
          <ProblemList problems={props.result.problems} />
        </Show>
      </Banner>
      <For each={props.result.signatures}>{(signature, index) => <SignatureCard signature={signature} place={index() + 1} />}</For>
    </section>
  );
}

function SignatureCard(props: { readonly signature: SignatureReport; readonly place: number }) {
  const t = useTexts();
  const certificate = () => props.signature.certificate;
  return (
    <article class="signature-card" data-valid={props.signature.valid ? "" : undefined}>
      <h3>{t().verify.signature(props.place, certificate()?.subject ?? t().verify.unknownSigner)}</h3>
      <p>{props.signature.valid ? t().verify.signatureHolds : t().verify.signatureFails}</p>
      <Show when={props.signature.problems.length > 0}>
        <ProblemList problems={props.signature.problems} />
      </Show>
      <Facts
        facts={[
          { label: t().verify.facts.covers, value: props.signature.coversWholeFile ? t().verify.facts.whole : t().verify.facts.part },
          { label: t().verify.facts.claimedAt, value: props.signature.claimedAt ? t().common.moment(props.signature.claimedAt) : t().verify.facts.noTime },
          { label: t().verify.facts.reason, value: props.signature.reason ?? t().common.none },
          {
            label: t().verify.facts.issuer,
            value: certificate()?.selfSigned ? t().verify.facts.selfSigned : (certificate()?.issuer ?? t().common.none),
          },
        ]}
      />
      <Show when={certificate()}>
        {(facts) => (
          <Disclosure summary={t().verify.details}>
            <Facts
              facts={[
                { label: t().verify.facts.organisation, value: facts().organisation ?? t().common.none },
                { label: t().verify.facts.key, value: facts().key },
                { label: t().verify.facts.serial, value: facts().serial },
                {
                  label: t().verify.facts.validity,
                  value: t().common.evidence.between(t().common.moment(facts().notBefore), t().common.moment(facts().notAfter)),
                },
                { label: t().verify.facts.fingerprint, value: <Fingerprint value={facts().fingerprint} /> },
                { label: t().verify.facts.field, value: props.signature.field },
                { label: t().verify.facts.form, value: [props.signature.subFilter, props.signature.digestAlgorithm].filter(Boolean).join(", ") },
                { label: t().verify.facts.range, value: props.signature.byteRange?.join(" ") ?? t().common.none },
              ]}
            />
          </Disclosure>
        )}
      </Show>
    </article>
  );
}
