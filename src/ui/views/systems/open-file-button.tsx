import { Button } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";

/** A button that opens the file chooser for an assessment file. */
export function OpenFileButton(props: { readonly onFile: (file: File) => void }) {
  const t = useTexts();
  let input: HTMLInputElement | undefined;
  const read = () => {
    const file = input?.files?.[0];
    if (file) props.onFile(file);
    if (input) input.value = "";
  };
  return (
    <>
      <input ref={input} type="file" hidden accept=".json,application/json" aria-label={t().systems.openFile} onChange={read} />
      <Button icon="upload" onClick={() => input?.click()}>
        {t().systems.openFile}
      </Button>
    </>
  );
}
