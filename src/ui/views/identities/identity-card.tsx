import type { JSX } from "solid-js";
import type { IdentitySummary } from "#domain";
import { Facts, Fingerprint } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";

/** Who a signing identity says its holder is, and the fingerprint by which others know it. */
export function IdentityCard(props: { readonly identity: IdentitySummary; readonly actions?: JSX.Element }) {
  const t = useTexts();
  const certificate = () => props.identity.certificate;
  return (
    <article class="identity-card">
      <h3>{certificate().subject}</h3>
      <p class="quiet-text">{props.identity.origin === "device" ? t().identities.madeHere : t().identities.imported(certificate().issuer)}</p>
      <Facts
        facts={[
          { label: t().verify.facts.organisation, value: certificate().organisation ?? t().common.none },
          { label: t().verify.facts.key, value: certificate().key },
          { label: t().identities.until, value: t().common.moment(certificate().notAfter) },
          { label: t().verify.facts.fingerprint, value: <Fingerprint value={certificate().fingerprint} /> },
        ]}
      />
      <div class="cluster">{props.actions}</div>
    </article>
  );
}
