import { createSignal, For, type JSX } from "solid-js";
import { Dynamic } from "solid-js/web";
import { roles, tiers, type KnownTag, type Role, type Tier } from "#domain";
import { CheckboxField, ChoiceField, DateField, TagsField, TextArea, TextField } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { ClassificationList } from "../classify/classification-list.tsx";
import type { ClassifyHost } from "../classify/classify-host.ts";
import { ChecklistChoice } from "./checklist-choice.tsx";
import type { SystemForm as Form, SystemProblem } from "./system-draft.ts";
import "../../styles/pages/system-form.css";

/** Those that a person can tell by hand; a decision tree may set others. */
const offeredTags = ["generative", "biometric", "personal-data", "children", "public-sector", "financial", "safety-component"] as const satisfies readonly KnownTag[];

/** The system, its profile and its checklists. A field says what it lacks once it was left, all of them once `isTried`. */
export function SystemForm(props: { readonly form: Form; readonly classifying: ClassifyHost; readonly isTried: boolean; readonly isInDialog?: boolean }) {
  const t = useTexts();
  const [left, setLeft] = createSignal<ReadonlySet<SystemProblem>>(new Set());
  const leave = (field: SystemProblem) => setLeft((before) => new Set([...before, field]));
  const lacks = (field: SystemProblem) => props.form.problems().includes(field) && (props.isTried || left().has(field));
  const words = () => t().assess.system;
  return (
    <div class="system-form">
      <FormPart title={words().described} isInDialog={props.isInDialog}>
        <div class="stack">
          <div onFocusOut={() => leave("name")}>
            <TextField label={words().name} required maxLength={200} value={props.form.draft.name} error={lacks("name") ? words().nameMissing : undefined} onInput={(text) => props.form.set("name", text)} />
          </div>
          <div onFocusOut={() => leave("purpose")}>
            <TextArea label={words().purpose} hint={words().purposeHint} required value={props.form.draft.purpose} error={lacks("purpose") ? words().purposeMissing : undefined} onInput={(text) => props.form.set("purpose", text)} />
          </div>
          <TextField label={words().owner} hint={words().ownerHint} optional maxLength={200} value={props.form.draft.owner} onInput={(text) => props.form.set("owner", text)} />
        </div>
      </FormPart>
      <FormPart title={words().profile} isInDialog={props.isInDialog}>
        <ProfileFields form={props.form} classifying={props.classifying} dateError={lacks("assessedAt") ? words().dateMissing : undefined} />
      </FormPart>
      <FormPart title={words().checklistsTitle} isInDialog={props.isInDialog}>
        <ChecklistChoice
          chosen={props.form.draft.checklists}
          hint={props.isInDialog ? words().removed : words().checklistsHint}
          error={lacks("checklists") ? words().checklistsMissing : undefined}
          onChosen={(ids) => props.form.set("checklists", ids)}
        />
      </FormPart>
    </div>
  );
}

/** A part with its heading, one step lower inside a dialog. */
export function FormPart(props: { readonly title: string; readonly isInDialog: boolean | undefined; readonly children: JSX.Element }) {
  return (
    <section class="system-form-part">
      <Dynamic component={props.isInDialog ? "h3" : "h2"} class="system-form-title">
        {props.title}
      </Dynamic>
      {props.children}
    </section>
  );
}

function ProfileFields(props: { readonly form: Form; readonly classifying: ClassifyHost; readonly dateError: string | undefined }) {
  const t = useTexts();
  const words = () => t().assess.system;
  const draft = () => props.form.draft;
  const isOffered = (tag: string) => offeredTags.some((offered) => offered === tag);
  const toggle = <One extends string>(all: readonly One[], one: One, on: boolean) => (on ? [...all, one] : all.filter((other) => other !== one));
  return (
    <div class="stack">
      <ClassificationList host={props.classifying} />
      <ChoiceField<Tier | "none">
        label={words().tier}
        value={draft().tier ?? "none"}
        options={[
          ...tiers.map((tier) => ({ value: tier, label: t().common.tier[tier], hint: words().tierMeaning[tier] })),
          { value: "none" as const, label: words().tierNoneLabel, hint: words().tierNone },
        ]}
        onChange={(tier) => props.form.set("tier", tier === "none" ? null : tier)}
      />
      <p class="field-hint">{words().tierHint}</p>
      <fieldset class="system-form-boxes">
        <legend class="field-label">{words().role}</legend>
        <p class="field-hint">{words().roleHint}</p>
        <div class="system-form-grid">
          <For each={roles}>
            {(role: Role) => (
              <CheckboxField label={t().common.role[role]} checked={draft().roles.includes(role)} onChange={(on) => props.form.set("roles", toggle(draft().roles, role, on))} />
            )}
          </For>
        </div>
      </fieldset>
      <TextField label={words().sector} hint={words().sectorHint} optional maxLength={80} value={draft().sector} onInput={(text) => props.form.set("sector", text)} />
      <fieldset class="system-form-boxes">
        <legend class="field-label">{words().tags}</legend>
        <p class="field-hint">{words().tagsHint}</p>
        <div class="system-form-grid">
          <For each={offeredTags}>
            {(tag) => <CheckboxField label={t().common.tag[tag]} checked={draft().tags.includes(tag)} onChange={(on) => props.form.set("tags", toggle(draft().tags, tag, on))} />}
          </For>
        </div>
      </fieldset>
      <TagsField
        label={words().otherTags}
        optional
        tags={draft().tags.filter((tag) => !isOffered(tag))}
        onChange={(tags) => props.form.set("tags", [...draft().tags.filter(isOffered), ...tags.filter((tag) => !draft().tags.filter(isOffered).includes(tag))])}
      />
      <DateField label={words().date} hint={words().dateHint} required value={draft().assessedAt} error={props.dateError} onChange={(date) => props.form.set("assessedAt", date)} />
    </div>
  );
}
