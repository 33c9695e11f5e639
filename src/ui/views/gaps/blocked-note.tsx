import { createMemo, For, Show } from "solid-js";
import { placeQuestions, type Checklist, type ChecklistResult } from "#domain";
import { useSession } from "#workbench";
import { KnockoutMark } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { questionHref } from "../question-href.ts";

/** S12: which knockouts fail, and what that means whatever the figure says. */
export function BlockedNote(props: { readonly checklist: Checklist; readonly result: ChecklistResult }) {
  const t = useTexts();
  const session = useSession();
  const failing = createMemo(() => {
    const knockouts = new Set(placeQuestions(props.checklist.sections).filter((one) => one.question.knockout).map((one) => one.question.id));
    return props.result.findings.filter((one) => knockouts.has(one.question)).map((one) => one.question);
  });
  return (
    <Show when={props.result.blocked}>
      <div class="blocked-note">
        <KnockoutMark fails />
        <p>{t().gaps.blocked(failing().length)}</p>
        <ul class="cluster">
          <For each={failing()}>
            {(question) => (
              <li>
                <a class="figures" href={questionHref(session.id, props.checklist.id, question)}>
                  {question}
                </a>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  );
}
