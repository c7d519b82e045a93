import { eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { may } from "../access/decide.server.ts";
import { placeOf } from "../agenda/place.server.ts";
import { missing } from "../errors.ts";
import { query } from "../query.server.ts";
import { type PreparedRow, preparedOf } from "./prepared.server.ts";
import { type VoiceRow, voiceOf } from "./views.server.ts";

const { youngPerson } = tables;

export type Hearing = {
  itemId: string;
  meetingId: string;
  startsAt: string;
  name: string;
  firstName: string;
  voice: VoiceRow | null;
  prepared: PreparedRow | null;
  now: string;
  today: string;
};

/** `Hør før mødet`: what a young person has said before one item, for those who write it down. */
export const hearing = query<{ itemId: string }, Hearing>("item-hearing", {
  allow: ({ db, actor, now, today, input: { itemId } }) => may(db, { actor, now, today }, "item:hear", itemId),
  async run({ db, input: { itemId }, now, today, saw }) {
    const { meetingId, startsAt, youngPersonId } = await placeOf(db, itemId);
    const [person] = youngPersonId ? await db.select().from(youngPerson).where(eq(youngPerson.id, youngPersonId)) : [];
    if (!person) throw missing();
    saw({ youngPersonId, meetingId, itemId });
    const { firstName, lastName } = person;
    return {
      ...{ itemId, meetingId, startsAt, firstName, name: `${firstName} ${lastName}` },
      voice: (await voiceOf(db, itemId))[0] ?? null,
      prepared: (await preparedOf(db, itemId))[0] ?? null,
      now,
      today,
    };
  },
});
