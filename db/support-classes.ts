import * as tables from "./schema/index.ts";
import { classed } from "./sensitivity.ts";

/** The classes of what stands in a plan beside efforts: schemes, work, how it goes, plans that are kept elsewhere. */
export const supportClasses = {
  schemeRule: classed(tables.schemeRule, {
    K0: ["code", "hintDa", "hintEn", "source", "countsFrom", "months", "fromOn", "toOn"],
  }),
  schemeHint: classed(tables.schemeHint, {
    K1: ["id", "version"],
    K3: ["youngPersonId", "kind", "state", "departmentId", "educationEndedOn", "fromOn", "toOn", "removedAt"],
    K4: ["note"],
  }),
  placement: classed(tables.placement, {
    K1: ["id", "version"],
    K3: ["youngPersonId", "kind", "paid", "weekMinutes", "fromOn", "toOn", "municipal", "outcome", "removedAt"],
    K4: ["employer", "contactName", "contactPhone"],
  }),
  wellbeingRating: classed(tables.wellbeingRating, {
    K1: ["id", "version"],
    K3: ["youngPersonId", "area", "score", "ratedOn", "askedById", "removedAt"],
  }),
  externalPlan: classed(tables.externalPlan, {
    K1: ["id", "version"],
    K3: ["youngPersonId", "kind", "departmentId", "removedAt"],
    K4: ["system", "number", "link"],
  }),
};
