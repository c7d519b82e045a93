import type { RuleName } from "../access/rules.server.ts";
import type { Look } from "../query.server.ts";
import { personsShown, type ShownPerson } from "./shown-person.server.ts";
import type { ActionRow } from "./views.server.ts";

/** An agreement on its owner's or department's list, and whether the asker may say what became of it. */
export type OwnAction = ActionRow & { youngPerson: Omit<ShownPerson, "by"> | null; mayFollow?: boolean };

type Found = Omit<ActionRow, "kind"> & { youngPersonId: string | null; mayFollow?: boolean };

/** Agreements with whom they are about, as far as the asker may know; each is noted as seen. */
export async function shownActions<T extends Found>(
  look: Look<unknown>,
  rows: T[],
  otherwise?: RuleName,
): Promise<(Omit<T, "youngPersonId"> & OwnAction)[]> {
  const persons = await personsShown(look.db, look, rows, otherwise);
  return rows.map(({ youngPersonId, ...row }) => {
    const known = persons.get(row.id);
    if (!known) return { kind: "action", ...row, youngPerson: null };
    const { by, ...youngPerson } = known;
    look.saw({ youngPersonId, itemId: row.itemId, by });
    return { kind: "action", ...row, youngPerson };
  });
}
