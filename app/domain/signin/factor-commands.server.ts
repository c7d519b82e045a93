import { and, eq } from "drizzle-orm";
import * as z from "zod";
import { type Db, tables } from "#db/index.server.ts";
import { type Actor, staffIdOf } from "../actor.ts";
import { type At, command, type Work } from "../command.server.ts";
import { invalid, missing } from "../errors.ts";
import { input, rowId, someText } from "../input.server.ts";
import { seal } from "../vault.server.ts";
import { codeOf, newRecoveryCode, recoveryHash } from "./factors.server.ts";
import { readNewPasskey } from "./passkeys.server.ts";
import { fromBase32, stepOf } from "./totp.server.ts";

const { passkey, recoveryCode, totp } = tables;

const RECOVERY_CODES = 10;

const oneself = async ({ actor }: At<unknown>) =>
  actor.kind === "staff" ? { by: "oneself" } : { no: "missing" as const };

async function makeRecoveryCodes({ db, actor, newId, record }: Work<unknown>): Promise<string[]> {
  const staffId = staffIdOf(actor);
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  await db.delete(recoveryCode).where(eq(recoveryCode.staffId, staffId));
  await db
    .insert(recoveryCode)
    .values(codes.map((code) => ({ id: newId(), staffId, codeHash: recoveryHash(staffId, code) })));
  record({ kind: "recovery-codes-made", facts: { staffId } });
  return codes;
}

async function mustHaveCode(db: Db, actor: Actor) {
  if (!(await codeOf(db, staffIdOf(actor)))) throw missing();
}

/** The app is set up: its first code proves it. From now on it is asked for after the password; the codes for paper are shown once. */
export const addCode = command("add-code", {
  input: input({ secret: z.string().refine((text) => fromBase32(text) !== null, "unreadable"), code: someText(20) }),
  allow: oneself,
  fresh: true,
  secret: true,
  async run(work) {
    const { db, input: given, actor, now, newId, record } = work;
    const staffId = staffIdOf(actor);
    const bytes = fromBase32(given.secret) ?? new Uint8Array();
    const lastStep = stepOf(bytes, given.code, now, 0);
    if (lastStep === null) throw invalid("code", "wrong-second-code");
    if (await codeOf(db, staffId)) throw missing();
    const id = newId();
    const cipher = seal("totp", Buffer.from(bytes).toString("base64"), id);
    await db.insert(totp).values({ id, staffId, cipher, addedAt: now, lastStep });
    record({ kind: "second-factor-added", facts: { staffId } });
    return { codes: await makeRecoveryCodes(work) };
  },
});

export const removeCode = command("remove-code", {
  input: input({}),
  allow: oneself,
  fresh: true,
  async run({ db, actor, record }) {
    const staffId = staffIdOf(actor);
    await mustHaveCode(db, actor);
    await db.delete(totp).where(eq(totp.staffId, staffId));
    await db.delete(recoveryCode).where(eq(recoveryCode.staffId, staffId));
    record({ kind: "second-factor-removed", facts: { staffId } });
  },
});

/** Ten new codes for paper; the former ones open nothing any more. */
export const renewRecoveryCodes = command("renew-recovery-codes", {
  input: input({}),
  allow: oneself,
  fresh: true,
  secret: true,
  async run(work) {
    await mustHaveCode(work.db, work.actor);
    return { codes: await makeRecoveryCodes(work) };
  },
});

/** A passkey that the person's own browser has just made; it was asked for in this session's name. */
export const addPasskey = command("add-passkey", {
  input: input({ name: someText(60), passkey: z.string().max(20_000), step: z.string().max(4000) }).transform(
    async ({ name, passkey, step }, context) => {
      const made = await readNewPasskey(passkey, step);
      if (made) return { name, made };
      context.addIssue({ code: "custom", path: ["passkey"], message: "wrong-passkey" });
      return z.NEVER;
    },
  ),
  allow: oneself,
  fresh: true,
  async run({ db, input: { name, made }, actor, now, newId, record }) {
    if (made.staffId !== staffIdOf(actor)) throw missing();
    const [known] = await db.select().from(passkey).where(eq(passkey.credentialId, made.credentialId));
    if (known) throw invalid("passkey", "wrong-passkey");
    const id = newId();
    await db.insert(passkey).values({ id, ...made, name, addedAt: now });
    record({ kind: "passkey-added", facts: { staffId: made.staffId, passkey: id } });
    return { id };
  },
});

export const removePasskey = command("remove-passkey", {
  input: input({ id: rowId }),
  allow: oneself,
  fresh: true,
  async run({ db, input: { id }, actor, record }) {
    const staffId = staffIdOf(actor);
    const own = and(eq(passkey.id, id), eq(passkey.staffId, staffId));
    const removed = await db.delete(passkey).where(own).returning({ id: passkey.id });
    if (removed.length === 0) throw missing();
    record({ kind: "passkey-removed", facts: { staffId, passkey: id } });
  },
});
