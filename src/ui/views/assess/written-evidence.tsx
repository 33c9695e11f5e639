import { createSignal, Show } from "solid-js";
import type { Evidence, EvidenceId } from "#domain";
import { useSession } from "#workbench";
import { Button, TextArea, TextField } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { useAttempt } from "../use-attempt.ts";
import { boundsOf, EvidenceDates, isCrossed, type EvidencePeriod } from "./evidence-dates.tsx";
import { isWebAddress } from "./web-address.ts";

/** A link or a statement as evidence. */
export function WrittenEvidence(props: { readonly kind: "link" | "statement"; readonly onRecorded: (id: EvidenceId) => void }) {
  const t = useTexts();
  const session = useSession();
  const attempt = useAttempt();
  const [url, setUrl] = createSignal("");
  const [name, setName] = createSignal("");
  const [description, setDescription] = createSignal("");
  const [period, setPeriod] = createSignal<EvidencePeriod>({ effectiveFrom: null, expires: null });
  const [isTried, setTried] = createSignal(false);
  const badUrl = () => props.kind === "link" && !isWebAddress(url());
  const badName = () => name().trim() === "";
  const badStatement = () => props.kind === "statement" && description().trim() === "";
  const record = async () => {
    setTried(true);
    if (badUrl() || badName() || badStatement() || isCrossed(period())) return;
    const id = await attempt(() => {
      const base = { id: session.newEvidenceId(), name: name().trim(), ...boundsOf(period()), ...(description().trim() ? { description: description().trim() } : {}) };
      const evidence: Evidence = props.kind === "link" ? { ...base, kind: "link", url: url().trim() } : { ...base, kind: "statement" };
      session.recordEvidence(evidence);
      return evidence.id;
    });
    if (id) props.onRecorded(id);
  };
  return (
    <div class="stack">
      <Show when={props.kind === "link"}>
        <TextField
          type="url"
          label={t().assess.evidence.linkUrl}
          required
          spellcheck={false}
          value={url()}
          error={(isTried() || url() !== "") && badUrl() ? t().assess.evidence.linkBad : undefined}
          onInput={setUrl}
        />
      </Show>
      <TextField
        label={t().assess.evidence.name}
        hint={t().assess.evidence.nameHint}
        required
        maxLength={200}
        value={name()}
        error={isTried() && badName() ? t().assess.evidence.nameMissing : undefined}
        onInput={setName}
      />
      <TextArea
        label={props.kind === "statement" ? t().assess.evidence.statement : t().assess.evidence.description}
        hint={props.kind === "statement" ? t().assess.evidence.statementHint : undefined}
        required={props.kind === "statement"}
        optional={props.kind === "link"}
        value={description()}
        error={isTried() && badStatement() ? t().assess.evidence.statementMissing : undefined}
        onInput={setDescription}
      />
      <EvidenceDates period={period()} onPeriod={setPeriod} />
      <div class="cluster">
        <Button tone="primary" onClick={() => void record()}>
          {t().assess.evidence.attach}
        </Button>
      </div>
    </div>
  );
}
