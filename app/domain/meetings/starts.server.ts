import { and, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { invalid } from "../errors.ts";
import { anyText, optionalMoment } from "../input.server.ts";
import { copenhagenInstant, dayOf } from "../moments.ts";
import { typedDay } from "../typed-day.server.ts";

const { codeItem, staff } = tables;

/** When a meeting begins: a moment, or a day as people write it with the clock in Denmark. */
export const startFields = { startsAt: optionalMoment, on: anyText(60), clock: anyText(10) };

type Start = { startsAt: string | null; on: string; clock: string };

/** The moment in UTC. @throws Declined `invalid` */
export function startOf({ startsAt, on, clock }: Start, today: string): string {
  if (startsAt) return new Date(startsAt).toISOString();
  return momentOn(typedDay("on", on, today), "clock", clock);
}

/** A Danish clock of a day, as people write it: `9`, `9.00`, `09:00`. @throws Declined `invalid` */
export function momentOn(day: string, field: string, clock: string): string {
  try {
    return copenhagenInstant(day, /^\d{1,2}$/.test(clock) ? `${clock}.00` : clock);
  } catch {
    throw invalid(field, "no-such-time");
  }
}

export const endOf = (startsAt: string, minutes: number) =>
  new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();

/** Only a type of meeting that is in the list on that day can be held then. @throws Declined `invalid` */
export async function checkType(db: Db, typeCode: string, startsAt: string): Promise<void> {
  const on = dayOf(startsAt);
  const listed = and(eq(codeItem.list, "meeting_type"), eq(codeItem.code, typeCode), lte(codeItem.fromOn, on));
  const [row] = await db
    .select()
    .from(codeItem)
    .where(and(listed, or(isNull(codeItem.toOn), gt(codeItem.toOn, on))));
  if (!row) throw invalid("typeCode", "choose");
}

/** Nobody is asked who is not there, or no longer. @throws Declined `invalid` at the field */
export async function checkStaff(db: Db, field: string, staffIds: readonly (string | null)[]): Promise<void> {
  const asked = [...new Set(staffIds.filter((id) => id !== null))];
  if (asked.length === 0) return;
  const known = await db
    .select({ id: staff.id })
    .from(staff)
    .where(and(inArray(staff.id, asked), isNull(staff.endedAt)));
  if (known.length < asked.length) throw invalid(field, "choose");
}
