import { createMemo, For, Show } from "solid-js";
import { useSession, type TemplateSummary } from "#workbench";
import { Disclosure, Icon } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { questionHref } from "../question-href.ts";
import { openPointGroups, spokenOf } from "./open-point-groups.ts";

/** What a signer should know before signing a report of `template`. Whatever stays open is printed in the report. */
export function BeforeSigning(props: { readonly template: TemplateSummary | undefined }) {
  const t = useTexts();
  const language = useLanguage();
  const session = useSession();
  const groups = createMemo(() => openPointGroups(spokenOf(props.template, session.checklists()), session.result(), session.conflicts(), language()));
  return (
    <section class="report-part" aria-labelledby="before-signing">
      <h2 id="before-signing">{t().report.before.title}</h2>
      <Show
        when={groups().length > 0}
        fallback={
          <p class="before-clean">
            <Icon name="check" /> <span>{t().report.before.clean}</span>
          </p>
        }
      >
        <p class="quiet-text">{t().report.before.text}</p>
        <div class="open-point-groups">
          <For each={groups()}>
            {(group) => (
              <Disclosure summary={t().report.before.kinds[group.kind]} note={<span class="figures">{t().common.questions(group.questions.length)}</span>}>
                <ul class="open-points">
                  <For each={group.questions}>
                    {(point) => (
                      <li>
                        <a class="question-link" href={questionHref(session.id, point.checklist, point.question)}>
                          <span class="question-ref figures">{point.question}</span> {point.text}
                        </a>
                      </li>
                    )}
                  </For>
                </ul>
              </Disclosure>
            )}
          </For>
        </div>
      </Show>
    </section>
  );
}
