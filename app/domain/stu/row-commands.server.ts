import type * as z from "zod";
import type { Db } from "#db/index.server.ts";
import { command } from "../command.server.ts";
import type { EventKind } from "../events.ts";
import { input, optionalId, rowId, seenVersion } from "../input.server.ts";
import { insertOnce, revise } from "../revise.server.ts";
import type { Row } from "../topics.ts";
import type { View } from "../touched.server.ts";
import { type RowsOfCourse, writesCourse, writesRow } from "./allow.server.ts";
import { factsOf } from "./find.server.ts";
import { touchCourse } from "./tell.server.ts";

type Names = readonly [add: string, change: string, remove: string];
type Events = readonly [added: EventKind, changed: EventKind, removed: EventKind];
type Of<R extends Row, S extends z.ZodRawShape, F extends z.ZodRawShape> = {
  names: Names;
  events: Events;
  table: RowsOfCourse;
  view: View<R>;
  /** What is typed, and what a new row needs beside it. */
  shape: S;
  first: F;
  /** What was typed, as it is kept. @throws Declined `invalid` at the field */
  kept: (typed: z.output<z.ZodObject<S>>, at: { db: Db; today: string }) => object;
};

/** The three commands of a kind of row that stands about a course: written down, changed, taken off when it was a mistake. */
export function rowCommands<R extends Row, S extends z.ZodRawShape, F extends z.ZodRawShape>(of: Of<R, S, F>) {
  const { names, events, table, view, shape, first, kept } = of;
  type Typed = z.output<z.ZodObject<S>>;
  const add = command(names[0], {
    input: input({ id: optionalId, courseId: rowId, ...first, ...shape }),
    allow: (at) => writesCourse(at as never),
    async run(work) {
      const { id: given, ...typed } = work.input as { id: string | null; courseId: string } & Typed;
      const course = await factsOf(work.db, typed.courseId);
      const id = given ?? work.newId();
      await insertOnce(work.db, table, { ...typed, ...kept(typed as never, work), id } as never);
      work.record({ kind: events[0], youngPersonId: course.youngPersonId, facts: { course: course.id, row: id } });
      await touchCourse(work, course, view, id);
      return { id };
    },
  });
  const change = command(names[1], {
    input: input({ id: rowId, version: seenVersion, ...shape }),
    allow: (at) => writesRow(at as never, table),
    async run(work) {
      const { id, version, ...typed } = work.input as { id: string; version: number } & Typed;
      const set = { ...typed, ...kept(typed as never, work) };
      const row = (await revise(work.db, table, { id, version }, set as never, work.by)) as { courseId: string };
      const course = await factsOf(work.db, row.courseId);
      work.record({ kind: events[1], youngPersonId: course.youngPersonId, facts: { course: course.id, row: id } });
      await touchCourse(work, course, view, id);
    },
  });
  const remove = command(names[2], {
    input: input({ id: rowId, version: seenVersion }),
    allow: (at) => writesRow(at, table),
    async run(work) {
      const { by, db, input: seen } = work;
      const row = (await revise(db, table, seen, { removedAt: by.now } as never, by)) as { courseId: string };
      const course = await factsOf(db, row.courseId);
      work.record({ kind: events[2], youngPersonId: course.youngPersonId, facts: { course: course.id, row: seen.id } });
      await touchCourse(work, course, view, seen.id);
    },
  });
  return { add, change, remove };
}
