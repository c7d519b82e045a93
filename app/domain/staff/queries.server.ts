import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type Asking, mayAsStaff } from "../access/decide.server.ts";
import { notifyAt } from "../guides/notify.server.ts";
import { type Look, query } from "../query.server.ts";
import { issuer } from "../signin/issuer.server.ts";
import { danishSortKey } from "../text.ts";
import { currentOn } from "./find.server.ts";
import { heldBy } from "./held.server.ts";

const { department, membership, passkey, roleGrant, signInLink, staff, staffIdentity, totp } = tables;

/** Everybody who works here today, with departments and roles; for those who administer, nothing of young people. */
export const staffList = query("staff-list", {
  allow: (at: { db: Db } & Asking) => mayAsStaff(at.db, at, "staff:manage"),
  async run(look: Look<{ edit?: string | null }>) {
    const { db, now, today, input } = look;
    const departments = await db.select().from(department).where(currentOn(department, today));
    const people = await db.select().from(staff).where(isNull(staff.endedAt)).orderBy(asc(staff.sortKey));
    const seats = await db.select().from(membership).where(currentOn(membership, today));
    const grants = await db.select().from(roleGrant).where(currentOn(roleGrant, today)).orderBy(asc(roleGrant.role));
    const links = await db
      .select({ staffId: signInLink.staffId, expiresAt: signInLink.expiresAt })
      .from(signInLink)
      .where(and(isNull(signInLink.usedAt), gt(signInLink.expiresAt, now)));
    const factors = new Set(
      [
        ...(await db.select({ of: totp.staffId }).from(totp)),
        ...(await db.select({ of: passkey.staffId }).from(passkey)),
      ].map(({ of }) => of),
    );
    const from = issuer();
    const subjects = from ? await db.select().from(staffIdentity).where(eq(staffIdentity.issuer, from)) : [];
    const key = ({ name }: { name: string }) => danishSortKey(name);
    const edited = people.find(({ id }) => id === input.edit)?.id;
    const mayCount = "by" in (await mayAsStaff(db, look, "access:count"));
    return {
      /** What the one whose row is open would leave to others. */
      held: edited && mayCount ? await heldBy(look, edited) : null,
      notifyAt: await notifyAt(db),
      departments: departments
        .sort((a, b) => (key(a) < key(b) ? -1 : 1))
        .map(({ id, version, name, mark, colour, sector, takesOver }) => {
          const members = seats.filter(({ departmentId }) => departmentId === id);
          return {
            id,
            version,
            name,
            mark,
            colour,
            sector,
            takesOver,
            members: members.length,
            representativeId: members.find(({ representative }) => representative)?.staffId ?? null,
          };
        }),
      people: people.map(({ id, version, name, username, title, phone, email, password }) => ({
        id,
        version,
        name,
        username,
        title,
        phone,
        email,
        hasPassword: password !== null,
        /** By which name the municipality's sign-in knows them; null where there is no such sign-in. */
        subject: from && (subjects.find(({ staffId }) => staffId === id)?.subject ?? ""),
        hasFactors: factors.has(id),
        linkUntil: links.find(({ staffId }) => staffId === id)?.expiresAt ?? null,
        memberships: seats
          .filter(({ staffId }) => staffId === id)
          .map((seat) => ({
            id: seat.id,
            version: seat.version,
            departmentId: seat.departmentId,
            representative: seat.representative,
          })),
        roles: grants
          .filter(({ staffId }) => staffId === id)
          .map((held) => ({ id: held.id, version: held.version, role: held.role })),
      })),
    };
  },
});

export type StaffList = Awaited<ReturnType<(typeof staffList)["run"]>>;

/** The administrator of that user name, or whether there is any: for the command line. */
export async function administrators(db: Db, today: string): Promise<{ id: string; username: string }[]> {
  return db
    .select({ id: staff.id, username: staff.username })
    .from(roleGrant)
    .innerJoin(staff, eq(staff.id, roleGrant.staffId))
    .where(and(eq(roleGrant.role, "admin"), currentOn(roleGrant, today), isNull(staff.endedAt)));
}
