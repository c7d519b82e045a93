import { sql } from "drizzle-orm";
import { at, check, flag, id, index, on, oneOf, table, text, uniqueIndex, version } from "../columns.ts";
import { assurances, colours, languages, providers, roles, sectors, takeovers } from "../vocabulary.ts";

/** A department of the municipality, or an organisation that sends people to the forum. */
export const department = table(
  "department",
  {
    id: id(),
    name: text().notNull(),
    mark: text().notNull(),
    colour: text({ enum: colours }).notNull(),
    sector: text({ enum: sectors }).notNull(),
    /** What it takes young people over for from their contact person; null: it does not. */
    takesOver: text({ enum: takeovers }),
    fromOn: on().notNull(),
    toOn: on(),
    version: version(),
  },
  (t) => [
    oneOf("department_colour", t.colour, colours),
    oneOf("department_sector", t.sector, sectors),
    oneOf("department_takes_over", t.takesOver, takeovers),
  ],
);

export const staff = table(
  "staff",
  {
    id: id(),
    name: text().notNull(),
    sortKey: text().notNull(),
    title: text().notNull().default(""),
    username: text().notNull(),
    phone: text(),
    /** Where the daily mail goes; without it none is sent. */
    email: text(),
    wantsMail: flag().notNull().default(true),
    language: text({ enum: languages }).notNull().default("da"),
    singleKeys: flag().notNull().default(true),
    /** scrypt with its parameters; null until the person has chosen a password. */
    password: text(),
    endedAt: at(),
    version: version(),
  },
  (t) => [uniqueIndex("staff_username").on(t.username)],
);

/** Who works where, and from when to when; the representative stands for the department in the room. */
export const membership = table(
  "membership",
  {
    id: id(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    departmentId: text()
      .notNull()
      .references(() => department.id),
    representative: flag().notNull().default(false),
    fromOn: on().notNull(),
    toOn: on(),
    version: version(),
  },
  (t) => [index("membership_staff").on(t.staffId), index("membership_department").on(t.departmentId)],
);

export const roleGrant = table(
  "role_grant",
  {
    id: id(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    role: text({ enum: roles }).notNull(),
    fromOn: on().notNull(),
    toOn: on(),
    version: version(),
  },
  (t) => [index("role_grant_staff").on(t.staffId), oneOf("role_grant_role", t.role, roles)],
);

/** Days on which somebody is not at work, and who looks after what is theirs meanwhile. Why is nobody's business. */
export const staffAbsence = table(
  "staff_absence",
  {
    id: id(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    fromOn: on().notNull(),
    /** The last day away. */
    toOn: on().notNull(),
    /** Null while nobody has been found. */
    coveredById: text().references(() => staff.id),
    removedAt: at(),
    version: version(),
  },
  (t) => [
    index("staff_absence_staff").on(t.staffId),
    check("staff_absence_order", sql`${t.toOn} >= ${t.fromOn}`),
    check("staff_absence_other", sql`${t.coveredById} is null or ${t.coveredById} <> ${t.staffId}`),
  ],
);

/** A signed-in browser; only the hash of what the browser holds is kept. */
export const session = table(
  "session",
  {
    id: id(),
    tokenHash: text().notNull(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    device: text().notNull(),
    startedAt: at().notNull(),
    seenAt: at().notNull(),
    endsAt: at().notNull(),
    endedAt: at(),
    /** When somebody last proved to be this person; what asks for a fresh proof asks this. */
    freshAt: at(),
    /** Who said who it is, and how surely. */
    provider: text({ enum: providers }).notNull().default("local"),
    assurance: text({ enum: assurances }).notNull().default("low"),
  },
  (t) => [uniqueIndex("session_token").on(t.tokenHash), index("session_staff").on(t.staffId)],
);

/** A one-time link with which somebody chooses the first password. */
export const signInLink = table(
  "sign_in_link",
  {
    id: id(),
    tokenHash: text().notNull(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    expiresAt: at().notNull(),
    usedAt: at(),
  },
  (t) => [uniqueIndex("sign_in_link_token").on(t.tokenHash)],
);
