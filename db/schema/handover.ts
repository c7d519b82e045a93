import { isNull } from "drizzle-orm";
import { at, flag, id, index, table, text, uniqueIndex, version } from "../columns.ts";
import { action } from "./items.ts";
import { department, staff } from "./staff.ts";

/** Somebody is asked to take over an agreement; until they have said yes it is still whose it was. */
export const handover = table(
  "handover",
  {
    id: id(),
    actionId: text()
      .notNull()
      .references(() => action.id),
    departmentId: text()
      .notNull()
      .references(() => department.id),
    /** Who of the department is asked; nobody by name: whoever sits in the forum for it. */
    staffId: text().references(() => staff.id),
    reason: text().notNull(),
    askedById: text().references(() => staff.id),
    askedAt: at().notNull(),
    /** Null while nobody has answered. */
    accepted: flag(),
    answeredById: text().references(() => staff.id),
    answeredAt: at(),
    declineReason: text().notNull().default(""),
    version: version(),
  },
  (t) => [
    uniqueIndex("handover_open").on(t.actionId).where(isNull(t.answeredAt)),
    index("handover_action").on(t.actionId, t.answeredAt),
    index("handover_department").on(t.departmentId),
  ],
);
