import { Link } from "@remix-run/react";
import { useWords } from "#words/words.ts";

/** What stood in a row before, in one press. `of`: what the row is called. */
export function FormerLink({ to, of }: { to: string; of: string }) {
  const { plan: t } = useWords();
  return (
    <Link className="button button-text button-dense screen-only" to={to}>
      <span className="sr-only">{of}: </span>
      {t.versions.history}
    </Link>
  );
}
