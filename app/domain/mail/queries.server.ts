import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { Language } from "#db/vocabulary.ts";
import { onlySystem } from "../access/decide.server.ts";
import { query } from "../query.server.ts";
import { hasNews, type MailCounts } from "./rules.ts";

const { dailyMail, staff } = tables;

export type MailToSend = { id: string; email: string; language: Language; counts: MailCounts };

/** Those of today that have something to tell and are not sent; whoever has said no since then gets none. */
async function toSendOn(db: Db, today: string): Promise<MailToSend[]> {
  const rows = await db
    .select({ mail: dailyMail, email: staff.email, language: staff.language })
    .from(dailyMail)
    .innerJoin(staff, eq(staff.id, dailyMail.staffId))
    .where(
      and(
        eq(dailyMail.forOn, today),
        isNull(dailyMail.sentAt),
        ...[isNotNull(staff.email), eq(staff.wantsMail, true), isNull(staff.endedAt)],
      ),
    )
    .orderBy(asc(dailyMail.id));
  return rows.flatMap(({ mail: { id, fresh, toAnswer, late }, email, language }) =>
    email && hasNews({ fresh, toAnswer, late }) ? [{ id, email, language, counts: { fresh, toAnswer, late } }] : [],
  );
}

export const mailToSend = query("mail-to-send", {
  allow: onlySystem("system"),
  run: async ({ db, today }) => toSendOn(db, today),
});
