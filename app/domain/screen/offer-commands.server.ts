import { randomInt } from "node:crypto";
import { and, eq, gt, isNull } from "drizzle-orm";
import * as z from "zod";
import { type Db, tables } from "#db/index.server.ts";
import { onlySystem } from "../access/decide.server.ts";
import { command } from "../command.server.ts";
import { missing } from "../errors.ts";
import { input, rowId } from "../input.server.ts";
import { OFFER_MS } from "./rules.ts";

const { bigScreen } = tables;

const before = (now: string, ms: number) => new Date(Date.parse(now) - ms).toISOString();
const waits = and(isNull(bigScreen.meetingId), isNull(bigScreen.endedAt));

/** The computer that waits with this code, if its offer still stands. */
export async function waitingWith(db: Db, code: string, now: string): Promise<{ id: string } | null> {
  const [row] = await db
    .select({ id: bigScreen.id })
    .from(bigScreen)
    .where(and(waits, eq(bigScreen.code, code), gt(bigScreen.offeredAt, before(now, OFFER_MS))));
  return row ?? null;
}

async function freeCode(db: Db): Promise<string> {
  const taken = new Set(
    (await db.select({ code: bigScreen.code }).from(bigScreen).where(waits)).map(({ code }) => code),
  );
  for (;;) {
    const code = String(randomInt(0, 1_000_000)).padStart(6, "0");
    if (!taken.has(code)) return code;
  }
}

const bySystem = onlySystem("a room's computer asked");

/** A room's computer asks for a code. */
export const offerScreen = command("offer-screen", {
  input: input({ tokenHash: z.string().length(64) }),
  allow: bySystem,
  secret: true,
  async run({ db, input: { tokenHash }, now, newId, record }) {
    const id = newId();
    const code = await freeCode(db);
    await db.insert(bigScreen).values({ id, tokenHash, code, offeredAt: now });
    record({ kind: "screen-offered", facts: { screen: id } });
    return { id, code, offeredAt: now };
  },
});

/** Nobody typed the code in time: the same computer gets another one. */
export const renewOffer = command("renew-offer", {
  input: input({ screenId: rowId }),
  allow: bySystem,
  secret: true,
  async run({ db, input: { screenId }, now, record }) {
    const code = await freeCode(db);
    const renewed = await db
      .update(bigScreen)
      .set({ code, offeredAt: now })
      .where(and(waits, eq(bigScreen.id, screenId)))
      .returning({ id: bigScreen.id });
    if (renewed.length === 0) throw missing();
    record({ kind: "screen-offered", facts: { screen: screenId, renewed: true } });
    return { id: screenId, code, offeredAt: now };
  },
});
