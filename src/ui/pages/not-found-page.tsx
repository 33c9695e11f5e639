import { LinkButton } from "../parts/index.ts";
import { useTexts } from "../texts/index.ts";
import { Lost } from "../views/lost.tsx";

/** An address that names no page. */
export function NotFoundPage() {
  const t = useTexts();
  return (
    <Lost error={{ code: "not-found", facts: {} }}>
      <LinkButton tone="primary" href="#/">
        {t().frame.toSystems}
      </LinkButton>
    </Lost>
  );
}
