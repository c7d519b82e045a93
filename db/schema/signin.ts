import { at, bytes, id, index, int, table, text, uniqueIndex } from "../columns.ts";
import { staff } from "./staff.ts";

/** The secret of somebody's code app; a code is accepted once, and none older than the last. */
export const totp = table(
  "totp",
  {
    id: id(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    cipher: bytes().notNull(),
    addedAt: at().notNull(),
    lastStep: int().notNull(),
  },
  (t) => [uniqueIndex("totp_staff").on(t.staffId)],
);

/** A code on paper for the day the phone is lost; each works once. */
export const recoveryCode = table(
  "recovery_code",
  {
    id: id(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    codeHash: text().notNull(),
    usedAt: at(),
  },
  (t) => [index("recovery_code_staff").on(t.staffId)],
);

/** A key that somebody's phone or computer holds and opens with a finger, a face or a PIN. */
export const passkey = table(
  "passkey",
  {
    id: id(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    credentialId: text().notNull(),
    publicKey: bytes().notNull(),
    counter: int().notNull(),
    transports: text().notNull(),
    name: text().notNull(),
    addedAt: at().notNull(),
    usedAt: at(),
  },
  (t) => [uniqueIndex("passkey_credential").on(t.credentialId), index("passkey_staff").on(t.staffId)],
);

/** By which name another sign-in knows somebody: found by the subject alone, never by name or address. */
export const staffIdentity = table(
  "staff_identity",
  {
    id: id(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    issuer: text().notNull(),
    subject: text().notNull(),
    addedAt: at().notNull(),
  },
  (t) => [uniqueIndex("staff_identity_subject").on(t.issuer, t.subject), index("staff_identity_staff").on(t.staffId)],
);
