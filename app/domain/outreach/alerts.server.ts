import { and, asc, desc, eq, gt, isNull, lte, ne, or } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { asked, decide } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import type { Look } from "../query.server.ts";
import { looksForThem } from "./find.server.ts";
import { canTakeBack, expiredUpTo, type Undoer } from "./rules.ts";
import { type AlertRow, allPlaces, outreachCodes, workersFor } from "./shown.server.ts";
import { dayWritten, undoer } from "./take-back.server.ts";

const { dropoutAlert, outreachLead, youngPerson } = tables;

/** Of whom there is a case: what schools tell is for those who go with them, and for a coordinator. */
export const OF_A_CASE = "person:network";

const ofLead = { alert: dropoutAlert, firstName: outreachLead.firstName, lastName: outreachLead.lastName };
const ofPerson = { alert: dropoutAlert, firstName: youngPerson.firstName, lastName: youngPerson.lastName };
type Told = { alert: typeof dropoutAlert.$inferSelect; firstName: string; lastName: string };

const takenBack = (alert: Told["alert"], by: Undoer): AlertRow["takesBack"] =>
  alert.handledOn === null
    ? canTakeBack({ on: dayWritten(alert), byId: alert.writtenById }, by)
      ? "alert"
      : null
    : canTakeBack({ on: alert.handledOn, byId: alert.handledById }, by)
      ? "answer"
      : null;

const named =
  (by: Undoer) =>
  ({ alert, firstName, lastName }: Told): AlertRow => ({
    ...{ ...alert, name: `${firstName} ${lastName}` },
    takesBack: takenBack(alert, by),
  });

/** What schools have told of somebody who is looked for, the longest ago first. */
export async function alertsOfLead(look: Look<unknown>, leadId: string): Promise<AlertRow[]> {
  const rows = await look.db
    .select(ofLead)
    .from(dropoutAlert)
    .innerJoin(outreachLead, eq(outreachLead.id, dropoutAlert.leadId))
    .where(eq(dropoutAlert.leadId, leadId))
    .orderBy(asc(dropoutAlert.receivedOn), asc(dropoutAlert.id));
  return rows.map(named(await undoer(look)));
}

/** What schools have told and nobody has reacted to, the longest waiting first. */
export async function openAlerts(look: Look<unknown>): Promise<AlertRow[]> {
  const { db, today, saw } = look;
  const ofLeads = await db
    .select(ofLead)
    .from(dropoutAlert)
    .innerJoin(outreachLead, eq(outreachLead.id, dropoutAlert.leadId))
    .where(
      and(
        ...[isNull(dropoutAlert.handledOn), isNull(outreachLead.erasedOn)],
        // Who wants to be left alone stands in no list, nor whose time has run out.
        gt(outreachLead.receivedOn, expiredUpTo(today)),
        or(ne(outreachLead.state, "declined"), lte(outreachLead.nextAllowedOn, today)),
      ),
    );
  const ofPeople = await db
    .select(ofPerson)
    .from(dropoutAlert)
    .innerJoin(youngPerson, eq(youngPerson.id, dropoutAlert.youngPersonId))
    .where(and(isNull(dropoutAlert.handledOn), scope(OF_A_CASE)))
    .prepare()
    .execute(asked(look));
  for (const { alert } of ofPeople) saw({ youngPersonId: alert.youngPersonId });
  const key = ({ receivedOn, id }: AlertRow) => `${receivedOn} ${id}`;
  return [...ofLeads, ...ofPeople]
    .map(named(await undoer(look)))
    .sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** What schools have told of a young person with a case and what was done, the latest first; null for who does not go with them. */
export async function alertsOf(look: Look<{ id: string }>) {
  const { db, today, input } = look;
  if (!(await decide(db, look, OF_A_CASE, input.id))) return null;
  const rows = await db
    .select(ofPerson)
    .from(dropoutAlert)
    .innerJoin(youngPerson, eq(youngPerson.id, dropoutAlert.youngPersonId))
    .where(eq(dropoutAlert.youngPersonId, input.id))
    .orderBy(desc(dropoutAlert.receivedOn), desc(dropoutAlert.id));
  const alerts = rows.map(named(await undoer(look)));
  const did = new Set(alerts.flatMap(({ takenById, handledById }) => [takenById, handledById]));
  const mayReact = "by" in (await looksForThem(look));
  return {
    ...{ alerts, mayReact, today },
    /** To be chosen from, and those that are named. */
    places: mayReact || alerts.length > 0 ? await allPlaces(db, today) : [],
    workers: (await workersFor(db, today)).filter(({ id }) => did.has(id)),
    ...(await outreachCodes(db, today, [], alerts)),
  };
}
export type AlertsOf = NonNullable<Awaited<ReturnType<typeof alertsOf>>>;
