import * as tables from "./schema/index.ts";
import { classed } from "./sensitivity.ts";

/** The classes of who works here, and of how they sign in. */
export const staffClasses = {
  staff: classed(tables.staff, {
    K1: ["id", "language", "singleKeys", "wantsMail", "endedAt", "version"],
    K2: ["name", "sortKey", "title", "username", "phone", "email"],
    K3: ["password"],
  }),
  dailyMail: classed(tables.dailyMail, {
    K1: ["id"],
    K2: ["staffId", "forOn", "countedAt", "fresh", "toAnswer", "late", "sentAt"],
  }),
  membership: classed(tables.membership, {
    K1: ["id", "staffId", "departmentId", "representative", "fromOn", "toOn", "version"],
  }),
  roleGrant: classed(tables.roleGrant, { K1: ["id", "staffId", "role", "fromOn", "toOn", "version"] }),
  staffAbsence: classed(tables.staffAbsence, {
    K1: ["id", "removedAt", "version"],
    K2: ["staffId", "fromOn", "toOn", "coveredById"],
  }),
  session: classed(tables.session, {
    K1: ["id"],
    K2: ["staffId", "device", "startedAt", "seenAt", "endsAt", "endedAt", "freshAt", "provider", "assurance"],
    K3: ["tokenHash"],
  }),
  totp: classed(tables.totp, { K1: ["id"], K2: ["staffId", "addedAt"], K3: ["cipher", "lastStep"] }),
  recoveryCode: classed(tables.recoveryCode, { K1: ["id"], K2: ["staffId", "usedAt"], K3: ["codeHash"] }),
  passkey: classed(tables.passkey, {
    K1: ["id"],
    K2: ["staffId", "name", "addedAt", "usedAt"],
    K3: ["credentialId", "publicKey", "counter", "transports"],
  }),
  staffIdentity: classed(tables.staffIdentity, { K1: ["id"], K2: ["staffId", "issuer", "subject", "addedAt"] }),
  signInLink: classed(tables.signInLink, { K1: ["id", "staffId", "expiresAt", "usedAt"], K3: ["tokenHash"] }),
};
