import {
  summarize,
  summarizeTree,
  summarizeViews,
  type Checklist,
  type ChecklistSummary,
  type DecisionTreeSummary,
  type Digest,
  type LifecycleViewSummary,
  type Parsed,
  type PinnedChecklist,
} from "#domain";
import { parseContent, type Content } from "./parse-content.ts";

/** A content file as the app carries it: `summary` is what a list shows of a checklist, of lifecycle views or of a decision tree, null for all else. */
export interface BundledContent {
  readonly content: PinnedChecklist | Exclude<Content, Checklist>;
  readonly summary: ChecklistSummary | DecisionTreeSummary | readonly LifecycleViewSummary[] | null;
}

/** Reads a content file to be carried in the app; `digest` is that of these very bytes. */
export function bundleContent(bytes: Uint8Array, digest: Digest): Parsed<BundledContent> {
  const parsed = parseContent(bytes);
  if (!parsed.ok) return parsed;
  const { value, problems } = parsed;
  if (value.format === "assay-lifecycles/1") return { ok: true, value: { content: value, summary: summarizeViews(value) }, problems };
  if (value.format === "assay-decision-tree/1") return { ok: true, value: { content: value, summary: summarizeTree(value) }, problems };
  if (value.format !== "assay-checklist/1") return { ok: true, value: { content: value, summary: null }, problems };
  const pinned = { checklist: value, digest };
  return { ok: true, value: { content: pinned, summary: summarize(pinned) }, problems };
}
