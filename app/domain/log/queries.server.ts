import { createHash } from "node:crypto";
import { and, asc, desc, eq, gt, gte, inArray, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type Asking, mayAsStaff } from "../access/decide.server.ts";
import { staffIdOf } from "../actor.ts";
import { addDays } from "../calendar.ts";
import { copenhagenInstant, dayOf } from "../moments.ts";
import { type Look, query } from "../query.server.ts";
import { type Alarm, alarmsIn, manyLookups } from "./alarms.server.ts";
import { csvOf } from "./csv.server.ts";
import { type LookLine, looksAt, unitsOf } from "./looks.server.ts";
import { type Masked, maskedFor } from "./masked.server.ts";
import { type Moment, momentOf } from "./moment.server.ts";
import { personReferred } from "./referred.server.ts";
import { type WhenAsked, whenAsked } from "./when-asked.server.ts";

const { bigScreen, log, staff } = tables;

export type LogLine = {
  seq: number;
  at: string;
  kind: string;
  door: string;
  reason: string | null;
  /** The employee, or what else acted: a screen, the system, nobody. */
  who: string;
  unit: string;
  about: Masked | null;
};

export type LogInput = {
  view: "rows" | "sample" | "alarms" | "moment" | "export";
  person: string;
  /** As it stands in the address. */
  staffId: string | null;
  kind: string;
  /** Days and time as they were typed. */
  from: string;
  to: string;
  clock: string;
  before: number | null;
  seed: string;
  upTo: number;
};

const AT_ONCE = 50;
const SAMPLED = 20;
/** The sample is of what is recent: the last so many rows. */
const SAMPLED_OF = 10_000;

type Row = typeof log.$inferSelect;

/** Before a sign-in nobody is known: who signed in is one of its facts. */
const actorOf = ({ kind, actorId, facts }: Row): string => {
  const signedIn = kind === "signed-in" ? facts.staffId : null;
  return typeof signedIn === "string" ? signedIn : (actorId ?? "");
};

async function shownLines(db: Db, me: string, now: string, rows: Row[]): Promise<LogLine[]> {
  const masked = await maskedFor(
    db,
    me,
    now,
    rows.map(({ youngPersonId }) => youngPersonId),
  );
  const actors = [...new Set(rows.map(actorOf))];
  const names = await db.select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, actors));
  const screens = await db.select({ id: bigScreen.id }).from(bigScreen).where(inArray(bigScreen.id, actors));
  const nameOf = new Map([
    ...names.map(({ id, name }) => [id, name] as const),
    ...screens.map(({ id }) => [id, "screen"] as const),
  ]);
  const unitOf = await unitsOf(db, actors);
  return rows.map((row) => {
    const { seq, at, kind, door, reason, youngPersonId } = row;
    const who = actorOf(row);
    const shown = { who: nameOf.get(who) ?? who, unit: unitOf(who, dayOf(at)), about: masked(youngPersonId) };
    return { seq, at, kind, door, reason, ...shown };
  });
}

const signedInAs = (staffId: string) => and(eq(log.kind, "signed-in"), eq(sql`${log.facts} ->> 'staffId'`, staffId));

function within(
  { staffId, kind, before }: LogInput,
  { from, to }: WhenAsked,
  personId: string | null,
): SQL | undefined {
  return and(
    personId ? eq(log.youngPersonId, personId) : undefined,
    staffId ? or(eq(log.actorId, staffId), signedInAs(staffId)) : undefined,
    kind ? eq(log.kind, kind) : undefined,
    from ? gte(log.at, copenhagenInstant(from, "0.00")) : undefined,
    to ? lt(log.at, copenhagenInstant(addDays(to, 1), "0.00")) : undefined,
    before ? lt(log.seq, before) : undefined,
  );
}

