import * as tables from "./schema/index.ts";
import { classed } from "./sensitivity.ts";

/** The classes of what a guide writes, of who goes with whom, and of what a young person says before a meeting and is told after it. */
export const guideClasses = {
  assignment: classed(tables.assignment, {
    K1: ["id", "version"],
    K2: [
      "youngPersonId",
      "staffId",
      "kind",
      "primary",
      "departmentId",
      "reviewedOn",
      "intensity",
      "endedFor",
      "fromOn",
      "toOn",
    ],
  }),
  caseloadMove: classed(tables.caseloadMove, {
    K1: ["id", "version"],
    K2: ["fromId", "toId", "movedById", "movedAt", "youngPeople", "takenBackAt", "seenAt"],
  }),
  caseloadMovePlace: classed(tables.caseloadMovePlace, {
    K1: ["id", "versionAfter"],
    K2: ["moveId", "assignmentId", "begun"],
  }),
  contactEntry: classed(tables.contactEntry, {
    K1: ["id", "writtenAt", "version"],
    K2: ["youngPersonId", "staffId", "keptById"],
    K3: [
      ...(["happenedAt", "channel", "result", "company", "minutes", "kind", "deletesOn"] as const),
      ...(["nextOn", "nextTime", "removedAt"] as const),
    ],
    K4: ["text", "nextPlace"],
  }),
  concern: classed(tables.concern, {
    K1: ["id", "version"],
    K3: ["youngPersonId", "raisedById", "raisedAt", "receiver", "takenById", "takenAt"],
  }),
  guideCapacity: classed(tables.guideCapacity, { K1: ["id", "points", "version"] }),
  guideTrait: classed(tables.guideTrait, { K1: ["id", "staffId", "trait", "code", "removedAt", "version"] }),
  guideRequest: classed(tables.guideRequest, {
    K1: ["id", "version"],
    K2: [
      "youngPersonId",
      "state",
      "requestedById",
      "requestedOn",
      "proposedId",
      "proposedOn",
      "assignmentId",
      "endedOn",
    ],
    K3: ["district", "competency", "language", "saidYesOn"],
    K4: ["wish"],
  }),
  guideRefusal: classed(tables.guideRefusal, { K1: ["id"], K3: ["requestId", "staffId", "saidBy", "saidOn"] }),
  youngNotComing: classed(tables.youngNotComing, {
    K1: ["id"],
    K2: ["youngPersonId", "staffId", "wasTheirs", "saidAt", "seenAt"],
  }),
  guideHandover: classed(tables.guideHandover, {
    K1: ["id", "version"],
    K2: ["youngPersonId", "kind", "fromStaffId", "toStaffId", "toDepartmentId", "toName", "saidYesBy"],
    K3: [
      ...(["metOn", "writtenOn", "remindersGo", "askedAt", "acceptedById", "acceptedAt"] as const),
      ...(["saidYesOn", "declinedAt", "withdrawnAt", "seenAt"] as const),
    ],
    K4: ["declineReason"],
  }),
  voicePrepared: classed(tables.voicePrepared, {
    K1: ["id", "version"],
    K3: ["attends", "confirmedOn"],
    K4: ["helps", "company", "follower"],
  }),
  itemTold: classed(tables.itemTold, { K1: ["id", "version"], K3: ["toldById", "toldOn", "how"], K4: ["words"] }),
};
