import { Button, useToaster } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { Section } from "../section.tsx";

/** How to check the same file with tools that owe Assay nothing. */
export function VerifyElsewhere() {
  const t = useTexts();
  const toaster = useToaster();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(t().verify.without.commands);
      toaster.show({ message: t().common.copied });
    } catch {
      toaster.show({ message: t().verify.without.copyYourself });
    }
  };
  return (
    <Section title={t().verify.without.title} lede={t().verify.without.text}>
      <div class="verify-commands">
        <pre tabindex="0" aria-label={t().verify.without.commandsLabel}>
          {t().verify.without.commands}
        </pre>
        <Button size="small" icon="copy" onClick={() => void copy()}>
          {t().common.buttons.copy}
        </Button>
      </div>
      <p>{t().verify.without.expect}</p>
      <p>{t().verify.without.blind}</p>
      <p class="quiet-text">{t().verify.without.trust}</p>
    </Section>
  );
}
