import { eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { assignmentKinds, placeEndings } from "#db/vocabulary.ts";
import { may, type Verdict } from "../access/decide.server.ts";
import { command } from "../command.server.ts";
import { invalid, missing } from "../errors.ts";
import { tellGivenOn } from "../guides/not-coming.server.ts";
import { tellGuides } from "../guides/team-tell.server.ts";
import {
  anyText,
  chosenId,
  input,
  optionalId,
  optionalWord,
  rowId,
  seenVersion,
  word,
  yesNo,
} from "../input.server.ts";
import { pastDayOrNone } from "../typed-day.server.ts";
import { lacksContact } from "./contact.server.ts";
import { couldBeContact, end, place, touchItems } from "./place.server.ts";

const { assignment } = tables;

const rowOf = async (db: Db, id: string) => (await db.select().from(assignment).where(eq(assignment.id, id)))[0];

/** Says who is guide, STU team member, caseworker or lead worker, and whether that is the one contact person. */
export const assign = command("assign", {
  input: input({
    id: optionalId,
    youngPersonId: rowId,
    staffId: chosenId,
    kind: word(assignmentKinds),
    primary: yesNo,
    fromOn: anyText(40),
  }),
  allow: ({ db, actor, now, today, input: { youngPersonId } }) =>
    may(db, { actor, now, today }, "person:assign", youngPersonId),
  async run(work) {
    const { input, today } = work;
    // The right it gives begins with the press, so it can have begun before, but not be promised for later.
    const fromOn = pastDayOrNone("fromOn", input.fromOn, today) ?? today;
    return { id: await place(work, { ...input, fromOn }) };
  },
});

/** Ends a place with a young person. While others go along, one of them is the contact person: whoever ends that place names the next. */
export const endAssignment = command("end-assignment", {
  input: input({
    ...{ id: rowId, version: seenVersion, contactId: optionalId },
    endedFor: optionalWord(placeEndings),
  }),
  async allow({ db, actor, now, today, input: { id } }): Promise<Verdict> {
    const row = await rowOf(db, id);
    return row ? may(db, { actor, now, today }, "person:assign", row.youngPersonId) : { no: "missing" };
  },
  async run(work) {
    const row = await rowOf(work.db, work.input.id);
    if (!row) throw missing();
    const { db, input, today } = work;
    const { youngPersonId } = row;
    const others = (await couldBeContact(db, youngPersonId, today)).filter(({ id }) => id !== row.id);
    const next = others.find(({ id }) => id === input.contactId);
    if (row.primary && others.length > 0 && !next) throw invalid("contactId", "choose");
    await end(work, { ...row, version: input.version }, input.endedFor);
    await tellGivenOn(work, row);
    if (row.primary && next) await place(work, { ...next, primary: true });
    else await touchItems(work, youngPersonId);
    if (row.primary && !next && (await lacksContact(db, youngPersonId, undefined, today))) await tellGuides(work);
  },
});
