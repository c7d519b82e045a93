import { and, asc, desc, eq, gte } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { staffIdOf } from "../actor.ts";
import type { Look } from "../query.server.ts";
import { handoverState, lackingOf } from "./handover.ts";
import { type HandoverKept, handoverIsOpen } from "./handover-find.server.ts";
import { checksOf, shown } from "./handover-shown.server.ts";
import { newsFrom } from "./not-coming.server.ts";

const { guideHandover, youngPerson } = tables;

/** A young person whom somebody is asked to take over, or gives on. */
export type HandoverLine = {
  id: string;
  youngPersonId: string;
  name: string;
  from: string;
  to: string;
  toThere: boolean;
  askedAt: string;
  /** How much of the list is lacking. */
  lacking: number;
  /** The no of who was asked, and why; null while they have not answered. */
  saidNo: string | null;
};

async function lines(look: Look<unknown>, rows: { row: HandoverKept; name: string }[], by: string) {
  const all = await shown(
    look.db,
    rows.map(({ row }) => row),
    look.today,
  );
  const made: HandoverLine[] = [];
  for (const [n, { row, name }] of rows.entries()) {
    const of = all[n];
    if (!of) continue;
    const { id, youngPersonId, askedAt, declinedAt, declineReason } = row;
    look.saw({ youngPersonId, by });
    const lacking = lackingOf((await checksOf(look, row)).checks).length;
    const saidNo = declinedAt === null ? null : declineReason;
    made.push({ id, youngPersonId, name, askedAt, lacking, saidNo, from: of.from, to: of.to, toThere: of.toThere });
  }
  return made;
}

const joined = (look: Look<unknown>) =>
  look.db
    .select({ row: guideHandover, person: youngPerson })
    .from(guideHandover)
    .innerJoin(youngPerson, eq(youngPerson.id, guideHandover.youngPersonId));

const named = ({ row, person }: { row: HandoverKept; person: { firstName: string; lastName: string } }) => ({
  row,
  name: `${person.firstName} ${person.lastName}`,
});

/** Who waits for the asker's yes, the first one first. */
export async function handoversToTake(look: Look<unknown>): Promise<HandoverLine[]> {
  const rows = await joined(look)
    .where(and(handoverIsOpen, scope("guide-handover:answer")))
    .orderBy(asc(guideHandover.askedAt), asc(guideHandover.id))
    .prepare()
    .execute(asked(look));
  return lines(look, rows.map(named), "asked to take over");
}

const SAID_NO_MS = 7 * 86_400_000;

/** Whom the asker gives on and nobody has taken; and of the last week, to whom somebody said no, until another is asked. */
export async function handoversGiven(look: Look<unknown>): Promise<HandoverLine[]> {
  const { actor, now } = look;
  const since = new Date(Date.parse(now) - SAID_NO_MS).toISOString();
  const rows = await joined(look)
    .where(and(eq(guideHandover.fromStaffId, staffIdOf(actor)), scope("person:assign")))
    .orderBy(asc(guideHandover.askedAt), asc(guideHandover.id))
    .prepare()
    .execute(asked(look));
  const last = new Map(rows.map((one) => [one.row.youngPersonId, one]));
  const shownNow = [...last.values()].filter(
    ({ row }) => handoverState(row) === "open" || (row.declinedAt !== null && row.declinedAt > since),
  );
  return lines(look, shownNow.map(named), "assigned");
}

/** Somebody has taken over from the asker: who, and of whom; nothing of what came after. */
export type HandoverTaken = { id: string; youngPersonId: string; name: string; by: string; takenAt: string };

/** What the asker gave on, and somebody has said yes to; until the asker has seen it. The last first. */
export async function handoversTaken(look: Look<unknown>, youngPersonId?: string): Promise<HandoverTaken[]> {
  const rows = await joined(look)
    .where(
      and(
        scope("guide-handover:taken"),
        gte(guideHandover.acceptedAt, newsFrom(look.today)),
        youngPersonId === undefined ? undefined : eq(guideHandover.youngPersonId, youngPersonId),
      ),
    )
    .orderBy(desc(guideHandover.acceptedAt), desc(guideHandover.id))
    .prepare()
    .execute(asked(look));
  const all = await shown(
    look.db,
    rows.map(({ row }) => row),
    look.today,
  );
  return rows.map((one, n) => {
    const { id, youngPersonId, acceptedAt, saidYesBy } = one.row;
    look.saw({ youngPersonId, by: "gave on" });
    const { acceptedBy = "", to = "" } = all[n] ?? {};
    return { id, youngPersonId, name: named(one).name, by: saidYesBy ? to : acceptedBy, takenAt: acceptedAt ?? "" };
  });
}
