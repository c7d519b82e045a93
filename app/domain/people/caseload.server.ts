import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { takenBackUntil } from "../cases/rules.ts";
import type { Work } from "../command.server.ts";
import { invalid, missing, refusedBecause } from "../errors.ts";
import { comesAfterAll, tellGivenOn } from "../guides/not-coming.server.ts";
import { isRowId } from "../input.server.ts";
import { formerly, insertOnce, revise } from "../revise.server.ts";
import { whoIsThere } from "./contact.server.ts";
import { assignmentsOf } from "./find.server.ts";
import type { MoveThought } from "./load.ts";
import { end, place, touchItems } from "./place.server.ts";

const { assignment, caseloadMove, caseloadMovePlace } = tables;

/** Places of one kind that are given from one colleague to another. */
export type CaseloadKind = "stu_team" | "guide";

/** More than anybody has. */
const MOST_AT_ONCE = 200;
/** Stands for nobody: those whose colleague does not do this work any more. */
export const NOBODY = "none";

/** What somebody thinks of, from the address of a team's page; what is no id is as if it were not there. */
export function moveThoughtIn(search: URLSearchParams): MoveThought {
  const [from, to] = [search.get("from") ?? "", search.get("to") ?? ""];
  return {
    from: from === NOBODY || isRowId(from) ? from : null,
    to: isRowId(to) ? to : null,
    chosen: search.getAll("young").filter(isRowId),
  };
}

/** Young people that were given to another just now. */
export type MoveMade = {
  id: string;
  version: number;
  fromId: string | null;
  toId: string;
  youngPeople: number;
  until: string;
};

type Giving = {
  kind: CaseloadKind;
  /** The id of a colleague, or `NOBODY`. */
  from: string;
  to: string;
  youngPeople: readonly string[];
  /** Who does this work today. */
  team: readonly string[];
};

/** @throws Declined `invalid` at the field */
export function mustBeMovable(
  { from, to, team }: Pick<Giving, "from" | "to" | "team">,
  chosen: { field: string; count: number },
): void {
  if (chosen.count === 0) throw invalid(chosen.field, "choose-young");
  if (chosen.count > MOST_AT_ONCE) throw invalid(chosen.field, "too-many-rows");
  if (!team.includes(to)) throw invalid("to", "choose");
  if (from === to) throw invalid("to", "moves-to-same");
}

/** Gives young people from one to another in one step, that can be taken back; whoever was their contact person hands that on too. */
export async function giveOn(work: Work<unknown>, giving: Giving): Promise<string> {
  const { db, now, by, newId, record } = work;
  const { from, to, kind } = giving;
  const moveId = newId();
  const fromId = from === NOBODY ? null : from;
  const youngPeople = giving.youngPeople.length;
  await insertOnce(db, caseloadMove, {
    id: moveId,
    fromId,
    toId: to,
    movedById: by.staffId,
    movedAt: now,
    youngPeople,
  });
  for (const youngPersonId of giving.youngPeople) await giveOne(work, { ...giving, moveId, youngPersonId });
  record({ kind: "caseload-moved", facts: { move: moveId, kind, from: fromId, to, youngPeople } });
  return moveId;
}

type Begun = { id: string; fromOn: string };
type One = Giving & { moveId: string; youngPersonId: string };

async function giveOne(work: Work<unknown>, { kind, moveId, youngPersonId, to, from, team }: One): Promise<void> {
  const { db, today, by, newId } = work;
  const standing = (await assignmentsOf(db, youngPersonId, today)).filter((one) => one.kind === kind);
  const own = standing.find(({ staffId }) => staffId === to);
  // Of nobody are those whose colleague has left the work.
  const former = standing.filter(({ staffId }) => (from === NOBODY ? !team.includes(staffId) : staffId === from));
  const keep = (assignmentId: string, begun: boolean, versionAfter: number) =>
    db.insert(caseloadMovePlace).values({ id: newId(), moveId, assignmentId, begun, versionAfter });
  for (const row of former) {
    await end(work, row);
    await tellGivenOn(work, row);
    await keep(row.id, false, row.version + 1);
  }
  const primary = [...former, own].some((row) => row?.primary);
  // With whom they are is whose place began last: behind another's an older place begins anew.
  const behind =
    own && standing.some((row) => !former.includes(row) && team.includes(row.staffId) && isAfter(row, own));
  if (behind) {
    await end(work, own);
    await keep(own.id, false, own.version + 1);
  }
  const id = await place(work, { youngPersonId, staffId: to, kind, primary }, "to");
  const begun = !own || behind === true;
  const [given] = await db.select().from(assignment).where(eq(assignment.id, id));
  // How often the young person is met goes along into a place that begins; who is there already has said it.
  const intensity = own?.intensity ?? former.find((row) => row.intensity !== null)?.intensity ?? null;
  const goesAlong = begun && given && intensity !== null;
  const stands = goesAlong ? await revise(db, assignment, given, { intensity }, by) : given;
  await keep(id, begun, stands?.version ?? 1);
}

