import { For, Show } from "solid-js";
import type { CarriedFile } from "#workbench";
import { Button, Fingerprint, useToaster } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { saveFile } from "../save-file.ts";

/** The files inside a PDF: what each is, its digest, and the ways to take it out. */
export function CarriedFiles(props: {
  readonly files: readonly CarriedFile[];
  /** whether a valid signature covers the whole file */
  readonly areCovered: boolean;
  readonly onOpen: (file: CarriedFile) => void;
}) {
  const t = useTexts();
  return (
    <section class="verify-part" aria-labelledby="carried-title">
      <h2 id="carried-title">{t().verify.attachments.title}</h2>
      <p class={props.areCovered ? "quiet-text" : "carried-uncovered"}>{props.areCovered ? t().verify.attachments.covered : t().verify.attachments.uncovered}</p>
      <ul class="carried-files">
        <For each={props.files}>{(file) => <Carried file={file} onOpen={() => props.onOpen(file)} />}</For>
      </ul>
    </section>
  );
}

function Carried(props: { readonly file: CarriedFile; readonly onOpen: () => void }) {
  const t = useTexts();
  const toaster = useToaster();
  const save = (bytes: Uint8Array) => {
    // Whatever a stranger's PDF says of the file, the browser is to keep it, not to show it.
    saveFile({ name: props.file.name, mediaType: "application/octet-stream", bytes });
    toaster.show({ message: t().verify.attachments.saved(props.file.name) });
  };
  return (
    <li class="carried-file">
      <div class="carried-words">
        <p class="carried-name">
          {props.file.name}
          <Show when={props.file.bytes}>{(bytes) => <span class="quiet-text figures"> {t().common.size(bytes().length)}</span>}</Show>
        </p>
        <Show when={props.file.description}>{(said) => <p>{said()}</p>}</Show>
        <Show when={props.file.digest} fallback={<p>{t().verify.attachments.unreadable}</p>}>
          {(digest) => <Fingerprint label="SHA-256" value={digest().replace(/^sha256-/, "")} />}
        </Show>
      </div>
      <Show when={props.file.bytes}>
        {(bytes) => (
          <div class="cluster">
            <Show when={props.file.isAssessment}>
              <Button size="small" aria-label={t().verify.attachments.openOne(props.file.name)} onClick={() => props.onOpen()}>
                {t().verify.attachments.open}
              </Button>
            </Show>
            <Button size="small" icon="download" aria-label={t().verify.attachments.saveOne(props.file.name)} onClick={() => save(bytes())}>
              {t().common.buttons.save}
            </Button>
          </div>
        )}
      </Show>
    </li>
  );
}
