import { createMemo } from "solid-js";
import { inLanguage, type IdentitySummary, type Language, type TemplateId } from "#domain";
import { useSession, useWorkbench } from "#workbench";
import { Facts, TextField } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { IdentityChoice } from "../identities/identity-choice.tsx";
import { openPointGroups, spokenOf } from "./open-point-groups.ts";

export interface SignWish {
  /** null: the first there is */
  readonly identity: string | null;
  readonly reason: string;
}

/** What is about to be signed, by whom and why. */
export function SignForm(props: {
  readonly template: TemplateId;
  readonly language: Language;
  readonly identity: IdentitySummary | null;
  readonly wish: SignWish;
  readonly onWish: (wish: SignWish) => void;
  readonly onMake: (way: "create" | "import") => void;
}) {
  const t = useTexts();
  return (
    <>
      <Subject template={props.template} language={props.language} />
      <IdentityChoice identity={props.identity} onChoose={(identity) => props.onWish({ ...props.wish, identity })} onMake={props.onMake} />
      <TextField
        label={t().report.signing.reason}
        hint={t().report.signing.reasonHint}
        optional
        maxLength={120}
        value={props.wish.reason}
        onInput={(reason) => props.onWish({ ...props.wish, reason })}
      />
    </>
  );
}

function Subject(props: { readonly template: TemplateId; readonly language: Language }) {
  const t = useTexts();
  const language = useLanguage();
  const session = useSession();
  const workbench = useWorkbench();
  const template = () => workbench.templates().find((one) => one.id === props.template);
  const open = createMemo(() =>
    openPointGroups(spokenOf(template(), session.checklists()), session.result(), session.conflicts(), language()).reduce(
      (sum, group) => sum + group.questions.length,
      0,
    ),
  );
  const lifecycle = () => {
    const view = workbench.lifecycles.find((one) => one.id === workbench.settings.lifecycle());
    return view ? inLanguage(view.title, language()) : t().lifecycle.own;
  };
  return (
    <Facts
      facts={[
        { label: t().systems.plan.system, value: session.assessment().system.name || t().systems.unnamed },
        {
          label: t().report.template,
          value: t().report.signing.subject(template() ? inLanguage(template()!.title, language()) : props.template, t().common.language[props.language]),
        },
        ...(template()?.namesPhases ? [{ label: t().lifecycle.label, value: lifecycle() }] : []),
        { label: t().report.before.title, value: t().report.before.count(open()) },
      ]}
    />
  );
}