/** Twenty of the last rows, by a number that follows from the seed and the row: the same each time. */
async function sampleOf(db: Db, seed: string, upTo: number): Promise<Row[]> {
  const rows = await db
    .select({ seq: log.seq })
    .from(log)
    .where(and(gt(log.seq, upTo - SAMPLED_OF), lte(log.seq, upTo)));
  const drawn = rows
    .map(({ seq }) => ({ seq, lot: createHash("sha256").update(`${seed} ${seq}`).digest("hex") }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, SAMPLED)
    .map(({ seq }) => seq);
  return db.select().from(log).where(inArray(log.seq, drawn)).orderBy(asc(log.seq));
}

export type LogPage = {
  input: LogInput;
  /** What is wrong with a field. */
  problems: WhenAsked["problems"] & { staff?: "choose" };
  staff: { id: string; name: string }[];
  lines: LogLine[];
  /** Where the older rows begin; null at the end. */
  older: number | null;
  person: Masked | null;
  alarms: (Omit<Alarm, "youngPersonId"> & { about: Masked | null; who: string })[];
  most: number;
  moment: Moment | null;
  looks: LookLine[];
  csv: string;
  damaged: number | null;
  today: string;
};

/** What the reviewer of the log looks at: rows, a sample, alarms, what somebody saw at a moment, an export. Each time a row of its own. */
export const logFor = query("log", {
  allow: (at: { db: Db } & Asking) => mayAsStaff(at.db, at, "log:read"),
  async run({ db, input, actor, now, today, record }: Look<LogInput>): Promise<LogPage> {
    const me = staffIdOf(actor);
    const personId = await personReferred(db, input.person);
    const known = (await maskedFor(db, me, now, [personId]))(personId);
    const nobodyFound = input.person.trim() !== "" && personId === null;
    const people = await db.select({ id: staff.id, name: staff.name }).from(staff).orderBy(asc(staff.sortKey));
    const nameOf = new Map(people.map(({ id, name }) => [id, name]));
    const { view } = input;
    const staffId = input.staffId && nameOf.has(input.staffId) ? input.staffId : null;
    const when = whenAsked(input, today);
    const problems: LogPage["problems"] = { ...when.problems, ...(input.staffId && !staffId && { staff: "choose" }) };
    const readable = Object.keys(problems).length === 0;
    let rows: Row[] = [];
    if (view === "rows" && !nobodyFound && readable)
      rows = await db
        .select()
        .from(log)
        .where(within(input, when, personId))
        .orderBy(desc(log.seq))
        .limit(AT_ONCE + 1);
    if (view === "sample" && input.seed) rows = await sampleOf(db, input.seed, input.upTo);
    const lines = await shownLines(db, me, now, rows.slice(0, AT_ONCE));
    const raised = view === "alarms" ? await alarmsIn(db, now) : [];
    const masked = await maskedFor(
      db,
      me,
      now,
      raised.map(({ youngPersonId }) => youngPersonId),
    );
    const at = view === "moment" && staffId ? when.at : null;
    const looks = view === "export" && personId ? await looksAt(db, personId) : [];
    const [damage] = await db
      .select({ seq: log.seq })
      .from(log)
      .where(eq(log.kind, "log-damage-found"))
      .orderBy(desc(log.seq))
      .limit(1);
    const facts = { view, staff: staffId, of: input.kind || null, rows: lines.length || raised.length || looks.length };
    record({ kind: view === "export" && personId ? "log-exported" : "log-read", youngPersonId: personId, facts });
    return {
      ...{ input, problems, staff: people, lines, person: known, looks, today },
      older: view === "rows" && rows.length > AT_ONCE ? (lines.at(-1)?.seq ?? null) : null,
      alarms: raised.map(({ youngPersonId, ...alarm }) => ({
        ...alarm,
        about: masked(youngPersonId),
        who: nameOf.get(alarm.staffId) ?? "",
      })),
      most: await manyLookups(db),
      moment: at && staffId ? await momentOf(db, { me, now, staffId, at }) : null,
      csv: looks.length > 0 ? csvOf(looks) : "",
      damaged: damage?.seq ?? null,
    };
  },
});
