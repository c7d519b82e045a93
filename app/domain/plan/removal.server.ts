import { command, type Work } from "../command.server.ts";
import type { EventKind } from "../events.ts";
import { input, rowId, seenVersion } from "../input.server.ts";
import { revise } from "../revise.server.ts";
import { personTopic, type Row } from "../topics.ts";
import type { View } from "../touched.server.ts";
import { mayWriteRow, type RowsOfPlan } from "./allow.server.ts";

/** What else leans on the row. */
type Tell = (work: Work<unknown>, youngPersonId: string) => Promise<void>;

type Removed = { id: string; youngPersonId: string };

/** The command that takes a row off the plan which was written by mistake; what stood in it is kept with its former versions. */
export const removal = <R extends Row>(name: string, table: RowsOfPlan, view: View<R>, kind: EventKind, tell?: Tell) =>
  command(name, {
    input: input({ id: rowId, version: seenVersion }),
    allow: (at) => mayWriteRow(at, table),
    async run(work) {
      const { db, input, by, record, touch } = work;
      const { id, youngPersonId } = (await revise(db, table, input, { removedAt: by.now }, by)) as Removed;
      record({ kind, youngPersonId, facts: { row: id } });
      touch(personTopic(youngPersonId), view, id);
      await tell?.(work, youngPersonId);
    },
  });
