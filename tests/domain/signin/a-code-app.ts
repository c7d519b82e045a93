import { eq } from "drizzle-orm";
import { tables, transact } from "#db/index.server.ts";
import type { Role } from "#db/vocabulary.ts";
import { asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import { carryOut } from "#domain/command.server.ts";
import { newId } from "#domain/ids.server.ts";
import { addCode } from "#domain/signin/factor-commands.server.ts";
import { hashPassword } from "#domain/signin/password.server.ts";
import { codeAt, fromBase32, newSecret, stepAt } from "#domain/signin/totp.server.ts";
import { aFreshSession, aStaffMember } from "#tests/support/builders.ts";

export const PASSWORD = "tre gule heste";
let hash: Promise<string> | undefined;

/** Somebody with a password, by user name. */
export async function withPassword(roles: Role | Role[] = "caseworker") {
  hash ??= hashPassword(PASSWORD);
  const id = await aStaffMember(roles);
  const username = `bruger-${id}`;
  const password = await hash;
  await transact((db) =>
    db.update(tables.staff).set({ username, password, version: 2 }).where(eq(tables.staff.id, id)),
  );
  return { id, username };
}

/** The same with a code app; `code(1)` is the next one after the one that was typed to set it up. */
export async function withCodeApp(roles?: Role | Role[]) {
  const person = await withPassword(roles);
  const secret = newSecret();
  const code = (ahead = 0, at = now()) => codeAt(fromBase32(secret) ?? new Uint8Array(), stepAt(at) + ahead);
  const actor = await aFreshSession(person.id);
  const done = await carryOut(addCode, { secret, code: code(-1) }, asker(actor, now(), "page"), newId());
  if (!done.ok) throw new Error(JSON.stringify(done));
  return { ...person, secret, code, actor, papers: done.answer.codes };
}
