import { FormerLink } from "#frame/former-link.tsx";
import { usePerson } from "./model.ts";

/** What stood in a row before, in one press; nothing where it never stood otherwise. */
export function HistoryLink({ row: { id, version }, of }: { row: { id: string; version: number }; of: string }) {
  const { id: youngPersonId } = usePerson();
  return version < 2 ? null : <FormerLink to={`/people/${youngPersonId}/versions?row=${id}#history`} of={of} />;
}
