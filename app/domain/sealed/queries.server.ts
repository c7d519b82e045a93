import { and, desc, eq, inArray } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type Asking, asked, decide } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";

const { sealedNote, sealedNoteReader } = tables;

export type SealedNote = { id: string; authorId: string; writtenAt: string; readers: string[]; mayDestroy: boolean };

/** The notes about a young person that name the asker: who wrote them and when, and for whom; never a word of them. */
export async function sealedNotesFor(db: Db, asking: Asking, youngPersonId: string): Promise<SealedNote[]> {
  const rows = await db
    .select({ id: sealedNote.id, authorId: sealedNote.authorId, writtenAt: sealedNote.writtenAt })
    .from(sealedNote)
    .where(and(eq(sealedNote.youngPersonId, youngPersonId), scope("note:see")))
    .orderBy(desc(sealedNote.writtenAt))
    .prepare()
    .execute(asked(asking));
  const named = await db
    .select()
    .from(sealedNoteReader)
    .where(
      inArray(
        sealedNoteReader.noteId,
        rows.map(({ id }) => id),
      ),
    );
  const notes: SealedNote[] = [];
  for (const row of rows)
    notes.push({
      ...row,
      readers: named.filter(({ noteId }) => noteId === row.id).map(({ staffId }) => staffId),
      mayDestroy: (await decide(db, asking, "note:destroy", row.id)) !== null,
    });
  return notes;
}
