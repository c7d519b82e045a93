import { and, eq } from "drizzle-orm";
import * as z from "zod";
import { type Db, tables } from "#db/index.server.ts";
import { assurances, roles } from "#db/vocabulary.ts";
import { onlySystem } from "../access/decide.server.ts";
import { command, type Work } from "../command.server.ts";
import { invalid, missing } from "../errors.ts";
import { anyText, input, moment, optionalId, rowId, someText, word, yesNo } from "../input.server.ts";
import { currentOn, mayManage, rolesOn, staffWith, standingGrants, standingMemberships } from "../staff/find.server.ts";
import { endGrant, grant, join, leave } from "../staff/join.server.ts";
import { asUsername, rolesFit, USERNAME } from "../staff/rules.ts";
import { danishSortKey } from "../text.ts";
import { issuer } from "./issuer.server.ts";
import { openSession } from "./open-session.server.ts";

const { department, staff, staffIdentity } = tables;

const claims = z.strictObject({
  subject: z.string().min(1).max(255),
  name: someText(100),
  username: anyText(100),
  roles: z.array(word(roles)),
  departments: z.array(rowId),
  assurance: word(assurances),
  provenAt: moment.nullable(),
});
type Given = { claims: z.infer<typeof claims>; issuer: string };

const bySystem = onlySystem("a provider");

async function knownBy(db: Db, { issuer, claims }: Given): Promise<string | null> {
  const of = and(eq(staffIdentity.issuer, issuer), eq(staffIdentity.subject, claims.subject));
  const [known] = await db.select().from(staffIdentity).where(of);
  return known?.staffId ?? null;
}

/** Somebody whom only the provider knows: without a password here, and with a user name that nobody else has. */
async function addKnown({ db, newId, record, now, input: { claims, issuer } }: Work<Given>): Promise<string> {
  const id = newId();
  const wanted = asUsername(claims.username);
  const [taken] = await db.select({ id: staff.id }).from(staff).where(eq(staff.username, wanted));
  const username = !taken && USERNAME.test(wanted) ? wanted : `p-${id}`;
  await db.insert(staff).values({ id, name: claims.name, sortKey: danishSortKey(claims.name), username });
  await db.insert(staffIdentity).values({ id: newId(), staffId: id, issuer, subject: claims.subject, addedAt: now });
  record({ kind: "staff-added", facts: { staffId: id, provider: true } });
  record({ kind: "identity-linked", facts: { staffId: id } });
  return id;
}

/** Roles and departments stand as they are claimed from now on: what is not claimed ends, by the rules of any other grant. */
async function stand(work: Work<Given>, staffId: string) {
  const { db, today, input } = work;
  const { roles, departments } = input.claims;
  if (!rolesFit(roles)) throw invalid("roles", "roles-apart");
  for (const held of await standingGrants(db, staffId, today))
    if (!roles.includes(held.role)) await endGrant(work, held);
  if ((await rolesOn(db, staffId, today)).length < roles.length) await grant(work, staffId, roles, "roles");
  const seats = await standingMemberships(db, staffId, today);
  for (const seat of seats) if (!departments.includes(seat.departmentId)) await leave(work, seat);
  // A department that is not in the forum limits nothing here.
  const here = await db.select({ id: department.id }).from(department).where(currentOn(department, today));
  for (const { id } of here)
    if (departments.includes(id) && !seats.some(({ departmentId }) => departmentId === id))
      await join(work, { staffId, departmentId: id, representative: false });
}

/** Begins a session for somebody whom the municipality's own sign-in has vouched for. */
export const signInByClaims = command("sign-in-by-claims", {
  input: input({
    issuer: z.string().min(1).max(500),
    claims,
    tokenHash: z.string().length(64),
    device: anyText(120),
    mayAdd: yesNo,
    /** Whoever proves anew who they are is the one who was asked. */
    mustBe: optionalId,
  }),
  allow: bySystem,
  secret: true,
  async run(work) {
    const { db, input: given } = work;
    if (!rolesFit(given.claims.roles)) throw invalid("roles", "roles-apart");
    const known = await knownBy(db, given);
    if (!known && !given.mayAdd) throw missing();
    if (given.mustBe !== null && given.mustBe !== known) throw missing();
    const staffId = known ?? (await addKnown(work));
    const { username } = await staffWith(db, staffId);
    await stand(work, staffId);
    const { assurance, provenAt } = given.claims;
    const settled = { way: "provider", assurance, freshAt: provenAt };
    const { tokenHash, device } = given;
    await openSession(work, { staffId, tokenHash, device, provider: "oidc", settled, claims: given.claims });
    return { username };
  },
});

/** An administrator says by which subject the municipality's sign-in knows somebody; an empty one ends it. */
export const linkIdentity = command("link-identity", {
  input: input({ staffId: rowId, subject: anyText(255) }),
  allow: mayManage,
  fresh: true,
  async run({ db, input: { staffId, subject }, actor, now, newId, record }) {
    const from = issuer();
    if (!from) throw missing();
    await staffWith(db, staffId);
    if (actor.kind === "staff" && actor.id === staffId) throw invalid("subject", "oneself");
    const own = and(eq(staffIdentity.issuer, from), eq(staffIdentity.subject, subject));
    const [other] = subject ? await db.select().from(staffIdentity).where(own) : [];
    if (other && other.staffId !== staffId) throw invalid("subject", "taken");
    await db.delete(staffIdentity).where(and(eq(staffIdentity.staffId, staffId), eq(staffIdentity.issuer, from)));
    if (subject) await db.insert(staffIdentity).values({ id: newId(), staffId, issuer: from, subject, addedAt: now });
    record({ kind: "identity-linked", facts: { staffId, ended: !subject } });
  },
});
