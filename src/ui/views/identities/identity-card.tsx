import type { JSX } from "solid-js";
import type { IdentitySummary } from "#domain";
import { Disclosure, Facts, Fingerprint, SealMark } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";

/** Who a signing identity says its holder is, and the fingerprint by which others know it. */
export function IdentityCard(props: { readonly identity: IdentitySummary; readonly actions?: JSX.Element }) {
  const t = useTexts();
  const certificate = () => props.identity.certificate;
  const line = () =>
    [certificate().organisation, certificate().key, t().identities.validUntil(t().common.date(certificate().notAfter.slice(0, 10)))].filter(Boolean).join(" · ");
  const whose = () => {
    if (props.identity.origin === "device") return t().identities.madeHere;
    return certificate().selfSigned ? t().identities.importedSelfSigned : t().identities.imported(certificate().issuer);
  };
  return (
    <article class="identity-card">
      <SealMark class="identity-card-seal" />
      <div class="identity-card-text">
        <h3>{certificate().subject}</h3>
        <p class="figures">{line()}</p>
        <p class="quiet-text">{whose()}</p>
        <Disclosure summary={t().identities.fingerprint}>
          <p class="quiet-text">{t().identities.fingerprintText}</p>
          <Facts facts={[{ label: "SHA-256", value: <Fingerprint label={t().identities.fingerprint} value={certificate().fingerprint} /> }]} />
        </Disclosure>
      </div>
      <div class="identity-card-actions">{props.actions}</div>
    </article>
  );
}
