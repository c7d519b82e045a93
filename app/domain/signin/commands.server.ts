import { and, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import { tables } from "#db/index.server.ts";
import { languages } from "#db/vocabulary.ts";
import { onlySystem } from "../access/decide.server.ts";
import type { At, Work } from "../command.server.ts";
import { command } from "../command.server.ts";
import { invalid, missing } from "../errors.ts";
import { hashOf } from "../ids.server.ts";
import { anyText, input, optionalId, rowId, seenVersion, word, yesNo } from "../input.server.ts";
import { isPresentAt } from "../participants/present.server.ts";
import { revise } from "../revise.server.ts";
import { email } from "../staff/input.server.ts";
import { proofGiven, type Settled, settle } from "./factors.server.ts";
import { localProvider } from "./local-provider.server.ts";
import { openSession } from "./open-session.server.ts";
import { isLocked, isOver } from "./rules.ts";

const { session, signInLink, staff } = tables;
const times = { seenAt: session.seenAt, endsAt: session.endsAt, endedAt: session.endedAt };

const bySystem = onlySystem("proven");
const ownSession = async ({ actor }: At<unknown>) =>
  actor.kind === "staff" ? { by: "oneself" } : { no: "missing" as const };

const tokenHash = z.string().length(64);
const proof = proofGiven.default({ by: "password", code: "" });

/** Begins a session for somebody who has given the whole proof: whoever has a code app never comes in by the password alone. */
export const startSession = command("start-session", {
  input: input({ staffId: rowId, tokenHash, device: anyText(120), proof, version: seenVersion.optional() }),
  allow: bySystem,
  secret: true,
  async run(work) {
    const { db, input: given, today } = work;
    const { staffId, tokenHash, device } = given;
    const [person] = await db.select().from(staff).where(eq(staff.id, staffId));
    if (!person || person.endedAt || (given.version && person.version !== given.version)) throw missing();
    const settled = await settle(work, staffId, given.proof);
    if (settled.freshAt === null) throw invalid("code", "required");
    const { assurance, freshAt: provenAt } = settled;
    const claims = await localProvider.claimsOf({ db, staffId, today, assurance, provenAt });
    return openSession(work, { staffId, tokenHash, device, provider: localProvider.name, settled, claims });
  },
});

const newToken = input({ sessionId: rowId, tokenHash, proof });

/** The same session goes on under a new token. @throws Declined `missing` when it ended meanwhile. */
async function goOn(work: Work<z.infer<typeof newToken>>): Promise<Settled> {
  const { db, input: given, now } = work;
  const [own] = await db
    .select({ ...times, staffId: session.staffId })
    .from(session)
    .where(eq(session.id, given.sessionId));
  if (!own || isOver(own, now)) throw missing();
  const settled = await settle(work, own.staffId, given.proof);
  const freshAt = settled.freshAt ? { freshAt: settled.freshAt } : {};
  await db
    .update(session)
    .set({ tokenHash: given.tokenHash, seenAt: now, ...freshAt })
    .where(eq(session.id, given.sessionId));
  return settled;
}

/** A covered page opens again by the password alone: the code was given when the session began. That is no fresh proof. */
export const unlockSession = command("unlock-session", {
  input: newToken,
  allow: bySystem,
  secret: true,
  async run(work) {
    const { way } = await goOn(work);
    work.record({ kind: "signed-in", facts: { session: work.input.sessionId, unlocked: true, way } });
  },
});

/** Whoever is signed in has proved once more, and in full, who they are. */
export const renewProof = command("renew-proof", {
  input: newToken,
  allow: bySystem,
  secret: true,
  async run(work) {
    const { way, freshAt } = await goOn(work);
    if (freshAt === null) throw invalid("code", "required");
    work.record({ kind: "proof-renewed", facts: { session: work.input.sessionId, way } });
  },
});

/** What became of a sign of life; `absent`: a board shows by itself to somebody who does not take part. */
export type StillHere = "here" | "absent" | "locked" | "over";

/**
 * Somebody is at the screen: the session is not idle. With `board` nobody touched it: the board of that meeting can be seen,
 * which counts only while one is present there. What is idle or over already wakes with the password alone.
 */
export const stillHere = command("still-here", {
  input: input({ board: optionalId }),
  allow: ownSession,
  secret: true,
  async run({ db, input: { board }, actor, now }): Promise<StillHere> {
    if (actor.kind !== "staff") throw missing();
    const [own] = await db.select(times).from(session).where(eq(session.id, actor.sessionId));
    if (!own || isOver(own, now)) return "over";
    if (isLocked(own, now)) return "locked";
    if (board !== null && !(await isPresentAt(db, board, actor.id))) return "absent";
    await db.update(session).set({ seenAt: now }).where(eq(session.id, actor.sessionId));
    return "here";
  },
});

/** Signs out everywhere: every session of the person ends, and their sockets close. */
export const signOut = command("sign-out", {
  input: input({}),
  allow: ownSession,
  async run({ db, actor, now, record, rights }) {
    if (actor.kind !== "staff") throw missing();
    await db
      .update(session)
      .set({ endedAt: now })
      .where(and(eq(session.staffId, actor.id), isNull(session.endedAt)));
    record({ kind: "signed-out" });
    rights();
  },
});

/** Ends one of one's own sessions. */
export const endSession = command("end-session", {
  input: input({ sessionId: rowId }),
  allow: ownSession,
  async run({ db, input: { sessionId }, actor, now, record, rights }) {
    const mine = and(
      eq(session.id, sessionId),
      eq(session.staffId, actor.kind === "staff" ? actor.id : ""),
      isNull(session.endedAt),
    );
    const ended = await db.update(session).set({ endedAt: now }).where(mine).returning({ id: session.id });
    if (ended.length === 0) throw missing();
    record({ kind: "session-ended", facts: { session: sessionId } });
    rights();
  },
});

/** Chooses the first password with a one-time link. */
export const choosePassword = command("choose-password", {
  input: input({ token: z.string().min(1).max(100), passwordHash: z.string().min(1) }),
  allow: bySystem,
  secret: true,
  async run({ db, input: { token, passwordHash }, now, by, record, rights }) {
    const [link] = await db
      .select()
      .from(signInLink)
      .where(eq(signInLink.tokenHash, hashOf(token)));
    if (!link || link.usedAt || link.expiresAt <= now) throw missing();
    const [person] = await db.select().from(staff).where(eq(staff.id, link.staffId));
    if (!person || person.endedAt) throw missing();
    await revise(db, staff, person, { password: passwordHash }, by);
    await db.update(signInLink).set({ usedAt: now }).where(eq(signInLink.id, link.id));
    await db
      .update(session)
      .set({ endedAt: now })
      .where(and(eq(session.staffId, person.id), isNull(session.endedAt)));
    record({ kind: "password-chosen", facts: { staffId: person.id } });
    rights();
    return { staffId: person.id, username: person.username };
  },
});

/** One's own language, and whether single keys work. */
export const setPreferences = command("set-preferences", {
  input: input({ version: seenVersion, language: word(languages), singleKeys: yesNo }),
  allow: ownSession,
  async run({ db, input: { version, ...set }, actor, by, record }) {
    if (actor.kind !== "staff") throw missing();
    await revise(db, staff, { id: actor.id, version }, set, by);
    record({ kind: "settings-changed" });
  },
});

/** Where one's own daily mail goes, and whether it is sent. */
export const setMail = command("set-mail", {
  input: input({ version: seenVersion, email, wantsMail: yesNo }),
  allow: ownSession,
  async run({ db, input: { version, ...set }, actor, by, record }) {
    if (actor.kind !== "staff") throw missing();
    await revise(db, staff, { id: actor.id, version }, set, by);
    record({ kind: "settings-changed" });
  },
});
