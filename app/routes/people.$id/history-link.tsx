import { Link } from "@remix-run/react";
import { useWords } from "#words/words.ts";
import { usePerson } from "./model.ts";

/** What stood in a row before, in one press; nothing where it never stood otherwise. */
export function HistoryLink({ row: { id, version }, of }: { row: { id: string; version: number }; of: string }) {
  const { plan: t } = useWords();
  const { id: youngPersonId } = usePerson();
  if (version < 2) return null;
  return (
    <Link
      className="button button-text button-dense screen-only"
      to={`/people/${youngPersonId}/versions?row=${id}#history`}
    >
      <span className="sr-only">{of}: </span>
      {t.versions.history}
    </Link>
  );
}
