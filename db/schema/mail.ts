import { at, id, int, on, table, text, uniqueIndex } from "../columns.ts";
import { staff } from "./staff.ts";

/** What somebody is told of a day's work by mail: numbers alone. One a day; where there is nothing to tell it is kept and not sent. */
export const dailyMail = table(
  "daily_mail",
  {
    id: id(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    forOn: on().notNull(),
    countedAt: at().notNull(),
    fresh: int().notNull(),
    toAnswer: int().notNull(),
    late: int().notNull(),
    sentAt: at(),
  },
  (t) => [uniqueIndex("daily_mail_day").on(t.staffId, t.forOn)],
);
