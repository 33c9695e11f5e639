import { createSignal, Show } from "solid-js";
import { countersignObstacle, type VerificationResult } from "#domain";
import type { SavedFile } from "#workbench";
import { Button } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { CountersignDialog } from "./countersign-dialog.tsx";

/** The way to a second signature, or why this file takes none. */
export function Countersign(props: {
  readonly file: SavedFile;
  readonly result: VerificationResult;
  readonly onSigned: (file: SavedFile) => void;
}) {
  const t = useTexts();
  const [isOpen, setOpen] = createSignal(false);
  const obstacle = () => countersignObstacle(props.result, null);
  const signed = (file: SavedFile) => {
    setOpen(false);
    props.onSigned(file);
  };
  return (
    <section class="verify-part" aria-labelledby="countersign-title">
      <h2 id="countersign-title">{t().verify.countersign.title}</h2>
      <Show when={obstacle()} fallback={<p>{t().verify.countersign.text}</p>}>
        {(why) => <p>{t().verify.countersign.obstacles[why()]}</p>}
      </Show>
      <Show when={obstacle() === null}>
        <div>
          <Button icon="seal" onClick={() => setOpen(true)}>
            {t().verify.countersign.button}
          </Button>
        </div>
        <CountersignDialog open={isOpen()} file={props.file} result={props.result} onClose={() => setOpen(false)} onSigned={signed} />
      </Show>
    </section>
  );
}
