import { inLanguage, type LifecycleViewId } from "#domain";
import { useWorkbench } from "#workbench";
import { SelectField } from "../parts/index.ts";
import { useLanguage, useTexts } from "../texts/index.ts";

const own = "own";

/** Through which lifecycle gaps and reports are read: ours, or one of those that come with the app. */
export function LifecycleChoice() {
  const t = useTexts();
  const language = useLanguage();
  const { settings, lifecycles } = useWorkbench();
  const choose = (value: LifecycleViewId | typeof own | null) => settings.setLifecycle(value === own ? null : value);
  return (
    <SelectField<LifecycleViewId | typeof own>
      label={t().lifecycle.label}
      hint={t().lifecycle.hint}
      value={settings.lifecycle() ?? own}
      options={[
        { value: own, label: t().lifecycle.own },
        ...lifecycles.map(({ id, title }) => ({ value: id, label: inLanguage(title, language()) })),
      ]}
      onChange={choose}
    />
  );
}
