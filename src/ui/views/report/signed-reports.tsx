import { createMemo, For, Show } from "solid-js";
import { inLanguage, type Attestation } from "#domain";
import { useSession, useWorkbench } from "#workbench";
import { Fingerprint } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";

/** Reports signed so far, and how far the assessment has moved on since each. */
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
      <section class="section">
        <h2>{t().report.signed.title}</h2>
        <ol class="signed-reports">
          <For each={session.assessment().attestations.toReversed()}>
            {(attestation) => (
              <li>
                <p>
                  <strong>{titleOf(attestation)}</strong> · {t().common.language[attestation.language]} · {attestation.signer} ·{" "}
                  <span class="figures">{t().common.moment(attestation.at)}</span>
                </p>
                <p class="quiet-text">{t().report.signed.since(changesSince()(attestation))}</p>
                <Fingerprint label={t().report.signed.digest} value={attestation.digest.replace("sha256-", "")} />
              </li>
            )}
          </For>
        </ol>
      </section>
    </Show>
  );
}
