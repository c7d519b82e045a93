import type { Verdict } from "../access/decide.server.ts";
import { may } from "../access/decide.server.ts";
import type { What } from "../access/rules.server.ts";
import type { At } from "../command.server.ts";
import { actionWith } from "./find.server.ts";

type OfAction = At<{ id: string }>;

/** A right to the agreement itself. */
export const mayAction =
  (what: What) =>
  ({ db, actor, now, today, input: { id } }: OfAction): Promise<Verdict> =>
    may(db, { actor, now, today }, what, id);

/** A right to the item that the agreement was made in. */
export const mayInItsItem =
  (what: What) =>
  async ({ db, actor, now, today, input: { id } }: OfAction): Promise<Verdict> => {
    const row = await actionWith(db, id);
    return row ? may(db, { actor, now, today }, what, row.itemId) : { no: "missing" };
  };
