import { and, desc, eq, exists, gt, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { type Db, prepared, read, tables } from "#db/index.server.ts";
import type { Language, Role } from "#db/vocabulary.ts";
import { nobody, staffIdOf } from "../actor.ts";
import { sendsMail } from "../mail/outgoing.server.ts";
import type { Look } from "../query.server.ts";
import { query } from "../query.server.ts";
import { isLocked, isOver } from "./rules.ts";
import { newSecret } from "./totp.server.ts";

const { bigScreen, passkey, recoveryCode, roleGrant, session, signInLink, staff, staffIdentity, totp } = tables;

const account = { id: staff.id, version: staff.version, endedAt: staff.endedAt, codeId: totp.id };

/** Who a browser is signed in as, as the door of http needs it on every request. */
export type SignedIn = {
  sessionId: string;
  staffId: string;
  name: string;
  username: string;
  language: Language;
  singleKeys: boolean;
  version: number;
  seenAt: string;
  endsAt: string;
  locked: boolean;
};

const byToken = prepared((db) =>
  db
    .select({
      sessionId: session.id,
      staffId: session.staffId,
      seenAt: session.seenAt,
      endsAt: session.endsAt,
      endedAt: session.endedAt,
      name: staff.name,
      username: staff.username,
      language: staff.language,
      singleKeys: staff.singleKeys,
      version: staff.version,
      gone: staff.endedAt,
    })
    .from(session)
    .innerJoin(staff, eq(staff.id, session.staffId))
    .where(eq(session.tokenHash, sql.placeholder("tokenHash")))
    .prepare(),
);

/** The session of a token, unless it is over or the person has left. */
export async function sessionOf(tokenHash: string, now: string): Promise<SignedIn | null> {
  const [row] = await read((db) => byToken(db).execute({ tokenHash }));
  if (!row || row.gone || isOver(row, now)) return null;
  const { gone: _, endedAt: __, ...found } = row;
  return { ...found, locked: isLocked(row, now) };
}

const heldRoles = prepared((db) => {
  const today = sql.placeholder("today");
  return db
    .select({ role: roleGrant.role })
    .from(roleGrant)
    .where(
      and(
        eq(roleGrant.staffId, sql.placeholder("staffId")),
        lte(roleGrant.fromOn, today),
        or(isNull(roleGrant.toOn), gt(roleGrant.toOn, today)),
      ),
    )
    .prepare();
});

/** The roles somebody holds on that day: for what the page's frame shows, never for a right. */
export async function rolesOf(staffId: string, today: string): Promise<Role[]> {
  const rows = await read((db) => heldRoles(db).execute({ staffId, today }));
  return rows.map(({ role }) => role);
}

/** The sessions that still stand, by id; one that is locked opens nothing until the password is given again. */
export async function standingSessions(db: Db, now: string): Promise<Map<string, { locked: boolean }>> {
  const rows = await db
    .select({ id: session.id, seenAt: session.seenAt, endsAt: session.endsAt, endedAt: session.endedAt })
    .from(session)
    .innerJoin(staff, eq(staff.id, session.staffId))
    .where(and(isNull(session.endedAt), gt(session.endsAt, now), isNull(staff.endedAt)));
  return new Map(rows.map((row) => [row.id, { locked: isLocked(row, now) }]));
}

/** The paired or waiting computer of a room. */
export async function screenOf(
  tokenHash: string,
): Promise<{ id: string; meetingId: string | null; code: string; offeredAt: string } | null> {
  const [row] = await read((db) => db.select().from(bigScreen).where(eq(bigScreen.tokenHash, tokenHash)));
  return row && !row.endedAt ? row : null;
}

export const passwordOf = (username: string) =>
  read(async (db) => {
    const [row] = await db
      .select({ ...account, password: staff.password })
      .from(staff)
      .leftJoin(totp, eq(totp.staffId, staff.id))
      .where(eq(staff.username, username));
    return row && !row.endedAt ? { ...row, hasCode: row.codeId !== null } : undefined;
  });

/** Whether an account asks for a code after the password. */
export const secondFactorOf = (staffId: string) =>
  read(async (db) => {
    const [row] = await db
      .select(account)
      .from(staff)
      .leftJoin(totp, eq(totp.staffId, staff.id))
      .where(eq(staff.id, staffId));
    return row && { ...row, hasCode: row.codeId !== null };
  });

/** Who must prove to be themselves to go on with a session. */
export const ownerOfSession = (sessionId: string) =>
  read(async (db) => {
    const [row] = await db
      .select({ staffId: staff.id, password: staff.password })
      .from(session)
      .innerJoin(staff, eq(staff.id, session.staffId))
      .where(eq(session.id, sessionId));
    return row;
  });

/** By what somebody can prove who they are: what the screens ask for. */
export type ProofWays = { username: string; password: boolean; code: boolean; passkey: boolean; provider: boolean };

const waysOfPerson = prepared((db) => {
  const has = (table: typeof totp | typeof passkey | typeof staffIdentity) => {
    const own = db.select({ id: table.id }).from(table).where(eq(table.staffId, staff.id));
    return sql`${exists(own)}`.mapWith(Boolean);
  };
  return db
    .select({
      username: staff.username,
      password: sql`${isNotNull(staff.password)}`.mapWith(Boolean),
      code: has(totp),
      passkey: has(passkey),
      provider: has(staffIdentity),
    })
    .from(staff)
    .where(eq(staff.id, sql.placeholder("staffId")))
    .prepare();
});

export async function proofWays(staffId: string): Promise<ProofWays> {
  const [ways] = await read((db) => waysOfPerson(db).execute({ staffId }));
  return ways ?? { username: "", password: false, code: false, passkey: false, provider: false };
}

/** Whether a one-time link still opens something; nothing more is told. */
export const linkStands = (tokenHash: string, now: string) =>
  read(async (db) => {
    const rows = await db
      .select({ id: signInLink.id })
      .from(signInLink)
      .where(and(eq(signInLink.tokenHash, tokenHash), isNull(signInLink.usedAt), gt(signInLink.expiresAt, now)));
    return rows.length > 0;
  });

const oneself = async ({ actor }: { actor: Look<unknown>["actor"] }) =>
  actor.kind === "staff" ? { by: "oneself" } : { no: "missing" as const };

/** What a code app is set up with: a new secret each time it is asked for, kept nowhere until its first code is given. */
export const codeSetup = query("code-setup", {
  allow: oneself,
  fresh: true,
  async run({ db, actor }: Look<Record<string, never>>) {
    const [person] = await db
      .select({ username: staff.username })
      .from(staff)
      .where(eq(staff.id, staffIdOf(actor)));
    return { secret: newSecret(), username: person?.username ?? "" };
  },
});

/** One's own account: sessions that stand, language, keys. */
export const accountFor = query("account", {
  allow: oneself,
  async run({ db, actor, now }: Look<Record<string, never>>) {
    const id = actor.kind === "staff" ? actor.id : nobody.kind;
    const [person] = await db
      .select({
        name: staff.name,
        username: staff.username,
        language: staff.language,
        singleKeys: staff.singleKeys,
        email: staff.email,
        wantsMail: staff.wantsMail,
        version: staff.version,
      })
      .from(staff)
      .where(eq(staff.id, id));
    const sessions = await db
      .select({
        id: session.id,
        device: session.device,
        startedAt: session.startedAt,
        seenAt: session.seenAt,
        endsAt: session.endsAt,
      })
      .from(session)
      .where(and(eq(session.staffId, id), isNull(session.endedAt), gt(session.endsAt, now)))
      .orderBy(desc(session.seenAt));
    const [code] = await db.select({ addedAt: totp.addedAt }).from(totp).where(eq(totp.staffId, id));
    const papers = await db
      .select({ id: recoveryCode.id })
      .from(recoveryCode)
      .where(and(eq(recoveryCode.staffId, id), isNull(recoveryCode.usedAt)));
    const passkeys = await db
      .select({ id: passkey.id, name: passkey.name, addedAt: passkey.addedAt, usedAt: passkey.usedAt })
      .from(passkey)
      .where(eq(passkey.staffId, id))
      .orderBy(passkey.addedAt);
    const factors = { code: code ?? null, recoveryCodes: papers.length, passkeys };
    return { person, sessions, factors, own: actor.kind === "staff" ? actor.sessionId : "", sendsMail: sendsMail() };
  },
});
