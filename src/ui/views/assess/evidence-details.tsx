import { createSignal, Show, untrack } from "solid-js";
import type { Evidence } from "#domain";
import { useSession } from "#workbench";
import { Button, Dialog, Facts, Fingerprint, TextArea, TextField, useToaster } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { saveFile } from "../save-file.ts";
import { useAttempt } from "../use-attempt.ts";
import { EvidenceDates, isCrossed, type EvidencePeriod } from "./evidence-dates.tsx";
import { isWebAddress } from "./web-address.ts";

/** One piece of evidence: its name and dates to change, its hash to compare, its file or address to open. */
export function EvidenceDetails(props: { readonly evidence: Evidence | null; readonly onClose: () => void }) {
  const t = useTexts();
  return (
    <Dialog open={props.evidence !== null} onClose={props.onClose} title={props.evidence?.name ?? t().assess.evidence.editTitle}>
      <Show when={props.evidence?.id} keyed>
        {(_id) => <Show when={props.evidence}>{(evidence) => <EvidenceForm evidence={evidence()} onClose={props.onClose} />}</Show>}
      </Show>
    </Dialog>
  );
}

function EvidenceForm(props: { readonly evidence: Evidence; readonly onClose: () => void }) {
  const t = useTexts();
  const session = useSession();
  const attempt = useAttempt();
  const initial = untrack(() => props.evidence);
  const [name, setName] = createSignal(initial.name);
  const [description, setDescription] = createSignal(initial.description ?? "");
  const [period, setPeriod] = createSignal<EvidencePeriod>({ effectiveFrom: initial.effectiveFrom ?? null, expires: initial.expires ?? null });
  const locked = () => !session.isEditing();
  const isBad = () => name().trim() === "" || isCrossed(period());
  const edited = (): Evidence => ({ ...props.evidence, name: name().trim(), description: description().trim(), ...period() });
  const record = async (evidence: Evidence) => {
    if (isBad()) return;
    const done = await attempt(() => {
      session.recordEvidence(plain(evidence));
      return true;
    });
    if (done) props.onClose();
  };
  return (
    <div class="stack">
      <EvidenceOrigin evidence={props.evidence} />
      <TextField
        label={t().assess.evidence.name}
        required
        maxLength={200}
        disabled={locked()}
        value={name()}
        error={name().trim() === "" ? t().assess.evidence.nameMissing : undefined}
        onInput={setName}
      />
      <TextArea
        label={props.evidence.kind === "statement" ? t().assess.evidence.statement : t().assess.evidence.description}
        optional={props.evidence.kind !== "statement"}
        disabled={locked()}
        value={description()}
        onInput={setDescription}
      />
      <EvidenceDates period={period()} onPeriod={setPeriod} disabled={locked()} />
      <div class="cluster">
        <Button tone="primary" disabled={locked() || isBad()} onClick={() => void record(edited())}>
          {t().common.buttons.save}
        </Button>
        <Button disabled={locked()} onClick={() => void record({ ...edited(), withdrawn: !props.evidence.withdrawn })}>
          {props.evidence.withdrawn ? t().assess.evidence.restore : t().assess.evidence.withdraw}
        </Button>
        <span class="quiet-text">{t().assess.evidence.withdrawHint}</span>
      </div>
    </div>
  );
}

/** What the evidence is made of, and the way to it. */
function EvidenceOrigin(props: { readonly evidence: Evidence }) {
  const t = useTexts();
  const session = useSession();
  const attempt = useAttempt();
  const toaster = useToaster();
  const file = () => (props.evidence.kind === "file" ? props.evidence : null);
  const link = () => (props.evidence.kind === "link" ? props.evidence : null);
  const save = async (one: NonNullable<ReturnType<typeof file>>) => {
    const found = await attempt(async () => ({ bytes: await session.readFile(one.sha256) }));
    if (!found) return;
    if (found.bytes) saveFile({ name: one.name, mediaType: "application/octet-stream", bytes: found.bytes });
    else toaster.show({ message: t().assess.evidence.notHere });
  };
  return (
    <>
      <Show when={file()}>
        {(one) => (
          <>
            <Facts
              facts={[
                { label: t().assess.evidence.sha, value: <Fingerprint value={one().sha256} /> },
                ...(one().size === undefined ? [] : [{ label: t().assess.evidence.size, value: <span class="figures">{sizeOf(one().size ?? 0)}</span> }]),
              ]}
            />
            <div class="cluster">
              <Button icon="download" onClick={() => void save(one())}>
                {t().assess.evidence.openFile}
              </Button>
            </div>
          </>
        )}
      </Show>
      <Show when={link()}>
        {(one) => (
          <Facts
            facts={[
              {
                label: t().assess.evidence.address,
                value: (
                  <Show when={isWebAddress(one().url)} fallback={one().url}>
                    <a href={one().url} target="_blank" rel="noopener noreferrer">
                      {one().url}
                      <span class="visually-hidden"> {t().common.opensIn}</span>
                    </a>
                  </Show>
                ),
              },
            ]}
          />
        )}
      </Show>
    </>
  );
}

/** Evidence without empty parts. */
function plain(evidence: Evidence): Evidence {
  const { description, effectiveFrom, expires, withdrawn, ...rest } = evidence;
  return {
    ...rest,
    ...(description ? { description } : {}),
    ...(effectiveFrom ? { effectiveFrom } : {}),
    ...(expires ? { expires } : {}),
    ...(withdrawn ? { withdrawn: true } : {}),
  };
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
