import { createMemo, Show } from "solid-js";
import { departureOf, inLanguage } from "#domain";
import { useSession, useWorkbench } from "#workbench";
import { Disclosure, Facts } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { ClassificationList } from "../classify/classification-list.tsx";
import { sessionHost } from "../classify/classify-host.ts";
import { sayRoles, sayTags, sayTier } from "../classify/say-settings.ts";

/** What decides scope and targets, and by which classification it came about: one line, and all of it when opened. */
export function ProfileSummary() {
  const t = useTexts();
  const language = useLanguage();
  const session = useSession();
  const workbench = useWorkbench();
  const host = sessionHost(session);
  const words = () => t().classify;
  const profile = () => session.assessment().profile;
  const isDeparted = createMemo(() => session.assessment().classifications.some((one) => departureOf(profile(), one)));
  const outcomes = createMemo(() =>
    session.assessment().classifications.map((one) => {
      const found = workbench.trees.find((tree) => tree.id === one.tree)?.conclusions.find((conclusion) => conclusion.id === one.conclusion);
      return found ? inLanguage(found.title, language()) : one.conclusion;
    }),
  );
  const note = () => (isDeparted() ? words().differsShort : outcomes().length > 0 ? outcomes().join(" · ") : words().summary.notClassified);
  return (
    <section class="profile-summary" aria-label={words().summary.title}>
      <Disclosure summary={words().summary.title} note={<span data-departed={isDeparted() ? "" : undefined}>{note()}</span>}>
        <Facts
          facts={[
            { label: words().preview.tier, value: sayTier(t(), profile().tier) },
            { label: words().preview.role, value: sayRoles(t(), profile().role) || words().summary.notStated },
            { label: words().summary.sector, value: profile().sector || words().summary.notStated },
            { label: words().preview.tags, value: sayTags(t(), profile().tags) || words().preview.nothing },
          ]}
        />
        <Show when={session.id} keyed>
          <ClassificationList host={host} />
        </Show>
      </Disclosure>
    </section>
  );
}
