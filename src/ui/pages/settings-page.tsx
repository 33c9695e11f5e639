import { useWorkbench } from "#workbench";
import { Facts, PageHead, TextField } from "../parts/index.ts";
import { useTexts } from "../texts/index.ts";
import { Section } from "../views/section.tsx";
import { ChecklistShelf } from "../views/settings/checklist-shelf.tsx";
import { IdentityShelf } from "../views/settings/identity-shelf.tsx";
import { KeptData } from "../views/settings/kept-data.tsx";
import { Licences } from "../views/settings/licences.tsx";
import "../styles/pages/settings.css";

/** What belongs to this browser rather than to one assessment. */
export function SettingsPage() {
  const t = useTexts();
  const workbench = useWorkbench();
  return (
    <div class="page settings">
      <PageHead title={t().settings.title} lede={t().settings.lede} />
      <Section title={t().settings.person.title} lede={t().settings.person.text}>
        <div class="settings-narrow">
          <TextField
            label={t().settings.person.name}
            hint={t().settings.person.hint}
            autocomplete="name"
            maxLength={80}
            value={workbench.settings.person()}
            onInput={workbench.settings.setPerson}
          />
        </div>
      </Section>
      <IdentityShelf />
      <ChecklistShelf />
      <KeptData />
      <Section title={t().settings.about.title} lede={t().common.productLine}>
        <Facts facts={[{ label: t().settings.about.version, value: <span class="figures">{workbench.appVersion}</span> }]} />
        <Licences />
      </Section>
    </div>
  );
}
