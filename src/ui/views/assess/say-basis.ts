import type { CrosswalkBasis } from "#domain";
import type { Texts } from "../../texts/index.ts";

/** By whose word two questions are related. */
export function sayBasis(basis: CrosswalkBasis, t: Texts): string {
  const date = basis.date ? t.common.date(basis.date) : null;
  switch (basis.kind) {
    case "published":
      return t.assess.related.published(basis.by, date);
    case "judgement":
      return t.assess.related.judgement(basis.by ?? null, date);
  }
}
