import { randomInt } from "node:crypto";
import { and, eq, isNull, lt, or } from "drizzle-orm";
import * as z from "zod";
import { type Db, tables } from "#db/index.server.ts";
import type { Assurance } from "#db/vocabulary.ts";
import type { Work } from "../command.server.ts";
import { invalid } from "../errors.ts";
import { moment, rowId } from "../input.server.ts";
import { blindIndexOf, unseal } from "../vault.server.ts";
import { stepOf } from "./totp.server.ts";

const { passkey, recoveryCode, totp } = tables;

/** What somebody gave to prove who they are; the password or the signature itself was looked at before. */
export const proofGiven = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("password"), code: z.string().max(40).default("") }),
  z.strictObject({ by: z.literal("passkey"), id: rowId, counter: z.number().int(), askedAt: moment }),
]);
export type ProofGiven = z.infer<typeof proofGiven>;

/** How the proof was given, for the log; `freshAt` when it was given in full, null when a part of it was. */
export type Settled = { way: string; assurance: Assurance; freshAt: string | null };

type Step = Pick<Work<unknown>, "db" | "now" | "record">;

export async function codeOf(db: Db, staffId: string) {
  const [held] = await db.select().from(totp).where(eq(totp.staffId, staffId));
  return held;
}

/**
 * Takes what was given in the transaction that it opens something in, so that no code and no signature counts twice.
 * @throws Declined `invalid` when the code is wrong or used, or the passkey has signed something later.
 */
export async function settle(step: Step, staffId: string, proof: ProofGiven): Promise<Settled> {
  if (proof.by === "passkey") {
    await signedOnce(step, staffId, proof);
    return { way: "passkey", assurance: "substantial", freshAt: step.now };
  }
  const held = await codeOf(step.db, staffId);
  if (!held) return { way: "password", assurance: "low", freshAt: step.now };
  if (!proof.code) return { way: "password", assurance: "low", freshAt: null };
  return { way: await spendCode(step, held, proof.code), assurance: "substantial", freshAt: step.now };
}

async function spendCode({ db, now, record }: Step, held: typeof totp.$inferSelect, typed: string): Promise<string> {
  const secret = Buffer.from(unseal("totp", held.cipher, held.id), "base64");
  const step = stepOf(secret, typed, now, held.lastStep);
  if (step !== null) {
    await db.update(totp).set({ lastStep: step }).where(eq(totp.id, held.id));
    return "password-code";
  }
  const used = await db
    .update(recoveryCode)
    .set({ usedAt: now })
    .where(
      and(
        eq(recoveryCode.staffId, held.staffId),
        eq(recoveryCode.codeHash, recoveryHash(held.staffId, typed)),
        isNull(recoveryCode.usedAt),
      ),
    )
    .returning({ id: recoveryCode.id });
  if (used.length === 0) throw invalid("code", "wrong-second-code");
  record({ kind: "recovery-code-used", facts: { staffId: held.staffId } });
  return "password-recovery-code";
}

/** A challenge asked for before the passkey's last use was that one's, or an older one: it opens nothing any more. */
async function signedOnce({ db, now }: Step, staffId: string, proof: Extract<ProofGiven, { by: "passkey" }>) {
  const used = await db
    .update(passkey)
    .set({ counter: proof.counter, usedAt: now })
    .where(
      and(
        eq(passkey.id, proof.id),
        eq(passkey.staffId, staffId),
        or(isNull(passkey.usedAt), lt(passkey.usedAt, proof.askedAt)),
      ),
    )
    .returning({ id: passkey.id });
  if (used.length === 0) throw invalid("passkey", "wrong-passkey");
}

const RECOVERY_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

/** A code for paper: `ABCDE-FGHJK`, without letters that are taken for others. */
export const newRecoveryCode = (): string =>
  Array.from({ length: 10 }, () => RECOVERY_LETTERS[randomInt(RECOVERY_LETTERS.length)])
    .join("")
    .replace(/^.{5}/, "$&-");

export const recoveryHash = (staffId: string, typed: string): string =>
  blindIndexOf("totp", `${staffId} ${typed.toUpperCase().replace(/[^A-Z0-9]/g, "")}`);
