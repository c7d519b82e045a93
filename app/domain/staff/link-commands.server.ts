import { and, eq, isNull } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { command, type Work } from "../command.server.ts";
import { invalid } from "../errors.ts";
import { hashOf, newId, newToken } from "../ids.server.ts";
import { input, rowId } from "../input.server.ts";
import { revise } from "../revise.server.ts";
import { mayManage, staffWith } from "./find.server.ts";
import { LINK_DAYS } from "./rules.ts";

const { passkey, recoveryCode, session, signInLink, staff, totp } = tables;

/** A one-time link with which somebody chooses a password. It is answered once and kept nowhere; an earlier one stops opening. */
export const makeSignInLink = command("make-sign-in-link", {
  input: input({ staffId: rowId }),
  allow: mayManage,
  secret: true,
  async run(work) {
    const { id, name } = await staffWith(work.db, work.input.staffId);
    return newLink(work, { id, name });
  },
});

async function newLink({ db, now, record }: Work<unknown>, { id: staffId, name }: { id: string; name: string }) {
  const token = newToken();
  const expiresAt = new Date(Date.parse(now) + LINK_DAYS * 86_400_000).toISOString();
  await db
    .update(signInLink)
    .set({ usedAt: now })
    .where(and(eq(signInLink.staffId, staffId), isNull(signInLink.usedAt)));
  await db.insert(signInLink).values({ id: newId(), tokenHash: hashOf(token), staffId, expiresAt });
  record({ kind: "sign-in-link-made", facts: { staffId } });
  return { staffId, name, path: `/welcome/${token}`, expiresAt };
}

/**
 * Somebody has lost the phone: code app, codes for paper, passkeys and password are gone, every session ends, and a new link
 * is the only way in. Never one's own: whoever finds an open screen would take the account.
 */
export const resetSecondFactors = command("reset-second-factors", {
  input: input({ staffId: rowId }),
  allow: mayManage,
  fresh: true,
  secret: true,
  async run(work) {
    const {
      db,
      input: { staffId },
      actor,
      now,
      by,
      record,
      rights,
    } = work;
    const person = await staffWith(db, staffId);
    if (actor.kind === "staff" && actor.id === staffId) throw invalid("staffId", "oneself");
    for (const table of [totp, recoveryCode, passkey]) await db.delete(table).where(eq(table.staffId, staffId));
    await revise(db, staff, person, { password: null }, by);
    await db
      .update(session)
      .set({ endedAt: now })
      .where(and(eq(session.staffId, staffId), isNull(session.endedAt)));
    record({ kind: "second-factors-reset", facts: { staffId } });
    rights();
    return newLink(work, person);
  },
});
