import { and, eq, exists, gt, isNotNull, isNull, lte, not, or, sql } from "drizzle-orm";
import { QueryBuilder, type SQLiteColumn } from "drizzle-orm/sqlite-core";
import { tables } from "#db/index.server.ts";

const { consent, consentGiver, networkPerson } = tables;

const one = () => new QueryBuilder().select({ one: sql`1` });
const givers = eq(consentGiver.consentId, consent.id);
const saidByHolder = one()
  .from(consentGiver)
  .where(and(givers, isNotNull(consentGiver.networkPersonId)));
const heldCustody = and(
  eq(networkPerson.youngPersonId, consent.youngPersonId),
  eq(networkPerson.custody, true),
  lte(networkPerson.fromOn, consent.givenOn),
  or(isNull(networkPerson.toOn), gt(networkPerson.toOn, consent.givenOn)),
);
const saidYes = exists(
  one()
    .from(consentGiver)
    .where(and(givers, eq(consentGiver.networkPersonId, networkPerson.id))),
);

/**
 * Where somebody with custody had to say yes to a consent, all who held it on the day of the first yes have: one who is
 * written down later closes it again until then.
 */
const custodyAgrees = or(
  not(exists(saidByHolder)),
  and(
    exists(one().from(networkPerson).where(and(heldCustody, saidYes))),
    not(
      exists(
        one()
          .from(networkPerson)
          .where(and(heldCustody, not(saidYes))),
      ),
    ),
  ),
);

/** A consent holds at this moment: nobody took it back, it has not ended, and all whose yes it needs have said it. */
export const holdsNow = (consentId: SQLiteColumn) =>
  exists(
    one()
      .from(consent)
      .where(
        and(
          eq(consent.id, consentId),
          isNull(consent.withdrawnAt),
          gt(consent.endsAt, sql.placeholder("now")),
          custodyAgrees,
        ),
      ),
  );
