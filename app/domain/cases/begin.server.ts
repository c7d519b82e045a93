import { and, eq, isNotNull, isNull, ne, notExists, sql } from "drizzle-orm";
import { type Db, read, tables } from "#db/index.server.ts";
import { onlySystem } from "../access/decide.server.ts";
import { system } from "../actor.ts";
import { asker } from "../asker.server.ts";
import { carryOut, command } from "../command.server.ts";
import { newId } from "../ids.server.ts";
import { input } from "../input.server.ts";
import { dayOf } from "../moments.ts";
import { SECTION_115 } from "../sharing/rules.ts";

const { agendaItem, assignment, coordinationCase, meeting, youngPerson } = tables;

const withoutCase = (db: Db) =>
  db
    .select({ id: youngPerson.id })
    .from(youngPerson)
    .where(
      notExists(
        db
          .select({ id: coordinationCase.id })
          .from(coordinationCase)
          .where(eq(coordinationCase.youngPersonId, youngPerson.id)),
      ),
    );

const begin = command("begin-cases", {
  input: input({}),
  allow: onlySystem("system"),
  async run({ db, today, newId, record }) {
    const people = await withoutCase(db);
    const known = await db
      .select({ id: assignment.youngPersonId, day: sql<string>`min(${assignment.fromOn})` })
      .from(assignment)
      .groupBy(assignment.youngPersonId);
    const held = await db
      .select({ id: agendaItem.youngPersonId, at: sql<string>`min(${meeting.startsAt})` })
      .from(agendaItem)
      .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
      .where(
        and(
          isNotNull(agendaItem.youngPersonId),
          isNull(agendaItem.removedAt),
          eq(agendaItem.state, "handled"),
          ne(meeting.typeCode, SECTION_115),
        ),
      )
      .groupBy(agendaItem.youngPersonId);
    const knownOn = new Map(known.map(({ id, day }) => [id, day]));
    const heldOn = new Map(held.map(({ id, at }) => [id, dayOf(at)]));
    for (const { id: youngPersonId } of people) {
      const first = heldOn.get(youngPersonId);
      const openedOn = [knownOn.get(youngPersonId), first, today].reduce<string>(
        (earliest, day) => (day && day < earliest ? day : earliest),
        today,
      );
      const stands = { state: first ? "active" : "accepted", sinceOn: first ?? openedOn } as const;
      await db.insert(coordinationCase).values({ id: newId(), youngPersonId, openedOn, ...stands });
    }
    record({ kind: "cases-begun", facts: { cases: people.length } });
  },
});

/** Young people from before there were cases: theirs is active where a meeting has taken them up, else accepted. */
export async function beginCases(now: string): Promise<void> {
  const old = await read((db) => withoutCase(db).limit(1));
  if (old.length > 0) await carryOut(begin, {}, asker(system, now, "system"), newId());
}
