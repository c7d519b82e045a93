import * as tables from "./schema/index.ts";
import { classed } from "./sensitivity.ts";

/** The classes of what is written on the way to 18. */
export const transitionClasses = {
  transition: classed(tables.transition, {
    K1: ["version"],
    K3: ["id", "covered", "judgedById", "supportBasisDecidedOn"],
    K4: ["coveredEvidence", "supportBasisEvidence"],
  }),
  transitionCheck: classed(tables.transitionCheck, {
    K1: ["id", "version"],
    K3: ["youngPersonId", "consideration", "state", "responsibleId", "standsOn"],
    K4: ["evidence"],
  }),
  clarification: classed(tables.clarification, {
    K1: ["id"],
    K3: ["youngPersonId", "about", "level", "standsOn", "writtenById", "writtenAt"],
    K4: ["evidence"],
  }),
  transitionMeeting: classed(tables.transitionMeeting, {
    K1: ["id", "version"],
    K3: ["youngPersonId", "model", "plannedOn", "heldOn"],
  }),
};
