import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { onlySystem } from "../access/decide.server.ts";
import { command } from "../command.server.ts";
import { isWorkingDay } from "../days.ts";
import { missing } from "../errors.ts";
import { input, rowId } from "../input.server.ts";
import { countsFor } from "./counts.server.ts";

const { dailyMail, staff } = tables;

const bySystem = onlySystem("system");
const A_DAY_MS = 24 * 3_600_000;

/** Counts once a working day what there is to tell each who wants mail. What others are told nobody sees; the mail names no one. */
export const countForMail = command("count-for-mail", {
  input: input({}),
  allow: bySystem,
  async run({ db, now, today, newId }) {
    if (!isWorkingDay(today)) return;
    const people = await db
      .select({ id: staff.id })
      .from(staff)
      .leftJoin(dailyMail, and(eq(dailyMail.staffId, staff.id), eq(dailyMail.forOn, today)))
      .where(and(isNotNull(staff.email), eq(staff.wantsMail, true), isNull(staff.endedAt), isNull(dailyMail.id)));
    for (const { id: staffId } of people) {
      const [last] = await db
        .select({ countedAt: dailyMail.countedAt })
        .from(dailyMail)
        .where(eq(dailyMail.staffId, staffId))
        .orderBy(desc(dailyMail.forOn))
        .limit(1);
      const since = last?.countedAt ?? new Date(Date.parse(now) - A_DAY_MS).toISOString();
      const counts = await countsFor(db, { actor: { kind: "staff", id: staffId, sessionId: "" }, now, today }, since);
      await db.insert(dailyMail).values({ id: newId(), staffId, forOn: today, countedAt: now, ...counts });
    }
  },
});

/** The mail server has taken it. */
export const noteMailSent = command("note-mail-sent", {
  input: input({ id: rowId }),
  allow: bySystem,
  async run({ db, input: { id }, now, record }) {
    const [row] = await db
      .update(dailyMail)
      .set({ sentAt: now })
      .where(and(eq(dailyMail.id, id), isNull(dailyMail.sentAt)))
      .returning({ staffId: dailyMail.staffId });
    if (!row) throw missing();
    record({ kind: "mail-sent", facts: { staffId: row.staffId } });
  },
});
