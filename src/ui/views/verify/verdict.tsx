import { Show } from "solid-js";
import type { VerificationResult } from "#domain";
import { Icon, SealMark } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { ProblemList } from "../problem-list.tsx";

export type VerdictKind = "valid" | "invalid" | "unsigned" | "unreadable";

/** The one word over a whole file. A file that is no PDF is not merely unsigned. */
export function verdictOf(result: VerificationResult): VerdictKind {
  if (result.valid) return "valid";
  if (result.signatures.length > 0) return "invalid";
  return result.problems.every((one) => one.code === "pdf-unsigned") ? "unsigned" : "unreadable";
}

/** The verdict in words, and what stands in the way beyond the signatures themselves. */
export function VerdictHead(props: { readonly name: string; readonly size: number; readonly result: VerificationResult }) {
  const t = useTexts();
  const verdict = () => verdictOf(props.result);
  /** what neither the verdict nor the checks of a signature say */
  const problems = () => props.result.problems.filter((one) => one.code !== "pdf-unsigned" && one.code !== "not-whole-file");
  return (
    <div class="verdict" data-verdict={verdict()}>
      <Show when={verdict() === "valid"} fallback={<Icon name={verdict() === "unsigned" ? "warning" : "error"} class="verdict-icon" />}>
        <SealMark class="verdict-icon" />
      </Show>
      <div class="verdict-words">
        <h2>{t().verify.verdict[verdict()]}</h2>
        <p>{t().verify.meaning[verdict()](props.result.signatures.length)}</p>
        <p class="quiet-text figures">
          {props.name} · {t().common.size(props.size)}
        </p>
        <Show when={problems().length > 0}>
          <ProblemList problems={problems()} />
        </Show>
      </div>
    </div>
  );
}
