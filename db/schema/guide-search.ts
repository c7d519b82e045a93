import { isNull } from "drizzle-orm";
import { at, flag, id, index, on, oneOf, table, text, uniqueIndex, version } from "../columns.ts";
import { guideRequestStates, proposalRefusers } from "../guide-vocabulary.ts";
import { assignment, youngPerson } from "./people.ts";
import { staff } from "./staff.ts";

const aboutWhom = () =>
  text()
    .notNull()
    .references(() => youngPerson.id);
const employee = () => text().references(() => staff.id);

/** A guide is to be found for a young person: asked for, proposed, said yes to by them; then the place begins. */
export const guideRequest = table(
  "guide_request",
  {
    id: id(),
    youngPersonId: aboutWhom(),
    state: text({ enum: guideRequestStates }).notNull(),
    requestedById: employee(),
    requestedOn: on().notNull(),
    /** What the young person wishes, in their words. */
    wish: text().notNull().default(""),
    /** Codes of what the guide must know of; empty when nobody has said. */
    district: text().notNull().default(""),
    competency: text().notNull().default(""),
    language: text().notNull().default(""),
    proposedId: employee(),
    proposedOn: on(),
    saidYesOn: on(),
    /** The place it became. */
    assignmentId: text().references(() => assignment.id),
    endedOn: on(),
    version: version(),
  },
  (t) => [
    uniqueIndex("guide_request_open").on(t.youngPersonId).where(isNull(t.endedOn)),
    index("guide_request_person").on(t.youngPersonId),
    oneOf("guide_request_state", t.state, guideRequestStates),
  ],
);

/** A guide that was proposed and is not to be: the young person said no, or the guide did. */
export const guideRefusal = table(
  "guide_refusal",
  {
    id: id(),
    requestId: text()
      .notNull()
      .references(() => guideRequest.id),
    staffId: employee().notNull(),
    saidBy: text({ enum: proposalRefusers }).notNull(),
    saidOn: on().notNull(),
  },
  (t) => [
    uniqueIndex("guide_refusal_one").on(t.requestId, t.staffId),
    oneOf("guide_refusal_said_by", t.saidBy, proposalRefusers),
  ],
);

/** A guide was told of a young person who does not come to them after all: news, until they have seen it. */
export const youngNotComing = table(
  "young_not_coming",
  {
    id: id(),
    youngPersonId: aboutWhom(),
    /** The guide who was told. */
    staffId: employee().notNull(),
    /** Whether they went with them until somebody else ended it. */
    wasTheirs: flag().notNull(),
    saidAt: at().notNull(),
    seenAt: at(),
  },
  (t) => [uniqueIndex("young_not_coming_unseen").on(t.staffId, t.youngPersonId).where(isNull(t.seenAt))],
);
