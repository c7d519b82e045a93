import { eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { decide, may } from "../access/decide.server.ts";
import { staffIdOf } from "../actor.ts";
import { command } from "../command.server.ts";
import { invalid, missing } from "../errors.ts";
import { ids, input, rowId, someText } from "../input.server.ts";
import { staffTopic } from "../topics.ts";
import { openNote, sealNote } from "./envelope.server.ts";

const { reasonGiven, sealedNote, sealedNoteReader } = tables;

/**
 * What is said of a sealed note in the log names the note and never the young person: whoever reads the log of the young
 * person learns of no note that does not name them.
 */

/** Writes a note that only those it names can open. It cannot be changed afterwards. */
export const writeSealedNote = command("write-sealed-note", {
  input: input({ youngPersonId: rowId, readers: ids, text: someText(4000) }),
  allow: ({ db, actor, now, today, input: { youngPersonId } }) =>
    may(db, { actor, now, today }, "person:note", youngPersonId),
  fresh: true,
  secret: true,
  async run({ db, input: { youngPersonId, readers, text }, actor, now, today, newId, record, reload }) {
    const authorId = staffIdOf(actor);
    const named = [...new Set([authorId, ...readers])];
    // Only whoever sees the young person anyway can be named: a note gives nobody a right.
    for (const id of named) {
      const asking = { actor: { kind: "staff", id, sessionId: "" } as const, now, today };
      if ((await decide(db, asking, "person:see", youngPersonId)) === null) throw invalid("readers", "choose");
    }
    const id = newId();
    await db.insert(sealedNote).values({ id, youngPersonId, authorId, ...sealNote(text, id), writtenAt: now });
    for (const staffId of named) await db.insert(sealedNoteReader).values({ noteId: id, staffId });
    record({ kind: "sealed-note-written", facts: { note: id, readers: named.length } });
    reload(...named.map(staffTopic));
    return { id };
  },
});

/** Shows a note to one it names, who says why. */
export const openSealedNote = command("open-sealed-note", {
  input: input({ id: rowId, reason: someText(500) }),
  allow: ({ db, actor, now, today, input: { id } }) => may(db, { actor, now, today }, "note:see", id),
  fresh: true,
  secret: true,
  async run({ db, input: { id, reason }, actor, now, newId, record }) {
    const [note] = await db.select().from(sealedNote).where(eq(sealedNote.id, id));
    if (!note?.wrappedKey || !note.cipher) throw missing();
    const staffId = staffIdOf(actor);
    await db
      .insert(reasonGiven)
      .values({ id: newId(), staffId, opened: "sealed_note", rowId: id, words: reason, at: now });
    record({ kind: "sealed-note-opened", facts: { note: id } });
    return { id, text: openNote({ wrappedKey: note.wrappedKey, cipher: note.cipher }, id) };
  },
});

/** Text and key are gone for good; that there was a note stays, for nobody to open. */
export const destroySealedNote = command("destroy-sealed-note", {
  input: input({ id: rowId }),
  allow: ({ db, actor, now, today, input: { id } }) => may(db, { actor, now, today }, "note:destroy", id),
  fresh: true,
  async run({ db, input: { id }, now, record, reload }) {
    await db.update(sealedNote).set({ wrappedKey: null, cipher: null, destroyedAt: now }).where(eq(sealedNote.id, id));
    const readers = await db.select().from(sealedNoteReader).where(eq(sealedNoteReader.noteId, id));
    record({ kind: "sealed-note-destroyed", facts: { note: id } });
    reload(...readers.map(({ staffId }) => staffTopic(staffId)));
  },
});
