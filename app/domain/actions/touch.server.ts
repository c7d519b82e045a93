import { and, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { prepared, tables } from "#db/index.server.ts";
import { whoSees } from "../access/who-sees.server.ts";
import { type Place, placeOf } from "../agenda/place.server.ts";
import type { Work } from "../command.server.ts";
import { seatedIn } from "../meetings/find.server.ts";
import { touchScreen } from "../screen/touch.server.ts";
import { SECTION_115 } from "../sharing/rules.ts";
import { departmentTopic, itemTopic, personTopic, staffTopic } from "../topics.ts";
import { earlierView } from "./earlier.server.ts";
import { type Action, actionView } from "./views.server.ts";

const { agendaItem, conflictOfInterest, meeting } = tables;

const laterItems = prepared((db) =>
  db
    .select({ id: agendaItem.id })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(
      and(
        eq(agendaItem.youngPersonId, sql.placeholder("youngPersonId")),
        gt(meeting.startsAt, sql.placeholder("startsAt")),
        isNull(agendaItem.removedAt),
        // The chair goes on with a handled item while its meeting lasts.
        or(
          inArray(agendaItem.state, ["planned", "open"]),
          and(eq(agendaItem.state, "handled"), eq(meeting.state, "running")),
        ),
      ),
    )
    .prepare(),
);

const conflictsIn = prepared((db) =>
  db
    .select({ staffId: conflictOfInterest.staffId })
    .from(conflictOfInterest)
    .where(eq(conflictOfInterest.itemId, sql.placeholder("itemId")))
    .prepare(),
);

/** The plan lists the agreements that each reader sees; whoever has a conflict of interest in one is not told that it changed. */
async function reloadPlan(work: Tells, youngPersonId: string, itemId: string): Promise<void> {
  const { db, reload } = work;
  const conflicted = new Set((await conflictsIn(db).execute({ itemId })).map(({ staffId }) => staffId));
  if (conflicted.size === 0) return reload(personTopic(youngPersonId));
  const readers = (await whoSees(db, work, "person:see", youngPersonId)).map(({ id }) => id);
  reload(...readers.filter((id) => !conflicted.has(id)).map(staffTopic));
}

type Tells = Pick<Work<unknown>, "db" | "now" | "today" | "touch" | "reload" | "rights">;

/**
 * The agreement stands otherwise: at its own item, in `Fra sidst` of the young person's later items, on the big screen, and
 * on the pages of its owner and department.
 */
export async function touchAction(work: Tells, action: Action, former: Action = action, at?: Place): Promise<void> {
  const { db, today, touch, reload, rights } = work;
  const { meetingId, startsAt, typeCode } = at ?? (await placeOf(db, action.itemId));
  touch(itemTopic(action.itemId), actionView, action.id);
  if (action.youngPersonId) {
    const later = await laterItems(db).execute({ youngPersonId: action.youngPersonId, startsAt });
    // A topic shows the same to all who watch it: where somebody may not read this agreement, each loads what they may.
    const forAll = later.length === 0 || (await conflictsIn(db).execute({ itemId: action.itemId })).length === 0;
    for (const { id } of later)
      if (forAll) touch(itemTopic(id), earlierView(id), action.id);
      else reload(itemTopic(id));
  }
  await touchScreen(work, meetingId);
  if (action.youngPersonId && typeCode !== SECTION_115) await reloadPlan(work, action.youngPersonId, action.itemId);
  for (const { ownerId, departmentId } of new Set([former, action])) {
    if (ownerId) reload(staffTopic(ownerId));
    // What was agreed under § 115 is for those of its item alone, and so is that it changed.
    if (departmentId && typeCode !== SECTION_115) reload(departmentTopic(departmentId));
  }
  if (typeCode === SECTION_115) reload(...(await seatedIn(db, action.itemId, today)).map(staffTopic));
  if (former.ownerId !== action.ownerId) rights();
}
