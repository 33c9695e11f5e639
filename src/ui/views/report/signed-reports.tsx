import { createMemo, For, Show } from "solid-js";
import { inLanguage, type Attestation } from "#domain";
import { useSession, useWorkbench } from "#workbench";
import { Disclosure, Fingerprint, SealMark } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";

/** Reports signed so far, newest first, and how far the assessment has moved on since each. */
export function SignedReports() {
  const t = useTexts();
  const language = useLanguage();
  const session = useSession();
  const workbench = useWorkbench();
  const titleOf = (attestation: Attestation) => {
    const template = workbench.templates().find((one) => one.id === attestation.template);
    return template ? inLanguage(template.title, language()) : attestation.template;
  };
  /** Entries written after the signed state, the record of a signature itself not counted. */
  const changesSince = createMemo(() => (attestation: Attestation) => {
    const journal = session.journal();
    const last = journal.findLastIndex((event) => attestation.heads.includes(event.hash));
    return last < 0 ? null : journal.slice(last + 1).filter((event) => event.kind !== "report-signed").length;
  });
  return (
    <Show when={session.assessment().attestations.length > 0}>
      <section class="report-part" aria-labelledby="signed-reports">
        <h2 id="signed-reports">{t().report.signed.title}</h2>
        <ol class="signed-reports">
          <For each={session.assessment().attestations.toReversed()}>
            {(attestation) => (
              <li class="signed-report">
                <SealMark class="signed-report-seal" />
                <div>
                  <p class="signed-report-who">{attestation.signer}</p>
                  <p class="quiet-text">
                    {titleOf(attestation)} · {t().common.language[attestation.language]} · <span class="figures">{t().common.moment(attestation.at)}</span>
                  </p>
                  <p class="quiet-text">{t().report.signed.since(changesSince()(attestation))}</p>
                  <Disclosure summary={t().report.signed.digest}>
                    <Fingerprint label={t().report.signed.digest} value={attestation.digest.replace("sha256-", "")} />
                  </Disclosure>
                </div>
              </li>
            )}
          </For>
        </ol>
      </section>
    </Show>
  );
}
