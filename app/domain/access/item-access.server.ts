import { eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { missing } from "../errors.ts";
import { type Look, query } from "../query.server.ts";
import { type Asking, decide, may } from "./decide.server.ts";
import { whoSees } from "./who-sees.server.ts";
import { whySees } from "./why.server.ts";

const { agendaItem } = tables;

type Input = { itemId: string };

/** Why the asker sees an item; and, for whoever runs it, who else does now. */
export const itemAccess = query("item-access", {
  allow: ({ db, actor, now, today, input: { itemId } }: { db: Db; input: Input } & Asking) =>
    may(db, { actor, now, today }, "item:see", itemId),
  async run(look: Look<Input>) {
    const { db, input, saw } = look;
    const [item] = await db.select().from(agendaItem).where(eq(agendaItem.id, input.itemId));
    if (!item) throw missing();
    const { id, meetingId, youngPersonId, question } = item;
    saw({ youngPersonId, meetingId, itemId: id });
    const runs = (await decide(db, look, "item:run", id)) !== null;
    const leads = youngPersonId !== null && (await decide(db, look, "person:review", youngPersonId)) !== null;
    return {
      ...{ id, meetingId, question },
      why: await whySees(db, look, "item:see", id),
      who: runs || leads ? await whoSees(db, look, "item:see", id) : null,
    };
  },
});
