import { eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { assignmentKinds } from "#db/vocabulary.ts";
import { may, type Verdict } from "../access/decide.server.ts";
import { command } from "../command.server.ts";
import { missing } from "../errors.ts";
import { input, optionalId, rowId, seenVersion, word, yesNo } from "../input.server.ts";
import { end, place, touchItems } from "./place.server.ts";

const { assignment } = tables;

const rowOf = async (db: Db, id: string) => (await db.select().from(assignment).where(eq(assignment.id, id)))[0];

/** Says who is guide, STU team member, caseworker or lead worker, and whether that is the one contact person. */
export const assign = command("assign", {
  input: input({ id: optionalId, youngPersonId: rowId, staffId: rowId, kind: word(assignmentKinds), primary: yesNo }),
  allow: ({ db, actor, today, input: { youngPersonId } }) => may(db, { actor, today }, "person:assign", youngPersonId),
  async run(work) {
    return { id: await place(work, work.input) };
  },
});

export const endAssignment = command("end-assignment", {
  input: input({ id: rowId, version: seenVersion }),
  async allow({ db, actor, today, input: { id } }): Promise<Verdict> {
    const row = await rowOf(db, id);
    return row ? may(db, { actor, today }, "person:assign", row.youngPersonId) : { no: "missing" };
  },
  async run(work) {
    const row = await rowOf(work.db, work.input.id);
    if (!row) throw missing();
    await end(work, { ...row, version: work.input.version });
    await touchItems(work, row.youngPersonId);
  },
});
