import { isNull } from "drizzle-orm";
import {
  at,
  bytes,
  flag,
  id,
  index,
  int,
  on,
  oneOf,
  primaryKey,
  table,
  text,
  uniqueIndex,
  version,
} from "../columns.ts";
import { intensities, placeEndings } from "../guide-vocabulary.ts";
import { addressSources, assignmentKinds, duplicateMatches, duplicateOutcomes, identityKinds } from "../vocabulary.ts";
import { department, staff } from "./staff.ts";

export const youngPerson = table(
  "young_person",
  {
    id: id(),
    firstName: text().notNull(),
    lastName: text().notNull(),
    sortKey: text().notNull(),
    bornOn: on().notNull(),
    /** Their own; empty when nobody has written it. */
    phone: text().notNull().default(""),
    synthetic: flag().notNull().default(false),
    version: version(),
  },
  (t) => [index("young_person_sort").on(t.sortKey, t.id)],
);

/** A CPR number: encrypted, found again by its keyed hash, never shown but masked. */
export const identityNumber = table(
  "identity_number",
  {
    id: id(),
    youngPersonId: text()
      .notNull()
      .references(() => youngPerson.id),
    kind: text({ enum: identityKinds }).notNull(),
    cipher: bytes().notNull(),
    blindIndex: text().notNull(),
    fromOn: on().notNull(),
  },
  (t) => [uniqueIndex("identity_number_blind").on(t.blindIndex), index("identity_number_person").on(t.youngPersonId)],
);

/** A birth that stands twice: a coordinator looks at it; whoever typed it learns nothing. */
export const possibleDuplicate = table(
  "possible_duplicate",
  {
    id: id(),
    youngPersonId: text()
      .notNull()
      .references(() => youngPerson.id),
    existingId: text()
      .notNull()
      .references(() => youngPerson.id),
    foundBy: text({ enum: duplicateMatches }).notNull(),
    foundOn: on().notNull(),
    settledOn: on(),
    outcome: text({ enum: duplicateOutcomes }),
    version: version(),
  },
  (t) => [
    index("possible_duplicate_existing").on(t.existingId),
    oneOf("possible_duplicate_found_by", t.foundBy, duplicateMatches),
    oneOf("possible_duplicate_outcome", t.outcome, duplicateOutcomes),
  ],
);

/** The departments that a young person has to do with. */
export const involvedDepartment = table(
  "involved_department",
  {
    youngPersonId: text()
      .notNull()
      .references(() => youngPerson.id),
    departmentId: text()
      .notNull()
      .references(() => department.id),
    fromOn: on().notNull(),
  },
  (t) => [primaryKey({ columns: [t.youngPersonId, t.departmentId] })],
);

/** Guide, STU team member, caseworker or lead worker of a young person, for a time. */
export const assignment = table(
  "assignment",
  {
    id: id(),
    youngPersonId: text()
      .notNull()
      .references(() => youngPerson.id),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    kind: text({ enum: assignmentKinds }).notNull(),
    /** The one contact person. */
    primary: flag().notNull().default(false),
    /** The department through which the place was given: it lasts no longer than the work there. */
    departmentId: text().references(() => department.id),
    /** When somebody last said that it still holds; what nobody says ends by itself. Null until a start of the program gives it a day. */
    reviewedOn: on(),
    /** How often a guide is to meet them; null while nobody has said. */
    intensity: text({ enum: intensities }),
    /** Why a guide's place ended; null where nobody was asked. */
    endedFor: text({ enum: placeEndings }),
    fromOn: on().notNull(),
    toOn: on(),
    version: version(),
  },
  (t) => [
    index("assignment_person").on(t.youngPersonId),
    index("assignment_staff").on(t.staffId),
    oneOf("assignment_kind", t.kind, assignmentKinds),
  ],
);

/** Young people who were given from one to another in one step; within ten minutes it can be taken back. */
export const caseloadMove = table(
  "caseload_move",
  {
    id: id(),
    /** Null when they were with nobody who still works with it. */
    fromId: text().references(() => staff.id),
    toId: text()
      .notNull()
      .references(() => staff.id),
    movedById: text().references(() => staff.id),
    movedAt: at().notNull(),
    /** How many. */
    youngPeople: int().notNull(),
    takenBackAt: at(),
    /** When who was given them said that they have seen it. */
    seenAt: at(),
    version: version(),
  },
  (t) => [index("caseload_move_at").on(t.movedAt), index("caseload_move_unseen").on(t.toId).where(isNull(t.seenAt))],
);

/** A place with a young person that such a step ended, gave or changed, and its version after it. */
export const caseloadMovePlace = table(
  "caseload_move_place",
  {
    id: id(),
    moveId: text()
      .notNull()
      .references(() => caseloadMove.id),
    assignmentId: text()
      .notNull()
      .references(() => assignment.id),
    /** Whether it began in that step; else it stood before, and is put back to what it was. */
    begun: flag().notNull(),
    versionAfter: int().notNull(),
  },
  (t) => [index("caseload_move_place_move").on(t.moveId)],
);

/** Efforts that were thought together: one offer made of several. */
export const combinedOffer = table(
  "combined_offer",
  {
    id: id(),
    youngPersonId: text()
      .notNull()
      .references(() => youngPerson.id),
    title: text().notNull(),
    removedAt: at(),
    version: version(),
  },
  (t) => [index("combined_offer_person").on(t.youngPersonId)],
);

/** Something that runs for a young person: a service with a provider and a time. */
export const effort = table(
  "effort",
  {
    id: id(),
    youngPersonId: text()
      .notNull()
      .references(() => youngPerson.id),
    departmentId: text()
      .notNull()
      .references(() => department.id),
    title: text().notNull(),
    provider: text().notNull().default(""),
    /** A code of the life areas; empty when nobody has said. */
    area: text().notNull().default(""),
    /** A code of the kinds of effort; empty when nobody has said. */
    kind: text().notNull().default(""),
    /** Minutes a week, as planned. */
    weekMinutes: int(),
    /** Its weekdays as a sum: Monday 1, Tuesday 2, Wednesday 4 …; 0 when nobody has said. */
    weekdays: int().notNull().default(0),
    /** The last day of the decision that it rests on. */
    validUntilOn: on(),
    combinedOfferId: text().references(() => combinedOffer.id),
    /** Whether it brings another professional who is a contact person of some kind. */
    contactRole: flag().notNull().default(false),
    fromOn: on().notNull(),
    toOn: on(),
    version: version(),
  },
  (t) => [index("effort_person").on(t.youngPersonId)],
);

/** Where a young person lives, encrypted; shares the young person's id. A protected one is for the lead worker and the guide alone. */
export const youngPersonAddress = table(
  "young_person_address",
  {
    id: text()
      .primaryKey()
      .references(() => youngPerson.id),
    cipher: bytes().notNull(),
    /** Stays so until somebody confirms that it has lapsed, whatever day it was to last. */
    protected: flag().notNull().default(false),
    protectedUntil: on(),
    /** Somebody may be looking for the young person: no place is told to those from outside. */
    highRisk: flag().notNull().default(false),
    source: text({ enum: addressSources }).notNull(),
    checkedOn: on().notNull(),
    version: version(),
  },
  (t) => [oneOf("young_person_address_source", t.source, addressSources)],
);
