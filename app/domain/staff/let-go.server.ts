import { and, eq, inArray, isNull } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { endAbsences, uncover } from "../absence/uncover.server.ts";
import type { Work } from "../command.server.ts";
import { goingWith } from "../guides/going.server.ts";
import { handoverIsOpen } from "../guides/handover-find.server.ts";
import { lapseProposals } from "../guides/proposals-lapse.server.ts";
import { tellGuides } from "../guides/team-tell.server.ts";
import { outreachWorkers } from "../outreach/find.server.ts";
import { giveBackLeads } from "../outreach/give-back.server.ts";
import { coordinators } from "../people/find.server.ts";
import { tellHandover } from "../people/handover-lapses.server.ts";
import { itemTopic, meetingTopic, personTopic, staffTopic } from "../topics.ts";
import { currentOn, rolesOn } from "./find.server.ts";

const { agendaItem, assignment, guideHandover } = tables;

type Step = Pick<Work<unknown>, "db" | "today" | "by" | "record" | "reload" | "rights">;

/**
 * What somebody held for others, and can hold no more by the roles that they have now, is free for those who are there: covers,
 * their own days away, proposals, whom they looked for. Their places with young people, and what they have promised, stay until somebody has them.
 */
export async function letGo(work: Step, staffId: string): Promise<void> {
  const { db, today } = work;
  await endAbsences(work, staffId);
  await uncover(work, staffId);
  if (!(await rolesOn(db, staffId, today)).includes("youth_guide")) await lapseProposals(work, staffId);
  if (!(await outreachWorkers(db, today)).includes(staffId)) await giveBackLeads(work, staffId);
}

/** Whether somebody is there for those they go with stands otherwise: the pages that name them, and who has nobody, load anew. */
export async function tellWhoIsThere(work: Step, staffId: string): Promise<void> {
  const { db, today, reload } = work;
  const asked = await db
    .select()
    .from(guideHandover)
    .where(and(eq(guideHandover.toStaffId, staffId), handoverIsOpen));
  for (const row of asked) tellHandover(work, row);
  const places = await db
    .selectDistinct({ id: assignment.youngPersonId })
    .from(assignment)
    .where(and(eq(assignment.staffId, staffId), currentOn(assignment, today)));
  // What they have promised stands with whoever coordinates too.
  reload(...(await coordinators(db, today)).map(staffTopic));
  const young = places.map(({ id }) => id);
  if (young.length === 0) return;
  reload(...young.map(personTopic));
  for (const id of young) reload(...(await goingWith(db, id, today)).map(staffTopic));
  const items = await db
    .select({ id: agendaItem.id, meetingId: agendaItem.meetingId })
    .from(agendaItem)
    .where(
      and(
        inArray(agendaItem.youngPersonId, young),
        inArray(agendaItem.state, ["planned", "open"]),
        isNull(agendaItem.removedAt),
      ),
    );
  reload(...items.flatMap(({ id, meetingId }) => [itemTopic(id), meetingTopic(meetingId)]));
  await tellGuides(work);
}
