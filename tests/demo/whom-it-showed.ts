import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { and, eq, gt } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase, rawDatabase, read, tables } from "#db/index.server.ts";
import { ALL_ACTIONS, AT_ONCE } from "#domain/actions/filters.ts";
import { actionFor, myActions } from "#domain/actions/queries.server.ts";
import { agendaFor } from "#domain/agenda/agenda-for.server.ts";
import { findToAdd } from "#domain/agenda/find-to-add.server.ts";
import { asker } from "#domain/asker.server.ts";
import { boardFor } from "#domain/board/queries.server.ts";
import { now, startClockAt } from "#domain/clock.server.ts";
import { Declined } from "#domain/errors.ts";
import { meetingsFor } from "#domain/meetings/queries.server.ts";
import { minutesFor } from "#domain/minutes/minutes-for.server.ts";
import { peopleAround } from "#domain/people/around.server.ts";
import { initialsOf } from "#domain/people/initials.ts";
import { newPersonForm, possibleDuplicates } from "#domain/people/queries.server.ts";
import { answer, type Query } from "#domain/query.server.ts";
import { screenFor } from "#domain/screen/queries.server.ts";
import { DEMO_SIGN_INS } from "#domain/signin/demo-sign-ins.ts";
import { startFor } from "#domain/start/queries.server.ts";
import { openAt } from "./whole-database.ts";

type Person = { id: string; firstName: string; lastName: string };
let young: Person[] = [];
let staff: { id: string }[] = [];
let meetings: string[] = [];
let items: { id: string; meetingId: string }[] = [];
let agreements: string[] = [];

let sessions = 0;

const inParts = ({ firstName, lastName }: Omit<Person, "id">) =>
  `"firstName":${JSON.stringify(firstName)},"lastName":${JSON.stringify(lastName)}`;

/** Whom an answer tells of: by id, or by the whole name. */
function toldOf(text: string): string[] {
  return young
    .filter(
      ({ id, firstName, lastName }) =>
        text.includes(id) ||
        text.includes(`${firstName} ${lastName}`) ||
        text.includes(inParts({ firstName, lastName })),
    )
    .map(({ id }) => id)
    .sort();
}

/** Asks in a session of its own, and holds whom the answer tells of against the log. Answers how many it told of; null for a "no". */
async function heldAgainstLog<I, O>(of: Query<I, O>, input: I, staffId: string): Promise<number | null> {
  sessions += 1;
  const sessionId = `session-${sessions}`;
  const { seq: before } = rawDatabase().prepare("select max(seq) as seq from log").get() as { seq: number };
  let out: O;
  try {
    out = await answer(of, input, asker({ kind: "staff", id: staffId, sessionId }, now(), "page"));
  } catch (error) {
    if (!(error instanceof Declined)) throw error;
    return null;
  }
  const { log } = tables;
  const rows = await read((db) =>
    db
      .select()
      .from(log)
      .where(and(gt(log.seq, before), eq(log.sessionId, sessionId))),
  );
  const logged = new Set(rows.map(({ youngPersonId }) => youngPersonId));
  const text = JSON.stringify(out);
  const told = toldOf(text);
  expect(
    told.filter((id) => !logged.has(id)),
    `${of.name} for ${staffId}`,
  ).toEqual([]);
  // And nobody who was not shown at all: at the least their first name or their initials stand there.
  const shows = (id: string | null) => {
    const one = young.find((each) => each.id === id);
    return one && (text.includes(one.firstName) || text.includes(initialsOf(one)));
  };
  const beyond = [...logged].filter((id) => id && !told.includes(id) && !shows(id));
  expect(beyond, `${of.name} for ${staffId}`).toEqual([]);
  return told.length;
}

