import type { ProposalSource } from "#domain";
import { useSession } from "#workbench";
import { useTexts } from "../../texts/index.ts";
import { arrivesFocused, hrefOf } from "./assess-view.ts";
import type { ProposalWords } from "./proposal-words.ts";

/** Where a proposal comes from: the checklist, the question with the way to it, and what was answered there. */
export function ProposalSourceLine(props: { readonly source: ProposalSource; readonly words: ProposalWords; readonly onOpen?: () => void }) {
  const t = useTexts();
  const session = useSession();
  return (
    <span class="proposal-source">
      {props.words.title(props.source.checklist)}
      {t().common.comma}
      <a
        class="figures"
        href={`#${hrefOf(session.id, props.source.checklist, props.source.question)}`}
        state={arrivesFocused}
        title={props.words.question(props.source)}
        onClick={() => props.onOpen?.()}
      >
        {props.source.question}
      </a>
      {t().common.comma}
      {props.words.given(props.source)}
    </span>
  );
}
