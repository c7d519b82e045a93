import * as tables from "./schema/index.ts";
import { classed } from "./sensitivity.ts";

/** The classes of what stands about young people whom somebody is to look for. */
export const outreachClasses = {
  outreachPlace: classed(tables.outreachPlace, {
    K1: ["id", "kind", "fromOn", "toOn", "version"],
    K2: ["name", "sortKey"],
  }),
  outreachLead: classed(tables.outreachLead, {
    K1: ["id", "version"],
    K2: ["firstName", "lastName", "sortKey", "bornOn", "phone", "address"],
    K3: [
      ...["cipher", "blindIndex", "nameIndex", "protected", "source", "status", "state", "stateOn"],
      ...[
        "receivedOn",
        "checkedAt",
        "nextAllowedOn",
        "assignedToId",
        "placeId",
        "raisedOn",
        "raisedItemId",
        "yesOn",
        "yesHow",
        "legalBasisId",
      ],
      ...["youngPersonId", "erasedOn"],
    ] as const,
  }),
  outreachAttempt: classed(tables.outreachAttempt, {
    K1: ["id"],
    K3: ["leadId", "channel", "triedAt", "result", "triedById", "writtenAt"],
  }),
  outreachEncounter: classed(tables.outreachEncounter, {
    K1: ["id", "version"],
    K3: ["placeId", "metOn", "dayPart", "people", "mark", "byId", "writtenAt", "leadId"],
  }),
  dropoutAlert: classed(tables.dropoutAlert, {
    K1: ["id", "version"],
    K3: [
      ...[
        "kind",
        "placeId",
        "receivedOn",
        "leadId",
        "youngPersonId",
        "writtenById",
        "writtenAt",
        "takenById",
        "takenOn",
      ],
      ...["handledById", "handledOn", "reaction"],
    ] as const,
  }),
};
