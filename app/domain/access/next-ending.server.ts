import { and, eq, gt, isNull, min } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import { turns } from "../ages.ts";
import { copenhagenInstant } from "../moments.ts";
import { screenTopic, staffTopic, type Topic } from "../topics.ts";
import { now } from "./terms.server.ts";

const { agendaItem, bigScreen, breakGlass, consent, meeting, participant, sharingBasis, youngPerson } = tables;

const nextBasis = prepared((db) =>
  db
    .select({ at: min(sharingBasis.endsAt) })
    .from(sharingBasis)
    .where(and(isNull(sharingBasis.endedAt), gt(sharingBasis.endsAt, now)))
    .prepare(),
);
const nextConsent = prepared((db) =>
  db
    .select({ at: min(consent.endsAt) })
    .from(consent)
    .where(and(isNull(consent.withdrawnAt), gt(consent.endsAt, now)))
    .prepare(),
);

const nextEmergency = prepared((db) =>
  db
    .select({ at: min(breakGlass.endsAt) })
    .from(breakGlass)
    .where(and(gt(breakGlass.endsAt, now), isNull(breakGlass.endedAt)))
    .prepare(),
);

const accompanied = prepared((db) =>
  db
    .selectDistinct({ bornOn: youngPerson.bornOn })
    .from(participant)
    .innerJoin(agendaItem, eq(agendaItem.id, participant.itemId))
    .innerJoin(meeting, and(eq(meeting.id, agendaItem.meetingId), eq(meeting.state, "running")))
    .innerJoin(youngPerson, eq(youngPerson.id, agendaItem.youngPersonId))
    .where(and(eq(participant.kind, "parent"), isNull(participant.removedAt)))
    .prepare(),
);

/** When parents in a meeting that is under way may no longer see all of it: the young person turns 18. */
async function nextMajority(db: Db, now: string): Promise<string | undefined> {
  const birthdays = (await accompanied(db).execute()).map(({ bornOn }) =>
    copenhagenInstant(turns(bornOn, 18), "00:00"),
  );
  return birthdays.filter((at) => at > now).sort()[0];
}

/** The next moment after `now` at which a right ends by itself; null when none will. */
export async function nextEnding(db: Db, now: string): Promise<string | null> {
  const ends = [await nextMajority(db, now)];
  for (const next of [nextBasis, nextConsent, nextEmergency])
    for (const { at } of await next(db).execute({ now })) ends.push(at ?? undefined);
  return ends.flatMap((at) => at ?? []).sort()[0] ?? null;
}

/** What shows otherwise when a right has ended: the big screens, and the pages of those who run a meeting that is under way. */
export async function topicsOfRunning(db: Db): Promise<Topic[]> {
  const running = await db.select().from(meeting).where(eq(meeting.state, "running"));
  const shown = await db
    .selectDistinct({ id: meeting.id })
    .from(bigScreen)
    .innerJoin(meeting, eq(meeting.id, bigScreen.meetingId))
    .where(and(eq(meeting.state, "running"), isNull(bigScreen.endedAt)));
  return [
    ...shown.map(({ id }) => screenTopic(id)),
    ...running.flatMap(({ chairId, minuteTakerId }) => [staffTopic(chairId), staffTopic(minuteTakerId)]),
  ];
}
