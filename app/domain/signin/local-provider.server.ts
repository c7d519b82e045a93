import { eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { Assurance } from "#db/vocabulary.ts";
import { membershipsOf, rolesOn } from "../staff/find.server.ts";
import type { AuthProvider } from "./claims.ts";

const { staff } = tables;

type Proven = { db: Db; staffId: string; today: string; assurance: Assurance; provenAt: string | null };

/** Our own accounts: what is claimed of somebody is what stands here. */
export const localProvider: AuthProvider<Proven> = {
  name: "local",
  async claimsOf({ db, staffId, today, assurance, provenAt }) {
    const [person] = await db.select().from(staff).where(eq(staff.id, staffId));
    if (!person) throw new Error("Nobody has this account");
    return {
      subject: staffId,
      name: person.name,
      username: person.username,
      roles: await rolesOn(db, staffId, today),
      departments: (await membershipsOf(db, staffId, today)).map(({ departmentId }) => departmentId),
      assurance,
      provenAt,
    };
  },
};
