import { eq } from "drizzle-orm";
import { type Db, tables, transact } from "#db/index.server.ts";
import type {
  AssignmentKind,
  CaseState,
  Colour,
  ItemKind,
  ItemState,
  MeetingState,
  Presence,
  Role,
  Sector,
  Takeover,
} from "#db/vocabulary.ts";
import type { Actor } from "#domain/actor.ts";
import { asker } from "#domain/asker.server.ts";
import { now as clock } from "#domain/clock.server.ts";
import { type Answer, type Command, carryOut, type Done } from "#domain/command.server.ts";
import { newId } from "#domain/ids.server.ts";
import { answer, type Query } from "#domain/query.server.ts";
import { presetBases } from "#domain/sharing/bases.server.ts";
import { danishSortKey } from "#domain/text.ts";

export const TODAY = "2026-11-21";
export const NOW = "2026-11-21T09:00:00.000Z";
const LONG_AGO = "2020-01-01";

/** Somebody signed in, as the doors see them. */
export const as = (staffId: string): Actor => ({ kind: "staff", id: staffId, sessionId: `session-${staffId}` });

/** Somebody whose session has just given the whole proof, or gave it at that moment: for what asks for a fresh one. */
export async function aFreshSession(
  staffId: string,
  freshAt: string | null = clock(),
): Promise<Actor & { kind: "staff" }> {
  const id = newId();
  const seenAt = freshAt ?? clock();
  const endsAt = new Date(Date.parse(seenAt) + 8 * 3_600_000).toISOString();
  await transact((db) =>
    db
      .insert(tables.session)
      .values({ id, staffId, tokenHash: newId(), device: "", startedAt: seenAt, seenAt, endsAt, freshAt }),
  );
  return { kind: "staff", id: staffId, sessionId: id };
}

const moment = (now?: string) => now ?? clock();

/** Carries out a command as a staff member. */
export const tryTo = <I, A>(
  of: Command<I, A>,
  input: unknown,
  staffId: string,
  { key = newId(), now }: { key?: string; now?: string } = {},
): Promise<Answer<A>> => carryOut(of, input, asker(as(staffId), moment(now), "page"), key);

/** The same, when it must succeed. */
export async function does<I, A>(
  of: Command<I, A>,
  input: unknown,
  staffId: string,
  options?: { key?: string; now?: string },
): Promise<Done<A>> {
  const done = await tryTo(of, input, staffId, options);
  if (!done.ok) throw new Error(`${of.name}: ${JSON.stringify(done)}`);
  return done;
}

export const asks = <I, O>(of: Query<I, O>, input: I, staffId: string, now?: string): Promise<O> =>
  answer(of, input, asker(as(staffId), moment(now), "page"));

let n = 0;

export async function aDepartment(
  set: { name?: string; mark?: string; sector?: Sector; colour?: Colour; takesOver?: Takeover } = {},
): Promise<string> {
  const id = newId();
  n += 1;
  await transact((db) =>
    db.insert(tables.department).values({
      id,
      name: set.name ?? `Afdeling ${n}`,
      mark: set.mark ?? "AF",
      colour: set.colour ?? "petrol",
      sector: set.sector ?? "municipality",
      takesOver: set.takesOver ?? null,
      fromOn: LONG_AGO,
    }),
  );
  return id;
}

/** A staff member with roles, in a department when one is given (its representative when said so). */
export async function aStaffMember(
  roles: Role | Role[],
  set: { name?: string; departmentId?: string; representative?: boolean } = {},
): Promise<string> {
  const id = newId();
  n += 1;
  const name = set.name ?? `Medarbejder ${n}`;
  await transact(async (db) => {
    await db.insert(tables.staff).values({ id, name, sortKey: danishSortKey(name), username: `bruger${n}` });
    for (const role of [roles].flat())
      await db.insert(tables.roleGrant).values({ id: newId(), staffId: id, role, fromOn: LONG_AGO });
    if (set.departmentId)
      await db.insert(tables.membership).values({
        id: newId(),
        staffId: id,
        departmentId: set.departmentId,
        representative: set.representative ?? false,
        fromOn: LONG_AGO,
      });
  });
  return id;
}

