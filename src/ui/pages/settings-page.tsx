import { Show } from "solid-js";
import { useWorkbench } from "#workbench";
import { Button, Facts, PageHead, TextField } from "../parts/index.ts";
import { useTexts } from "../texts/index.ts";
import { ChecklistShelf } from "../views/settings/checklist-shelf.tsx";
import { IdentityShelf } from "../views/settings/identity-shelf.tsx";
import { Licences } from "../views/settings/licences.tsx";
import { useAttempt } from "../views/use-attempt.ts";
import "../styles/pages/settings.css";

/** What belongs to this browser rather than to one assessment. */
export function SettingsPage() {
  const t = useTexts();
  const workbench = useWorkbench();
  const attempt = useAttempt();
  return (
    <div class="page settings">
      <PageHead title={t().settings.title} lede={t().settings.lede} />
      <section class="section">
        <h2>{t().settings.person.title}</h2>
        <TextField
          label={t().settings.person.name}
          hint={t().settings.person.hint}
          autocomplete="name"
          maxLength={80}
          value={workbench.settings.person()}
          onInput={workbench.settings.setPerson}
        />
      </section>
      <IdentityShelf />
      <ChecklistShelf />
      <section class="section">
        <h2>{t().settings.storage.title}</h2>
        <p>{t().settings.storage.text}</p>
        <Show when={workbench.persistence()}>
          {(kept) => (
            <>
              <Facts
                facts={[
                  { label: t().settings.storage.promise, value: kept().persisted ? t().settings.storage.kept : t().settings.storage.notKept },
                  { label: t().settings.storage.used, value: megabytes(kept().usage) },
                  { label: t().settings.storage.room, value: megabytes(kept().quota) },
                ]}
              />
              <Show when={!kept().persisted}>
                <Button onClick={() => void attempt(workbench.askToPersist)}>{t().systems.askToKeep}</Button>
              </Show>
            </>
          )}
        </Show>
      </section>
      <section class="section">
        <h2>{t().settings.about.title}</h2>
        <Facts facts={[{ label: t().settings.about.version, value: workbench.appVersion }]} />
        <Licences />
      </section>
    </div>
  );
}

function megabytes(bytes: number | null): string {
  return bytes === null ? "–" : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
