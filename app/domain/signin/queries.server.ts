import { and, desc, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import { type Db, prepared, read, tables } from "#db/index.server.ts";
import type { Language, Role } from "#db/vocabulary.ts";
import { nobody } from "../actor.ts";
import type { Look } from "../query.server.ts";
import { query } from "../query.server.ts";
import { isLocked, isOver } from "./rules.ts";

const { bigScreen, roleGrant, session, signInLink, staff } = tables;

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
      .select({ id: staff.id, password: staff.password, endedAt: staff.endedAt })
      .from(staff)
      .where(eq(staff.username, username));
    return row && !row.endedAt ? row : undefined;
  });

export const passwordOfSession = (sessionId: string) =>
  read(async (db) => {
    const [row] = await db
      .select({ password: staff.password })
      .from(session)
      .innerJoin(staff, eq(staff.id, session.staffId))
      .where(eq(session.id, sessionId));
    return row?.password ?? null;
  });

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
    return { person, sessions, own: actor.kind === "staff" ? actor.sessionId : "" };
  },
});
