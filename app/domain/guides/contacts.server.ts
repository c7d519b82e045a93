import { eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import type { Intensity } from "#db/vocabulary.ts";
import { decide, may } from "../access/decide.server.ts";
import { staffIdOf } from "../actor.ts";
import { missing } from "../errors.ts";
import { type Look, query } from "../query.server.ts";
import { staffNames } from "../start/shown.server.ts";
import { staffTopic, type Topic } from "../topics.ts";
import { type WellbeingRow, wellbeingOf } from "../wellbeing/views.server.ts";
import { placesOfGuides } from "./going.server.ts";
import { nextByRhythm, type Standing } from "./rhythm.ts";
import { type Contact, contactsOf, standingNow } from "./views.server.ts";

const { youngPerson } = tables;

/** So many at once; the older ones by a press. */
export const CONTACTS_A_PAGE = 30;

export type ContactsPage = {
  person: { id: string; version: number; name: string; firstName: string; bornOn: string; phone: string };
  /** Whether the asker puts the number right. */
  mayAssign: boolean;
  contacts: Contact[];
  names: Record<string, string>;
  /** Where the older ones begin; null when there are none. */
  olderFrom: number | null;
  ratings: WellbeingRow[];
  intensity: Intensity | null;
  standing: Standing;
  /** The next day by the rhythm, from today. */
  nextOn: string | null;
  /** Which of them the asker wrote. */
  me: string;
  topics: Topic[];
  now: string;
  today: string;
};

/** Everything that was written of being in touch with a young person and that the asker may read, the newest first. */
export const contacts = query<{ youngPersonId: string; from: number }, ContactsPage>("contacts", {
  allow: ({ db, actor, now, today, input: { youngPersonId } }) =>
    may(db, { actor, now, today }, "contact:write", youngPersonId),
  async run(look: Look<{ youngPersonId: string; from: number }>) {
    const { db, actor, now, today, saw, input } = look;
    const { youngPersonId, from } = input;
    const me = staffIdOf(actor);
    const [person] = await db.select().from(youngPerson).where(eq(youngPerson.id, youngPersonId));
    if (!person) throw missing();
    const rows = await contactsOf(db, look, youngPersonId, { most: CONTACTS_A_PAGE + 1, from });
    const names = await staffNames(
      db,
      rows.map(({ staffId }) => staffId),
    );
    const [place] = await placesOfGuides(db, youngPersonId, today);
    saw({ youngPersonId });
    return {
      person: {
        ...{ id: person.id, version: person.version, firstName: person.firstName },
        ...{ bornOn: person.bornOn, phone: person.phone },
        name: `${person.firstName} ${person.lastName}`,
      },
      mayAssign: (await decide(db, look, "person:assign", youngPersonId)) !== null,
      contacts: rows.slice(0, CONTACTS_A_PAGE),
      names: Object.fromEntries(names),
      olderFrom: rows.length > CONTACTS_A_PAGE ? from + CONTACTS_A_PAGE : null,
      ratings: (await wellbeingOf(db, youngPersonId)).filter(({ area }) => area === ""),
      intensity: place?.intensity ?? null,
      standing: await standingNow(db, youngPersonId, today),
      nextOn: nextByRhythm(place?.intensity ?? null, today),
      me,
      topics: [staffTopic(me)],
      now,
      today,
    };
  },
});
