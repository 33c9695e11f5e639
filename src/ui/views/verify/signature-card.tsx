import { For, Show } from "solid-js";
import type { CertificateFacts, Problem, SignatureReport } from "#domain";
import { Disclosure, Facts, Fingerprint, Icon } from "../../parts/index.ts";
import { sayProblem, useTexts } from "../../texts/index.ts";
import { ProblemList } from "../problem-list.tsx";
import { checksOf, otherProblems, type Check } from "./checks.ts";

const icons = { passed: "check", failed: "error", open: "warning" } as const satisfies Record<Check["outcome"], string>;

/** One signature: who, when and why, what was checked, and whose word the name rests on. */
export function SignatureCard(props: { readonly signature: SignatureReport; readonly place: number; readonly file: readonly Problem[] }) {
  const t = useTexts();
  const certificate = () => props.signature.certificate;
  return (
    <article class="signature-card" data-valid={props.signature.valid ? "" : undefined}>
      <h3>{t().verify.signature(props.place, certificate()?.subject ?? t().verify.unknownSigner)}</h3>
      <Facts
        facts={[
          {
            label: t().verify.facts.claimedAt,
            value: props.signature.claimedAt ? t().verify.facts.byOwnClock(t().common.moment(props.signature.claimedAt)) : t().verify.facts.noTime,
          },
          { label: t().verify.facts.reason, value: props.signature.reason ?? t().verify.facts.noReason },
          { label: t().verify.facts.covers, value: props.signature.coversWholeFile ? t().verify.facts.whole : t().verify.facts.part },
          ...(certificate() ? [{ label: t().verify.facts.issuer, value: <IssuedBy certificate={certificate()!} /> }] : []),
        ]}
      />
      <Checks signature={props.signature} file={props.file} />
      <Show when={certificate()}>{(facts) => <Technical signature={props.signature} certificate={facts()} />}</Show>
    </article>
  );
}

function Checks(props: { readonly signature: SignatureReport; readonly file: readonly Problem[] }) {
  const t = useTexts();
  const sentence = (check: Check) => {
    if (check.outcome === "failed") return check.problems.map((one) => sayProblem(t(), one)).join(" ");
    return t().verify.checks[check.kind][check.outcome];
  };
  return (
    <>
      <ul class="checks">
        <For each={checksOf(props.signature, props.file)}>
          {(check) => (
            <li data-outcome={check.outcome}>
              <Icon name={icons[check.outcome]} />
              <span>{sentence(check)}</span>
            </li>
          )}
        </For>
      </ul>
      <Show when={otherProblems(props.signature).length > 0}>
        <ProblemList problems={otherProblems(props.signature)} />
      </Show>
    </>
  );
}

/** Whose word the name rests on; a self-signed name is only its holder's own. */
function IssuedBy(props: { readonly certificate: CertificateFacts }) {
  const t = useTexts();
  return (
    <Show when={props.certificate.selfSigned} fallback={props.certificate.issuer}>
      <p>{t().verify.facts.selfSigned}</p>
      <p class="quiet-text">{t().verify.facts.selfSignedText}</p>
    </Show>
  );
}

function Technical(props: { readonly signature: SignatureReport; readonly certificate: CertificateFacts }) {
  const t = useTexts();
  return (
    <Disclosure summary={t().verify.details}>
      <Facts
        facts={[
          { label: t().verify.facts.fingerprint, value: <Fingerprint value={props.certificate.fingerprint} /> },
          { label: t().verify.facts.organisation, value: props.certificate.organisation ?? t().common.none },
          { label: t().verify.facts.key, value: props.certificate.key },
          { label: t().verify.facts.serial, value: <code class="verify-serial">{props.certificate.serial}</code> },
          {
            label: t().verify.facts.validity,
            value: t().common.evidence.between(t().common.moment(props.certificate.notBefore), t().common.moment(props.certificate.notAfter)),
          },
          { label: t().verify.facts.field, value: props.signature.field },
          { label: t().verify.facts.form, value: [props.signature.subFilter, props.signature.digestAlgorithm].filter(Boolean).join(" · ") },
          { label: t().verify.facts.range, value: <span class="figures">{props.signature.byteRange?.join(" ") ?? t().common.none}</span> },
        ]}
      />
    </Disclosure>
  );
}
