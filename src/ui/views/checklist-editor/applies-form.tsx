import { For } from "solid-js";
import { roles, tiers, valueAt, type AppliesDraft, type DraftPath } from "#domain";
import { CheckboxField, Disclosure, TagsField } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { useEditor } from "./create-editor.ts";

/** On which systems a section or question is asked: every condition that is set must hold. */
export function AppliesForm(props: { readonly path: DraftPath }) {
  const t = useTexts();
  const editor = useEditor();
  const words = () => t().checklistEditor;
  const applies = () => valueAt(editor.draft(), [...props.path, "appliesWhen"]) as AppliesDraft;
  const set = (key: keyof AppliesDraft, values: readonly string[]) => editor.set([...props.path, "appliesWhen", key], values);
  const toggle = (key: "tier" | "role", all: readonly string[], value: string) => {
    const chosen: readonly string[] = applies()[key];
    set(key, all.filter((one) => (one === value) !== chosen.includes(one)));
  };
  const count = () => Object.values(applies()).filter((values) => values.length > 0).length;
  return (
    <Disclosure summary={words().appliesWhen} note={count() === 0 ? words().always : words().conditions(count())} open={count() > 0}>
      <div class="stack">
        <p class="field-hint">{words().hints.applies}</p>
        <fieldset class="editor-group">
          <legend class="field-label">{words().onlyTier}</legend>
          <div class="editor-boxes">
            <For each={tiers}>{(tier) => <CheckboxField label={t().common.tier[tier]} checked={applies().tier.includes(tier)} onChange={() => toggle("tier", tiers, tier)} />}</For>
          </div>
        </fieldset>
        <fieldset class="editor-group">
          <legend class="field-label">{words().onlyRole}</legend>
          <div class="editor-boxes">
            <For each={roles}>{(role) => <CheckboxField label={t().common.role[role]} checked={applies().role.includes(role)} onChange={() => toggle("role", roles, role)} />}</For>
          </div>
        </fieldset>
        <TagsField label={words().onlySector} tags={applies().sector} onChange={(values) => set("sector", values)} />
        <TagsField label={words().onlyTags} tags={applies().tags} onChange={(values) => set("tags", values)} />
      </div>
    </Disclosure>
  );
}
