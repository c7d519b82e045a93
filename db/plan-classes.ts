import * as tables from "./schema/index.ts";
import { classed } from "./sensitivity.ts";

/** The classes of what stands in a shared plan, and of the case that it belongs to. */
export const planClasses = {
  coordinationCase: classed(tables.coordinationCase, {
    K1: ["id", "version"],
    K3: ["youngPersonId", "state", "sinceOn", "openedOn", "exit", "pause", "resumeOn", "endedAt"],
  }),
  handover: classed(tables.handover, {
    K1: ["id", "version"],
    K3: ["actionId", "departmentId", "staffId", "askedById", "askedAt", "accepted", "answeredById", "answeredAt"],
    K4: ["reason", "declineReason"],
  }),
  effort: classed(tables.effort, {
    K1: ["id", "version"],
    K3: [
      ...["youngPersonId", "departmentId", "area", "kind", "contactRole", "fromOn", "toOn"],
      ...["weekMinutes", "weekdays", "validUntilOn", "combinedOfferId"],
    ] as const,
    K4: ["title", "provider"],
  }),
  combinedOffer: classed(tables.combinedOffer, {
    K1: ["id", "version"],
    K3: ["youngPersonId", "removedAt"],
    K4: ["title"],
  }),
  planText: classed(tables.planText, {
    K1: ["id", "version"],
    K3: ["youngPersonId", "part", "area", "departmentId", "heardById", "heardOn", "editedById", "editedAt"],
    K4: ["text"],
  }),
  planVersion: classed(tables.planVersion, {
    K1: ["id", "number"],
    K3: ["youngPersonId", "itemId", "at", "byId", "hash"],
    K4: ["content"],
  }),
  planPriority: classed(tables.planPriority, {
    K1: ["id", "version"],
    K3: ["youngPersonId", "voice", "area", "removedAt"],
  }),
  goal: classed(tables.goal, {
    K1: ["id", "version"],
    K3: ["youngPersonId", "area", "targetOn", "state", "stateVoice", "stateById", "stateAt", "removedAt"],
    K4: ["text", "why", "howSeen"],
  }),
};
