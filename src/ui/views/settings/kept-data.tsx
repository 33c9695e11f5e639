import { Show } from "solid-js";
import { useWorkbench } from "#workbench";
import { BusyText, Facts } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { AskToKeep } from "../ask-to-keep.tsx";
import { Section } from "../section.tsx";

/** What this browser keeps, how much room it takes, and whether the browser has promised not to clear it. */
export function KeptData() {
  const t = useTexts();
  const workbench = useWorkbench();
  const size = (bytes: number | null) => (bytes === null ? t().settings.storage.notTold : <span class="figures">{t().common.size(bytes)}</span>);
  return (
    <Section title={t().settings.storage.title} lede={workbench.isFromDisk ? t().systems.fromDisk.text : t().settings.storage.text}>
      <Show when={workbench.persistence()} fallback={<BusyText>{t().common.loading}</BusyText>}>
        {(kept) => (
          <>
            <Facts
              facts={[
                { label: t().settings.storage.promise, value: kept().persisted ? t().settings.storage.kept : t().settings.storage.notKept },
                { label: t().settings.storage.used, value: size(kept().usage) },
                { label: t().settings.storage.room, value: size(kept().quota) },
              ]}
            />
            <Show when={!kept().persisted && !workbench.isFromDisk}>
              <div>
                <AskToKeep />
              </div>
            </Show>
          </>
        )}
      </Show>
    </Section>
  );
}
