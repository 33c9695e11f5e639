import type { JSX } from "solid-js";
import type { Obligation } from "#domain";
import { useTexts } from "../texts/index.ts";

export function ObligationMark(props: { readonly obligation: Obligation }): JSX.Element {
  const t = useTexts();
  return (
    <span class="obligation-mark" data-obligation={props.obligation} title={t().common.obligationMeaning[props.obligation]}>
      {t().common.obligation[props.obligation]}
    </span>
  );
}
