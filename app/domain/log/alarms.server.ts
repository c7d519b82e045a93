import { and, count, eq, gte, inArray, isNotNull, ne, or } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { clockOf, dayOf } from "../moments.ts";
import { danishSortKey } from "../text.ts";

const { alarmReview, log, setting, staff, youngPerson } = tables;

export type AlarmRule = "own-surname" | "many-people" | "at-night";

/** Something in the log that somebody should look at: the rule, whose looks, on what day, and what triggered it. */
export type Alarm = {
  /** Made of the rule, the employee and the day: a mark stays with it. */
  key: string;
  rule: AlarmRule;
  staffId: string;
  on: string;
  youngPersonId: string | null;
  /** How many young people, or looks. */
  times: number;
  review: { id: string; version: number; note: string; byId: string; at: string } | null;
};

const LOOKS = ["read", "searched", "watch-began"];
/** What shows many by itself: nobody was looked up. */
const LISTS = ["start", "agenda", "meetings", "my-actions", "people-list", "possible-duplicates", "transition-board"];
/** Every page that is opened watches the reader's own news; that is no look at anybody. */
const isOfSomebody = or(ne(log.kind, "watch-began"), isNotNull(log.youngPersonId));
const NIGHT = { from: 22, to: 6 };
const DAYS_BACK = 30;
const MANY = "log-many-lookups";
const MANY_UNLESS_SET = 25;

/** From how many young people looked up in a day an alarm is raised. */
export async function manyLookups(db: Db): Promise<number> {
  const [row] = await db.select().from(setting).where(eq(setting.key, MANY));
  return Number(row?.value ?? MANY_UNLESS_SET);
}

export const setManyLookups = (db: Db, value: number) =>
  db
    .insert(setting)
    .values({ key: MANY, value: String(value) })
    .onConflictDoUpdate({ target: setting.key, set: { value: String(value) } });

const surnameOf = (name: string) => danishSortKey(name).split(" ").at(-1) ?? "";

/** The alarms of the last month, the newest day first; computed anew each time from the log, by three rules. */
export async function alarmsIn(db: Db, now: string): Promise<Alarm[]> {
  const since = new Date(Date.parse(now) - DAYS_BACK * 86_400_000).toISOString();
  const rows = await db
    .select({
      ...{ at: log.at, door: log.door, staffId: staff.id, staffName: staff.name },
      ...{ youngPersonId: log.youngPersonId, lastName: youngPerson.lastName, n: count() },
    })
    .from(log)
    .innerJoin(staff, eq(staff.id, log.actorId))
    .leftJoin(youngPerson, eq(youngPerson.id, log.youngPersonId))
    .where(and(gte(log.at, since), inArray(log.kind, LOOKS), isNotNull(log.actorId), isOfSomebody))
    .groupBy(log.actorId, log.youngPersonId, log.door, log.at);
  const most = await manyLookups(db);
  const found = new Map<string, Omit<Alarm, "review">>();
  const raise = (rule: AlarmRule, staffId: string, on: string, youngPersonId: string | null, times: number) => {
    const key = [rule, staffId, on, youngPersonId].filter(Boolean).join(" ");
    const known = found.get(key);
    if (known) known.times += times;
    else found.set(key, { key, rule, staffId, on, youngPersonId, times });
  };
  const lookedUp = new Map<string, Set<string>>();
  for (const { at, door, staffId, staffName, youngPersonId, lastName, n } of rows) {
    const on = dayOf(at);
    const hour = Number(clockOf(at).split(".")[0]);
    if (hour >= NIGHT.from || hour < NIGHT.to) raise("at-night", staffId, on, null, n);
    if (youngPersonId === null || LISTS.includes(door)) continue;
    if (surnameOf(lastName ?? "") === surnameOf(staffName)) raise("own-surname", staffId, on, youngPersonId, n);
    const day = `${staffId} ${on}`;
    lookedUp.set(day, (lookedUp.get(day) ?? new Set()).add(youngPersonId));
  }
  for (const [day, people] of lookedUp) {
    const [staffId = "", on = ""] = day.split(" ");
    if (people.size > most) raise("many-people", staffId, on, null, people.size);
  }
  const reviews = new Map((await db.select().from(alarmReview)).map((review) => [review.alarm, review]));
  return [...found.values()]
    .sort((a, b) => (a.on === b.on ? a.key.localeCompare(b.key) : a.on < b.on ? 1 : -1))
    .map((alarm) => ({ ...alarm, review: reviews.get(alarm.key) ?? null }));
}
