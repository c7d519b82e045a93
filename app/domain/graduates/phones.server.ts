import { and, asc, eq, gt, inArray, isNotNull, isNull, ne, or } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import type { NetworkKind } from "#db/vocabulary.ts";
import { asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import type { Look } from "../query.server.ts";

const { networkPerson, youngPerson } = tables;

/** A number of somebody around a young person that the young person has said may be called. */
export type Phone = { youngPersonId: string; kind: NetworkKind; name: string; phone: string };

/** Those of these young people that the asker may read. */
export async function phonesOf(look: Look<unknown>, youngPersonIds: readonly string[]): Promise<Phone[]> {
  const standing = or(isNull(networkPerson.toOn), gt(networkPerson.toOn, look.today));
  return look.db
    .select({
      youngPersonId: networkPerson.youngPersonId,
      ...{ kind: networkPerson.kind, name: networkPerson.name, phone: networkPerson.phone },
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
