import { tables } from "#db/index.server.ts";
import type { ItemKind } from "#db/vocabulary.ts";
import { staffIdOf } from "../actor.ts";
import { isSought } from "../address/queries.server.ts";
import { isOver } from "../cases/find.server.ts";
import { openCase } from "../cases/open.server.ts";
import type { Work } from "../command.server.ts";
import { invalid, missing, refused } from "../errors.ts";
import { anyText, optionalMoment } from "../input.server.ts";
import { type Meeting, meetingWith } from "../meetings/find.server.ts";
import { isDuring } from "../meetings/rules.ts";
import { checkStaff, momentOn } from "../meetings/starts.server.ts";
import { placeKeptFrom, touchMeeting, touchPlace } from "../meetings/touch.server.ts";
import { dayOf } from "../moments.ts";
import { inviteTo, proposedFor } from "../participants/invite.server.ts";
import { SECTION_115 } from "../sharing/rules.ts";
import { nextPosition, standsIn } from "./carry.server.ts";
import { namesSomebody } from "./names-in.server.ts";
import { caseFacts } from "./views.server.ts";

const { agendaItem, itemClosing } = tables;

/** A fixed time: a moment, or a clock on the day of the meeting. */
export const fixedFields = { fixedAt: optionalMoment, fixedClock: anyText(10) };
type Fixed = { fixedAt: string | null; fixedClock: string };

/** The moment in UTC, while the meeting lasts. @throws Declined `invalid` at the field that was filled in */
export function fixedMoment({ fixedAt, fixedClock }: Fixed, meeting: Meeting): string | null {
  if (!fixedAt && !fixedClock) return null;
  const field = fixedAt ? "fixedAt" : "fixedClock";
  const at = fixedAt ? new Date(fixedAt).toISOString() : momentOn(dayOf(meeting.startsAt), field, fixedClock);
  if (!isDuring(at, meeting)) throw invalid(field, "outside-meeting");
  return at;
}

type Added = {
  id?: string | null;
  meetingId: string;
  kind: ItemKind;
  youngPersonId?: string | null;
  askerId?: string | null;
  question: string;
  minutes: number;
  leadWorkerId?: string | null;
  invited?: readonly string[];
} & Partial<Fixed>;

/** Puts an item on an agenda, for whoever may run the meeting. The rest follows from the case, unless it is given. @throws Declined */
export async function putOnAgenda(work: Work<unknown>, added: Added): Promise<{ id: string }> {
  const { db, actor, now, today, newId, record, rights } = work;
  const {
    meetingId,
    kind,
    youngPersonId = null,
    invited = [],
    question,
    minutes,
    fixedAt = null,
    fixedClock = "",
  } = added;
  const at = await meetingWith(db, meetingId);
  if (at.state === "closed") throw refused();
  if ((kind === "person") !== (youngPersonId !== null)) throw invalid("youngPersonId", "choose");
  if (youngPersonId && (await standsIn(db, meetingId, youngPersonId)))
    throw invalid("youngPersonId", "already-on-agenda");
  if (await isOver(db, { youngPersonId, typeCode: at.typeCode })) throw invalid("youngPersonId", "case-ended");
  await checkStaff(db, "leadWorkerId", [added.leadWorkerId ?? null]);
  await checkStaff(db, "invited", invited);
  const unnamed = kind === "unnamed";
  const askerId = unnamed ? (added.askerId ?? staffIdOf(actor)) : null;
  await checkStaff(db, "askerId", [askerId]);
  if (unnamed && (await namesSomebody(db, { actor, now, today }, question))) throw invalid("question", "without-name");
  const known = youngPersonId ? await caseFacts(db, youngPersonId, today) : null;
  const leadWorkerId = added.leadWorkerId ?? known?.leadWorkerId ?? null;
  const id = added.id ?? newId();
  const place = { position: await nextPosition(db, meetingId), changedAfterLock: at.lockedAt !== null };
  const fixed = fixedMoment({ fixedAt, fixedClock }, at);
  const made = await db
    .insert(agendaItem)
    .values({ id, meetingId, kind, youngPersonId, askerId, leadWorkerId, question, minutes, fixedAt: fixed, ...place })
    .onConflictDoNothing()
    .returning({ id: agendaItem.id });
  if (made.length === 0) throw missing();
  await db.insert(itemClosing).values({ id });
  const proposed = youngPersonId ? await proposedFor(db, at, youngPersonId, leadWorkerId, today) : [];
  const others = [...(invited.length > 0 ? invited : proposed), ...(askerId ? [askerId] : [])];
  if (kind !== "pause")
    await inviteTo(work, { id, youngPersonId, question }, [at.chairId, at.minuteTakerId, ...others]);
  if (youngPersonId && at.typeCode !== SECTION_115) await openCase(work, youngPersonId);
  record({ kind: "item-added", youngPersonId, meetingId, itemId: id });
  rights();
  // The last place moves no other one, so only what everybody takes part in is told to everybody.
  if (kind === "person" || unnamed) await touchPlace(work, { id, meetingId });
  else await touchMeeting(work, meetingId, id);
  if (youngPersonId && (await isSought(db, youngPersonId))) work.reload(...(await placeKeptFrom(work, at)));
  return { id };
}
