import { type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { type Db, tables } from "#db/index.server.ts";
import { staffIdOf } from "../actor.ts";
import { rolesOn } from "../staff/find.server.ts";
import type { Asking } from "./decide.server.ts";
import { me } from "./terms.server.ts";

const {
  action,
  agendaItem,
  assignment,
  breakGlass,
  meeting,
  meetingMember,
  membership,
  participant,
  roleGrant,
  staff,
  staffAbsence,
  stuCourse,
} = tables;

/** Those somebody goes with, looked after for another, or opened: now, or ever. */
const persons = sql`
  select ${assignment.youngPersonId} from ${assignment} where ${assignment.staffId} in (
    with recursive stood_in(id) as (
      select ${staff.id} from ${staff} where ${staff.id} = ${me} union select ${staffAbsence.staffId} from ${staffAbsence}
      join stood_in on ${staffAbsence.coveredById} = stood_in.id)
    select id from stood_in)
  union select ${breakGlass.youngPersonId} from ${breakGlass} where ${breakGlass.staffId} = ${me}
  union select ${stuCourse.youngPersonId} from ${stuCourse} where exists (
    select 1 from ${roleGrant} where ${roleGrant.staffId} = ${me} and ${roleGrant.role} = 'stu_team')`;
const meetings = sql`
  select ${meeting.id} from ${meeting} where ${meeting.chairId} = ${me} or ${meeting.minuteTakerId} = ${me}
  union select ${meetingMember.meetingId} from ${meetingMember} where ${meetingMember.staffId} = ${me}`;
const items = sql`
  select ${participant.itemId} from ${participant} where ${participant.staffId} = ${me}
  union select ${agendaItem.id} from ${agendaItem} where ${agendaItem.meetingId} in (${meetings})
  union select ${agendaItem.id} from ${agendaItem} where ${agendaItem.youngPersonId} in (${persons})`;
const actions = sql`
  select ${action.id} from ${action} where ${action.ownerId} = ${me}
  union select ${action.id} from ${action} where ${action.departmentId} in (
    select ${membership.departmentId} from ${membership} where ${membership.staffId} = ${me})
  union select ${action.id} from ${action} where ${action.itemId} in (${items})`;

const among = (rows: SQL) => (id: SQLiteColumn) => sql`${id} in (${rows})`;

/**
 * The rows that a right could open for somebody who is not a coordinator, found by index and not by asking each row. It opens
 * nothing: it stands beside `scope`, so that the list of a guide takes as long with a hundred young people as with a hundred thousand.
 */
export const withinReach = {
  "person:open": among(persons),
  "item:see": among(items),
  "action:see": among(actions),
};

/** To a coordinator most of it stands open: what they look for is found by asking row by row. */
export const reachesAll = async (db: Db, { actor, today }: Asking): Promise<boolean> =>
  (await rolesOn(db, staffIdOf(actor), today)).includes("coordinator");
