import { at, bytes, id, index, oneOf, primaryKey, table, text } from "../columns.ts";
import { openedThings } from "../vocabulary.ts";
import { youngPerson } from "./people.ts";
import { staff } from "./staff.ts";

/**
 * A note for named readers, under a key of its own that only the installation's key opens. It is never changed: it is written,
 * and at most destroyed, when text and key are gone.
 */
export const sealedNote = table(
  "sealed_note",
  {
    id: id(),
    youngPersonId: text()
      .notNull()
      .references(() => youngPerson.id),
    authorId: text()
      .notNull()
      .references(() => staff.id),
    wrappedKey: bytes(),
    cipher: bytes(),
    writtenAt: at().notNull(),
    destroyedAt: at(),
  },
  (t) => [index("sealed_note_young_person").on(t.youngPersonId)],
);

export const sealedNoteReader = table(
  "sealed_note_reader",
  {
    noteId: text()
      .notNull()
      .references(() => sealedNote.id),
    staffId: text()
      .notNull()
      .references(() => staff.id),
  },
  (t) => [primaryKey({ columns: [t.noteId, t.staffId] })],
);

/** Why somebody opened a sealed note or a protected address; the log says that they did. */
export const reasonGiven = table(
  "reason_given",
  {
    id: id(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    opened: text({ enum: openedThings }).notNull(),
    /** The note, or the young person. */
    rowId: text().notNull(),
    words: text().notNull(),
    at: at().notNull(),
  },
  (t) => [index("reason_given_row").on(t.rowId), oneOf("reason_given_opened", t.opened, openedThings)],
);