const isAfter = (one: Begun, other: Begun) => `${one.fromOn} ${one.id}` > `${other.fromOn} ${other.id}`;

/** The places that a move ended, gave or changed, as they stand, with their version after it. */
const placesOf = (db: Db, moveId: string) =>
  db
    .select({ place: assignment, begun: caseloadMovePlace.begun, versionAfter: caseloadMovePlace.versionAfter })
    .from(caseloadMovePlace)
    .innerJoin(assignment, eq(assignment.id, caseloadMovePlace.assignmentId))
    .where(eq(caseloadMovePlace.moveId, moveId));

/** Whom a move of that kind gave on; empty for one of another kind. */
export async function movedBy(db: Db, kind: CaseloadKind, moveId: string): Promise<string[]> {
  const places = await placesOf(db, moveId);
  if (places.some(({ place: { kind: of } }) => of !== kind)) return [];
  return [...new Set(places.map(({ place: { youngPersonId } }) => youngPersonId))];
}

const AN_HOUR = 3_600_000;

/** The moves of the last minutes that can be taken back, the last first. */
export async function movesOf(db: Db, kind: CaseloadKind, now: string): Promise<MoveMade[]> {
  const lately = new Date(Date.parse(now) - AN_HOUR).toISOString();
  const rows = await db
    .select()
    .from(caseloadMove)
    .where(and(isNull(caseloadMove.takenBackAt), gt(caseloadMove.movedAt, lately)))
    .orderBy(desc(caseloadMove.movedAt));
  const made: MoveMade[] = [];
  for (const { id, version, fromId, toId, youngPeople, movedAt } of rows) {
    const until = takenBackUntil({ endedAt: movedAt }, now);
    if (until && (await movedBy(db, kind, id)).length > 0) made.push({ id, version, fromId, toId, youngPeople, until });
  }
  return made;
}

/**
 * Within ten minutes everybody is with whom they were; unless somebody has changed one of the places meanwhile, or is not there any more.
 * @returns whom it was about
 */
export async function takeBack(work: Work<{ id: string; version: number }>): Promise<string[]> {
  const { db, input, now, today, by, record, rights } = work;
  const [move] = await db.select().from(caseloadMove).where(eq(caseloadMove.id, input.id));
  if (!move) throw missing();
  if (move.takenBackAt || takenBackUntil({ endedAt: move.movedAt }, now) === null)
    throw refusedBecause("move-too-late");
  const places = await placesOf(db, move.id);
  if (places.some(({ place, versionAfter }) => place.version !== versionAfter))
    throw refusedBecause("caseload-changed");
  if (move.fromId !== null && !(await whoIsThere(db, today)).includes(move.fromId))
    throw refusedBecause("giver-stopped");
  await revise(db, caseloadMove, input, { takenBackAt: now }, by);
  // What began ends first, so that nobody is twice the contact person.
  for (const { place, begun } of places) if (begun) await end(work, place);
  for (const { place, begun } of places) {
    if (begun) continue;
    const former = await formerly(db, assignment, place);
    if (!former) throw missing();
    const { toOn, primary, departmentId, reviewedOn } = former.row;
    await revise(db, assignment, place, { toOn, primary, departmentId, reviewedOn }, by);
    const { youngPersonId, staffId, kind } = place;
    if (kind === "guide") await comesAfterAll(work, { youngPersonId, staffId });
    record({ kind: "assigned", youngPersonId, facts: { staffId, kind, primary } });
  }
  const youngPeople = [...new Set(places.map(({ place }) => place.youngPersonId))];
  for (const youngPersonId of youngPeople) await touchItems(work, youngPersonId);
  record({ kind: "caseload-move-taken-back", facts: { move: move.id, youngPeople: youngPeople.length } });
  rights();
  return youngPeople;
}
