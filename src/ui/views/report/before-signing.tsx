import { createMemo, For, Show } from "solid-js";
import { inLanguage, placeQuestions, type ChecklistId, type OpenPoint, type QuestionId } from "#domain";
import { useSession } from "#workbench";
import { Banner, Disclosure } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";

type Kind = OpenPoint["kind"] | "conflict";

interface Point {
  readonly kind: Kind;
  readonly checklist: ChecklistId;
  readonly question: QuestionId;
  readonly text: string;
}

const kinds: readonly Kind[] = ["conflict", "unanswered-must", "not-applicable-without-reason", "evidence-not-effective", "met-without-evidence"];

/** What a signer should know before signing. Whatever stays open is printed in the report. */
export function BeforeSigning() {
  const t = useTexts();
  const language = useLanguage();
  const session = useSession();
  const points = createMemo((): readonly Point[] => {
    const texts = new Map(
      session.checklists().flatMap(({ checklist }) =>
        placeQuestions(checklist.sections).map(({ question }) => [`${checklist.id}/${question.id}`, inLanguage(question.text, language())] as const),
      ),
    );
    const textOf = (checklist: ChecklistId, question: QuestionId) => texts.get(`${checklist}/${question}`) ?? question;
    const found = session.result().checklists.flatMap((result) =>
      result.openPoints.map((point) => ({ kind: point.kind, checklist: result.id, question: point.question, text: textOf(result.id, point.question) })),
    );
    const conflicts = session.conflicts().flatMap(({ question }) =>
      question ? [{ kind: "conflict" as const, checklist: question.checklist, question: question.id, text: textOf(question.checklist, question.id) }] : [],
    );
    return [...conflicts, ...found];
  });
  const href = (point: Point) =>
    `#/assess/${encodeURIComponent(session.id)}/${encodeURIComponent(point.checklist)}/${encodeURIComponent(point.question)}`;
  return (
    <section class="section">
      <h2>{t().report.before.title}</h2>
      <Show when={points().length > 0} fallback={<Banner tone="info">{t().report.before.clean}</Banner>}>
        <p>{t().report.before.text}</p>
        <For each={kinds}>
          {(kind) => {
            const mine = createMemo(() => points().filter((point) => point.kind === kind));
            return (
              <Show when={mine().length > 0}>
                <Disclosure summary={t().report.before.kinds[kind]} note={String(mine().length)}>
                  <ul class="open-points">
                    <For each={mine()}>
                      {(point) => (
                        <li>
                          <a href={href(point)}>
                            <span class="finding-ref figures">{point.question}</span> {point.text}
                          </a>
                        </li>
                      )}
                    </For>
                  </ul>
                </Disclosure>
              </Show>
            );
          }}
        </For>
      </Show>
    </section>
  );
}