/** Everybody asks for everything; the most that one answer told of. */
async function everybody<I, O>(of: Query<I, O>, inputs: I[], each = 1): Promise<number> {
  let most = 0;
  for (const { id } of staff)
    for (const [n, input] of inputs.entries())
      if (n % each === sessions % each) most = Math.max(most, (await heldAgainstLog(of, input, id)) ?? 0);
  return most;
}

/** Everybody of the demo in this folder asks for everything, in a copy of it: whom the answers tell of is what the log says. */
export function whomItShowed(folder: string): void {
  describe("everybody asks for everything", () => {
    beforeAll(async () => {
      startClockAt("2026-11-24T05:30:00.000Z");
      copyFileSync(join(folder, "first.db"), join(folder, "asked.db"));
      await openAt(folder, "asked.db");
      await read(async (db) => {
        young = await db.select().from(tables.youngPerson);
        // The people of the demo: one of each role, and some of several.
        const known = await db.select({ id: tables.staff.id, username: tables.staff.username }).from(tables.staff);
        staff = known.filter(({ username }) => DEMO_SIGN_INS.includes(username));
        meetings = (await db.select({ id: tables.meeting.id }).from(tables.meeting)).map(({ id }) => id);
        items = await db
          .select({ id: tables.agendaItem.id, meetingId: tables.agendaItem.meetingId })
          .from(tables.agendaItem);
        agreements = (await db.select({ id: tables.action.id }).from(tables.action)).map(({ id }) => id);
      });
    });
    afterAll(() => void openDatabase(join(folder, "first.db")));

    test("the log holds exactly whom a start page showed, for everybody", async () => {
      expect(await everybody(startFor, [{}])).toBeGreaterThan(5);
    }, 120_000);

    test("the list of meetings tells of nobody", async () => {
      expect(await everybody(meetingsFor, [{ held: 20, make: null }])).toBe(0);
    }, 120_000);

    test("the log holds exactly whom the own and the department's agreements showed", async () => {
      expect(await everybody(myActions, [{ filters: ALL_ACTIONS, shown: AT_ONCE }])).toBeGreaterThan(3);
      expect(
        await everybody(
          actionFor,
          agreements.map((id) => ({ id })),
          211,
        ),
      ).toBe(1);
    }, 120_000);

    test("the log holds exactly whom agendas, boards, minutes and big screens showed", async () => {
      const blank = { youngPersonId: null, wordsOf: null, removed: null };
      expect(
        await everybody(
          agendaFor,
          meetings.map((meetingId) => ({ meetingId, ...blank })),
          3,
        ),
      ).toBeGreaterThan(4);
      expect(
        await everybody(
          boardFor,
          items.map(({ id, meetingId }) => ({ meetingId, itemId: id })),
          17,
        ),
      ).toBeGreaterThan(4);
      expect(
        await everybody(
          minutesFor,
          meetings.map((meetingId) => ({ meetingId })),
          3,
        ),
      ).toBeGreaterThan(4);
      await everybody(
        screenFor,
        meetings.map((meetingId) => ({ meetingId })),
        3,
      );
    }, 240_000);

    test("the log holds exactly whom a search showed, and that there was one, without what was typed", async () => {
      const found = await everybody(
        findToAdd,
        meetings.map((meetingId) => ({ meetingId, name: "an" })),
        5,
      );
      expect(found).toBeGreaterThan(4);
      const searches = await read((db) => db.select().from(tables.log).where(eq(tables.log.kind, "searched")));
      expect(searches.length).toBeGreaterThan(0);
      for (const { facts } of searches) expect(Object.keys(facts)).toEqual(["found"]);
    }, 120_000);

    test("the log holds exactly whom the pages about people showed", async () => {
      const sample = young.filter((_, n) => n % 9 === 0).map(({ id }) => ({ id }));
      expect(await everybody(peopleAround, sample)).toBe(1);
      await everybody(
        newPersonForm,
        sample.map(({ id }) => ({ made: id })),
        3,
      );
      await everybody(possibleDuplicates, [{}]);
    }, 120_000);
  });
}
