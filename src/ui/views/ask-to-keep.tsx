import { useWorkbench } from "#workbench";
import { Button, useToaster } from "../parts/index.ts";
import { useTexts } from "../texts/index.ts";
import { useAttempt } from "./use-attempt.ts";

/** Asks the browser not to clear the data, and says what it answered: many browsers decide without asking anyone. */
export function AskToKeep(props: { readonly size?: "normal" | "small" }) {
  const t = useTexts();
  const workbench = useWorkbench();
  const toaster = useToaster();
  const attempt = useAttempt();
  const ask = async () => {
    const asked = await attempt(async () => {
      await workbench.askToPersist();
      return true;
    });
    if (!asked) return;
    toaster.show({ message: workbench.persistence()?.persisted ? t().systems.keeps : t().systems.doesNotKeep });
  };
  return (
    <Button size={props.size} onClick={() => void ask()}>
      {t().systems.askToKeep}
    </Button>
  );
}
