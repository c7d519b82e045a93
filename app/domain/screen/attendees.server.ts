import { and, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import { decide } from "../access/decide.server.ts";
import { age } from "../ages.ts";
import { dayOf } from "../moments.ts";
import { basesOf } from "../sharing/bases.server.ts";
import type { Named } from "../sharing/said.ts";
import { type Attendee, type SeenByAll, type Sees, seenByAll } from "./seen-by-all.ts";

const { agendaItem, participant, youngPerson } = tables;

const here = prepared((db) =>
  db
    .select({
      participantKind: participant.kind,
      staffId: participant.staffId,
      departmentId: participant.departmentId,
      organisation: participant.organisation,
      basisGap: participant.basisGap,
      basisGapAt: participant.basisGapAt,
    })
    .from(participant)
    .where(
      and(
        eq(participant.itemId, sql.placeholder("itemId")),
        inArray(participant.presence, ["room", "video"]),
        isNull(participant.removedAt),
        or(isNull(participant.basisGap), ne(participant.basisGap, "left")),
      ),
    )
    .orderBy(participant.id)
    .prepare(),
);
const bornOn = prepared((db) =>
  db
    .select({ bornOn: youngPerson.bornOn })
    .from(agendaItem)
    .innerJoin(youngPerson, eq(youngPerson.id, agendaItem.youngPersonId))
    .where(eq(agendaItem.id, sql.placeholder("itemId")))
    .prepare(),
);

type Seat = Awaited<ReturnType<ReturnType<typeof here>["execute"]>>[number];

/** Of staff: what the rule table lets them see, unless the item was said to be taken without name on their account and no basis came since. */
async function seesOf(db: Db, itemId: string, seat: Seat, now: string): Promise<Sees> {
  const { staffId, departmentId, basisGap, basisGapAt } = seat;
  if (!staffId) return "nothing";
  if (basisGap === "unnamed") {
    const since = (await basesOf(db, itemId, now)).some(
      ({ basis }) => basis.departmentId === departmentId && basis.fromAt > (basisGapAt ?? now),
    );
    if (!since) return "nothing";
  }
  const asking = {
    actor: { kind: "staff", id: staffId, sessionId: "" } as const,
    now,
    today: dayOf(now),
  };
  if ((await decide(db, asking, "item:see", itemId)) !== null) return "item";
  return (await decide(db, asking, "item:facts", itemId)) !== null ? "own-agreements" : "nothing";
}

/** Who is checked in at an item and what all of them may see of it, at a moment. */
export async function seenInRoom(db: Db, { id: itemId }: { id: string }, now: string): Promise<SeenByAll> {
  const attendees: Attendee[] = [];
  for (const seat of await here(db).execute({ itemId })) {
    const { participantKind, organisation, departmentId } = seat;
    const sees = participantKind === "staff" ? await seesOf(db, itemId, seat, now) : null;
    attendees.push({ participantKind, organisation, departmentId, sees });
  }
  const [person] = await bornOn(db).execute({ itemId });
  const named: Named = person ? { adult: age(person.bornOn, dayOf(now)) >= 18 } : null;
  return seenByAll(attendees, named);
}
