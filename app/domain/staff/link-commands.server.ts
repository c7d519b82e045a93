import { and, eq, isNull } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { command } from "../command.server.ts";
import { hashOf, newId, newToken } from "../ids.server.ts";
import { input, rowId } from "../input.server.ts";
import { mayManage, staffWith } from "./find.server.ts";
import { LINK_DAYS } from "./rules.ts";

const { signInLink } = tables;

/** A one-time link with which somebody chooses a password. It is answered once and kept nowhere; an earlier one stops opening. */
export const makeSignInLink = command("make-sign-in-link", {
  input: input({ staffId: rowId }),
  allow: mayManage,
  secret: true,
  async run({ db, input: { staffId }, now, record }) {
    const person = await staffWith(db, staffId);
    const token = newToken();
    const expiresAt = new Date(Date.parse(now) + LINK_DAYS * 86_400_000).toISOString();
    await db
      .update(signInLink)
      .set({ usedAt: now })
      .where(and(eq(signInLink.staffId, staffId), isNull(signInLink.usedAt)));
    await db.insert(signInLink).values({ id: newId(), tokenHash: hashOf(token), staffId, expiresAt });
    record({ kind: "sign-in-link-made", facts: { staffId } });
    return { staffId, name: person.name, path: `/welcome/${token}`, expiresAt };
  },
});
