import { createSignal } from "solid-js";
import type { EvidenceId } from "#domain";
import { useSession } from "#workbench";
import { Button, FileField, useToaster } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { useAttempt } from "../use-attempt.ts";
import { boundsOf, EvidenceDates, isCrossed } from "./evidence-dates.tsx";
import type { EvidenceEntry } from "./evidence-draft.ts";

/** Files as evidence: hashed and kept in this browser. A file already recorded is linked, not kept twice. */
export function FileEvidence(props: { readonly entry: EvidenceEntry; readonly onAttached: (evidence: readonly EvidenceId[]) => void }) {
  const t = useTexts();
  const session = useSession();
  const attempt = useAttempt();
  const toaster = useToaster();
  const files = () => props.entry.draft().files;
  const period = () => props.entry.draft().period;
  const [isBusy, setBusy] = createSignal(false);
  const [isTried, setTried] = createSignal(false);
  const attach = async () => {
    setTried(true);
    if (files().length === 0 || isCrossed(period())) return;
    setBusy(true);
    const attached: EvidenceId[] = [];
    for (const file of files()) {
      const known = new Set(session.assessment().evidence.map((one) => one.id));
      const id = await attempt(() => session.attachFile(file, boundsOf(period())));
      if (!id) continue;
      attached.push(id);
      toaster.show({ message: known.has(id) ? t().assess.evidence.alreadyHere(file.name) : t().assess.evidence.attached(file.name) });
    }
    setBusy(false);
    if (attached.length > 0) props.onAttached(attached);
  };
  return (
    <div class="stack">
      <FileField
        label={t().assess.evidence.file}
        hint={t().assess.evidence.fileHint}
        multiple
        chosen={files().length > 0 ? t().common.list(files().map((file) => file.name)) : undefined}
        error={isTried() && files().length === 0 ? t().assess.evidence.noFile : undefined}
        onFiles={(chosen) => props.entry.set({ files: chosen })}
      />
      <EvidenceDates period={period()} onPeriod={(changed) => props.entry.set({ period: changed })} />
      <div class="cluster">
        <Button tone="primary" busy={isBusy()} onClick={() => void attach()}>
          {t().assess.evidence.attach}
        </Button>
      </div>
    </div>
  );
}
