import { createSignal, Show } from "solid-js";
import type { Evidence, EvidenceId } from "#domain";
import { useSession } from "#workbench";
import { Button, TextArea, TextField } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { useAttempt } from "../use-attempt.ts";
import { boundsOf, EvidenceDates, isCrossed } from "./evidence-dates.tsx";
import type { EvidenceEntry } from "./evidence-draft.ts";
import { isWebAddress } from "./web-address.ts";

/** A link or a statement as evidence. */
export function WrittenEvidence(props: {
  readonly kind: "link" | "statement";
  readonly entry: EvidenceEntry;
  readonly onRecorded: (id: EvidenceId) => void;
}) {
  const t = useTexts();
  const session = useSession();
  const attempt = useAttempt();
  const draft = () => props.entry.draft();
  const [isTried, setTried] = createSignal(false);
  const badUrl = () => props.kind === "link" && !isWebAddress(draft().url);
  const badName = () => draft().name.trim() === "";
  const badStatement = () => props.kind === "statement" && draft().description.trim() === "";
  const record = async () => {
    setTried(true);
    if (badUrl() || badName() || badStatement() || isCrossed(draft().period)) return;
    const id = await attempt(() => {
      const description = draft().description.trim();
      const base = { id: session.newEvidenceId(), name: draft().name.trim(), ...boundsOf(draft().period), ...(description ? { description } : {}) };
      const evidence: Evidence = props.kind === "link" ? { ...base, kind: "link", url: draft().url.trim() } : { ...base, kind: "statement" };
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
          value={draft().url}
          error={(isTried() || draft().url !== "") && badUrl() ? t().assess.evidence.linkBad : undefined}
          onInput={(url) => props.entry.set({ url })}
        />
      </Show>
      <TextField
        label={t().assess.evidence.name}
        hint={t().assess.evidence.nameHint}
        required
        maxLength={200}
        value={draft().name}
        error={isTried() && badName() ? t().assess.evidence.nameMissing : undefined}
        onInput={(name) => props.entry.set({ name })}
      />
      <TextArea
        label={props.kind === "statement" ? t().assess.evidence.statement : t().assess.evidence.description}
        hint={props.kind === "statement" ? t().assess.evidence.statementHint : undefined}
        required={props.kind === "statement"}
        optional={props.kind === "link"}
        value={draft().description}
        error={isTried() && badStatement() ? t().assess.evidence.statementMissing : undefined}
        onInput={(description) => props.entry.set({ description })}
      />
      <EvidenceDates period={draft().period} onPeriod={(period) => props.entry.set({ period })} />
      <div class="cluster">
        <Button tone="primary" onClick={() => void record()}>
          {t().assess.evidence.attach}
        </Button>
      </div>
    </div>
  );
}
