import { and, desc, eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type Asking, asked, decide } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { staffIdOf } from "../actor.ts";
import { codesOn } from "../codes/queries.server.ts";
import { addDays, isWorkingDay, nextWorkingDay } from "../days.ts";
import { clockOf, dayOf } from "../moments.ts";
import { heldAt } from "./views.server.ts";

const { meeting, meetingMember } = tables;

export type Making = "new" | "copy" | "acute";

/** What the form of a meeting is filled in with. `on` is a day, `clock` as it is written in Denmark. */
export type MeetingFacts = {
  typeCode: string;
  on: string;
  clock: string;
  minutes: number;
  place: string;
  videoLink: string;
  chairId: string;
  minuteTakerId: string;
  members: string[];
};

/** A meeting that is not made yet, filled in from the last one. */
export type Proposal = { making: Making } & MeetingFacts;

/** What a forum that has held none yet begins with. */
const FORUM = "coordination";
const DAYS_BETWEEN = 14;
const USUAL = { clock: "9.00", minutes: 150, acuteMinutes: 45 };

const workingDay = (day: string) => (isWorkingDay(day) ? day : nextWorkingDay(day));

/** The next usual meeting: fourteen days after the last that is planned, with the place and the people of the last one that the asker may see, or of the one it is like. */
export async function proposalFor(
  db: Db,
  { making, from }: { making: Making; from: string | null },
  asking: Asking,
): Promise<Proposal | null> {
  const { today } = asking;
  const me = staffIdOf(asking.actor);
  const [last] = await db
    .select()
    .from(meeting)
    .where(and(eq(meeting.acute, false), scope("meeting:see")))
    .orderBy(desc(meeting.startsAt))
    .limit(1)
    .prepare()
    .execute(asked(asking));
  const [like] = from ? await db.select().from(meeting).where(eq(meeting.id, from)) : [last];
  if (from && !like) return null;
  const knowsPlace = like !== undefined && (await decide(db, asking, "meeting:place", like.id)) !== null;
  const lastDay = last && dayOf(last.startsAt) > today ? dayOf(last.startsAt) : today;
  const on = making === "acute" ? nextWorkingDay(today) : workingDay(addDays(lastDay, DAYS_BETWEEN));
  const copied = making === "copy" && like;
  const length = copied ? (Date.parse(like.endsAt) - Date.parse(like.startsAt)) / 60_000 : USUAL.minutes;
  const types = await codesOn(db, "meeting_type", on);
  const members = like ? await db.select().from(meetingMember).where(eq(meetingMember.meetingId, like.id)) : [];
  return {
    making,
    typeCode: (types.find(({ code }) => code === (like?.typeCode ?? FORUM)) ?? types[0])?.code ?? "",
    on,
    clock: copied ? clockOf(like.startsAt) : USUAL.clock,
    minutes: making === "acute" ? USUAL.acuteMinutes : length,
    ...heldAt(like ?? { place: "", videoLink: "" }, knowsPlace),
    chairId: like?.chairId ?? me,
    minuteTakerId: like?.minuteTakerId ?? me,
    members: members.map(({ staffId }) => staffId),
  };
}