export async function aYoungPerson(
  set: { firstName?: string; lastName?: string; bornOn?: string } = {},
): Promise<string> {
  const id = newId();
  n += 1;
  const { firstName = "Alma", lastName = `Prøvegaard ${n}`, bornOn = "2009-04-21" } = set;
  await transact((db) =>
    db
      .insert(tables.youngPerson)
      .values({ id, firstName, lastName, sortKey: danishSortKey(`${lastName} ${firstName}`), bornOn, synthetic: true }),
  );
  return id;
}

/** The case of a young person, as it stands: active unless it is said otherwise. */
export async function aCase(youngPersonId: string, state: CaseState = "active"): Promise<string> {
  const id = newId();
  await transact((db) =>
    db.insert(tables.coordinationCase).values({ id, youngPersonId, state, sinceOn: LONG_AGO, openedOn: LONG_AGO }),
  );
  return id;
}

export async function anAssignment(
  youngPersonId: string,
  staffId: string,
  kind: AssignmentKind = "guide",
  primary = kind === "guide",
  reviewedOn: string | null = null,
): Promise<string> {
  const id = newId();
  await transact((db) =>
    db.insert(tables.assignment).values({ id, youngPersonId, staffId, kind, primary, reviewedOn, fromOn: LONG_AGO }),
  );
  return id;
}

export async function aMeeting(set: {
  chairId: string;
  typeCode?: string;
  minuteTakerId?: string;
  startsAt?: string;
  endsAt?: string;
  state?: MeetingState;
  members?: string[];
}): Promise<string> {
  const id = newId();
  const {
    chairId,
    minuteTakerId = chairId,
    startsAt = "2026-11-21T08:00:00.000Z",
    endsAt = "2026-11-21T10:30:00.000Z",
    state = "published",
  } = set;
  await transact(async (db) => {
    await db.insert(tables.meeting).values({
      id,
      typeCode: set.typeCode ?? "coordination",
      startsAt,
      endsAt,
      chairId,
      minuteTakerId,
      state,
      startedAt: state === "running" ? startsAt : null,
    });
    for (const staffId of set.members ?? []) await db.insert(tables.meetingMember).values({ meetingId: id, staffId });
  });
  return id;
}

/** The department somebody comes from: the first they work in, or the municipality's own where they have none. */
async function comesFrom(db: Db, staffId: string): Promise<string> {
  const [known] = await db.select().from(tables.membership).where(eq(tables.membership.staffId, staffId));
  if (known) return known.departmentId;
  const departmentId = newId();
  const own = { name: "Kommunen", mark: "KO", colour: "petrol", sector: "municipality", fromOn: LONG_AGO } as const;
  await db.insert(tables.department).values({ id: departmentId, ...own });
  await db.insert(tables.membership).values({ id: newId(), staffId, departmentId, fromOn: LONG_AGO });
  return departmentId;
}

/** Somebody is asked to an item, with the basis that own people have. */
export async function isAsked(
  db: Db,
  item: { id: string; youngPersonId: string | null; question: string },
  seat: { staffId: string; departmentId?: string | null; presence?: Presence | null; standsInForId?: string },
): Promise<void> {
  const departmentId = seat.departmentId ?? (await comesFrom(db, seat.staffId));
  await db.insert(tables.participant).values({ ...seat, id: newId(), itemId: item.id, kind: "staff", departmentId });
  const now = "2020-01-01T00:00:00.000Z";
  await presetBases({ db, newId, now, today: TODAY }, item, [departmentId]);
}

export async function anItem(set: {
  meetingId: string;
  youngPersonId?: string | null;
  kind?: ItemKind;
  state?: ItemState;
  position?: number;
  invited?: { staffId: string; departmentId?: string; presence?: Presence }[];
  openedAt?: string;
}): Promise<string> {
  const id = newId();
  const { meetingId, youngPersonId = null, state = "planned", position = 1, invited = [], openedAt = null } = set;
  const question = "Hvem tager over, når støtten stopper ved 18 år?";
  await transact(async (db) => {
    await db.insert(tables.agendaItem).values({
      id,
      meetingId,
      youngPersonId,
      kind: set.kind ?? (youngPersonId ? "person" : "common"),
      question,
      minutes: 20,
      position,
      state,
      openedAt: state === "open" ? (openedAt ?? clock()) : openedAt,
    });
    await db.insert(tables.itemClosing).values({ id });
    for (const seat of invited) await isAsked(db, { id, youngPersonId, question }, seat);
  });
  return id;
}
