import * as tables from "./schema/index.ts";
import { classed } from "./sensitivity.ts";

/** The classes of what stands about specially arranged youth education. */
export const stuClasses = {
  deadlineRule: classed(tables.deadlineRule, {
    K0: ["code", "anchor", "months", "days", "repeats", "origin", "source", "fromOn", "toOn"],
  }),
  stuProvider: classed(tables.stuProvider, {
    K1: ["id", "name", "sortKey", "phone", "closedOn", "version"],
  }),
  stuCourse: classed(tables.stuCourse, {
    K1: ["id", "version"],
    K3: [
      ...["youngPersonId", "referredOn", "assessedOn", "decidedOn", "granted", "providerId", "placeChosenOn"],
      ...["startOn", "baseEndOn", "yearHours", "endedOn", "ending", "closedOn", "leaveToCall", "leaveAskedOn"],
    ] as const,
    K4: ["decisionSystem", "decisionNumber", "onlyPlaceReason", "line", "fromMunicipality", "toMunicipality", "note"],
  }),
  stuPlaceOffer: classed(tables.stuPlaceOffer, {
    K1: ["id", "version"],
    K3: ["courseId", "providerId", "ownProposal", "offeredOn", "removedAt"],
  }),
  stuInterruption: classed(tables.stuInterruption, {
    K1: ["id", "version"],
    K3: ["courseId", "fromOn", "resumedOn", "reason", "removedAt"],
  }),
  stuDeadline: classed(tables.stuDeadline, {
    K1: ["id", "version"],
    K3: ["courseId", "code", "number", "plannedOn", "heldOn"],
  }),
  courseHandover: classed(tables.courseHandover, {
    K1: ["id", "version"],
    K3: [
      ...["courseId", "youngPersonId", "departmentId", "staffId", "askedById", "askedAt", "accepted"],
      ...["answeredById", "answeredAt", "withdrawnAt"],
    ] as const,
    K4: ["reason", "declineReason"],
  }),
  followUp: classed(tables.followUp, {
    K1: ["id", "version"],
    K3: [
      ...["courseId", "code", "result", "settledOn", "outcome", "weekMinutes", "wishMet", "source"],
      ...["help", "helpedOn"],
    ] as const,
  }),
  followUpTry: classed(tables.followUpTry, {
    K1: ["id"],
    K3: ["followUpId", "channel", "triedAt", "triedById"],
  }),
  stuClarification: classed(tables.stuClarification, {
    K1: ["id"],
    K3: ["courseId", "about", "level", "source", "standsOn", "writtenAt"],
    K4: ["note"],
  }),
  stuPaper: classed(tables.stuPaper, {
    K1: ["id", "version"],
    K3: ["courseId", "paper", "datedOn", "placeSaidYesOn", "removedAt"],
    K4: ["system", "number", "link"],
  }),
  stuGoal: classed(tables.stuGoal, {
    K1: ["id", "version"],
    K3: ["courseId", "state", "removedAt"],
    K4: ["text"],
  }),
  stuMeetingPoint: classed(tables.stuMeetingPoint, {
    K1: ["id", "version"],
    K3: ["courseId", "number", "removedAt"],
    K4: ["text", "note"],
  }),
  resourcePaper: classed(tables.resourcePaper, {
    K1: ["id", "version"],
    K3: ["courseId", "way", "begunOn", "draftOn", "finalOn", "datedOn", "removedAt"],
    K4: ["system", "number", "link"],
  }),
  resourcePaperText: classed(tables.resourcePaperText, {
    K1: ["id", "version"],
    K3: ["paperId", "part", "editedById", "editedAt"],
    K4: ["text"],
  }),
  resourcePaperVersion: classed(tables.resourcePaperVersion, {
    K1: ["id", "number", "final"],
    K3: ["paperId", "at", "byId"],
    K4: ["content"],
  }),
};
