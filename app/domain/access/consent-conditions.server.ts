import { and, eq, gt, isNotNull, isNull, lte, or } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { tables } from "#db/index.server.ts";
import { not } from "./rule.server.ts";
import { isYes, now, one } from "./terms.server.ts";

const { consent, consentGiver, networkPerson } = tables;

const isOfConsent = eq(consentGiver.consentId, consent.id);
const heldCustody = and(
  eq(networkPerson.youngPersonId, consent.youngPersonId),
  isYes(networkPerson.custody),
  lte(networkPerson.fromOn, consent.givenOn),
  or(isNull(networkPerson.toOn), gt(networkPerson.toOn, consent.givenOn)),
);
const saidYes = one(consentGiver, and(isOfConsent, eq(consentGiver.networkPersonId, networkPerson.id)));

/**
 * Where somebody with custody had to say yes to a consent, all who held it on the day of the first yes have: one who is
 * written down later closes it again until then.
 */
const custodyAgrees = or(
  not(one(consentGiver, and(isOfConsent, isNotNull(consentGiver.networkPersonId)))),
  and(one(networkPerson, heldCustody), not(one(networkPerson, and(heldCustody, not(saidYes))))),
);

/** A consent holds at this moment: nobody took it back, it has not ended, and all whose yes it needs have said it. */
export const holdsNow = (consentId: SQLiteColumn) =>
  one(consent, and(eq(consent.id, consentId), isNull(consent.withdrawnAt), gt(consent.endsAt, now), custodyAgrees));
