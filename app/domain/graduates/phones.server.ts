import { and, asc, eq, gt, inArray, isNotNull, isNull, ne, or } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import type { Look } from "../query.server.ts";

const { networkPerson, youngPerson } = tables;

/** A number that may be called: the young person's own, or that of somebody around them of whom they have said so. */
export type Phone = { youngPersonId: string; name: string; phone: string };

/** Those of these young people that the asker may read, their own first. */
export async function phonesOf(look: Look<unknown>, youngPersonIds: readonly string[]): Promise<Phone[]> {
  const own = await look.db
    .select({ youngPersonId: youngPerson.id, name: youngPerson.firstName, phone: youngPerson.phone })
    .from(youngPerson)
    .where(and(inArray(youngPerson.id, [...youngPersonIds]), ne(youngPerson.phone, ""), scope("person:see")))
    .prepare()
    .execute(asked(look));
  return [...own, ...(await aroundThem(look, youngPersonIds))];
}

async function aroundThem(look: Look<unknown>, youngPersonIds: readonly string[]): Promise<Phone[]> {
  const standing = or(isNull(networkPerson.toOn), gt(networkPerson.toOn, look.today));
  return look.db
    .select({
      youngPersonId: networkPerson.youngPersonId,
      ...{ name: networkPerson.name, phone: networkPerson.phone },
    })
    .from(networkPerson)
    .innerJoin(youngPerson, eq(youngPerson.id, networkPerson.youngPersonId))
    .where(
      and(
        inArray(youngPerson.id, [...youngPersonIds]),
        standing,
        isNotNull(networkPerson.mayCallOn),
        ne(networkPerson.phone, ""),
        scope("person:network"),
      ),
    )
    .orderBy(asc(networkPerson.fromOn), asc(networkPerson.id))
    .prepare()
    .execute(asked(look));
}
