import { and, desc, eq, gte, isNull, or } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type Asking, asked, mayAsStaff } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { staffIdOf } from "../actor.ts";
import { addDays } from "../days.ts";
import { type Look, query } from "../query.server.ts";
import { peopleInForum } from "../staff/reference.server.ts";
import { MONTH_DAYS, USUAL_IN_A_MONTH } from "./rules.ts";

const { breakGlass, youngPerson } = tables;

const SHOWN_DAYS = 14;
const KEPT_DAYS = 90;

type Row = typeof breakGlass.$inferSelect;

/** Who used it, when, and how far it has been looked through; `young` only for those who may know whom it was about. */
export type Emergency = Pick<
  Row,
  "id" | "version" | "startedAt" | "endsAt" | "endedAt" | "reviewBy" | "verdict" | "verdictNote" | "reviewedAt"
> & { staff: string; own: boolean; young: string | null; reviewedBy: string | null };

async function shown(look: Look<unknown>, rows: { row: Row; young: string | null }[]): Promise<Emergency[]> {
  const { staff } = await peopleInForum(look.db, look.today);
  const names = new Map(staff.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ""));
  return rows.map(({ row, young }) => {
    const { id, version, startedAt, endsAt, endedAt, reviewBy, verdict, verdictNote, reviewedAt } = row;
    return {
      ...{ id, version, startedAt, endsAt, endedAt, reviewBy, verdict, verdictNote, reviewedAt, young },
      staff: nameOf(row.staffId) ?? "",
      own: row.staffId === staffIdOf(look.actor),
      reviewedBy: nameOf(row.reviewedById),
    };
  });
}

/** Those that wait to be looked through, and those that were lately, of which the asker may know. */
async function known(look: Look<unknown>, days: number) {
  const { db, today, saw } = look;
  const rows = await db
    .select({ row: breakGlass, person: youngPerson })
    .from(breakGlass)
    .innerJoin(youngPerson, eq(youngPerson.id, breakGlass.youngPersonId))
    .where(
      and(scope("emergency:know"), or(isNull(breakGlass.reviewedAt), gte(breakGlass.startedAt, addDays(today, -days)))),
    )
    .orderBy(desc(breakGlass.startedAt))
    .prepare()
    .execute(asked(look));
  return rows.map(({ row, person }) => {
    saw({ youngPersonId: person.id, by: "told of an emergency" });
    return { row, young: `${person.firstName} ${person.lastName}` };
  });
}

/** For the start pages of lead workers and coordinators: what waits, and what became of it. */
export const emergencyLines = async (look: Look<unknown>): Promise<Emergency[]> =>
  shown(look, await known(look, SHOWN_DAYS));

/** For the reviewer of the log: who used it and when, about nobody by name, and who used it more than is usual. */
export async function emergenciesCounted(look: Look<unknown>) {
  const rows = await look.db
    .select()
    .from(breakGlass)
    .where(gte(breakGlass.startedAt, addDays(look.today, -MONTH_DAYS)))
    .orderBy(desc(breakGlass.startedAt));
  const used = new Map<string, number>();
  for (const { staffId } of rows) used.set(staffId, (used.get(staffId) ?? 0) + 1);
  const { staff } = await peopleInForum(look.db, look.today);
  return {
    lines: (
      await shown(
        look,
        rows.map((row) => ({ row, young: null })),
      )
    ).map((line) => ({ ...line, verdictNote: "" })),
    often: [...used]
      .filter(([, times]) => times > USUAL_IN_A_MONTH)
      .map(([id, times]) => ({ id, name: staff.find((one) => one.id === id)?.name ?? "", times })),
  };
}

type Asked = { db: Db } & Asking;

/** The page on which it is opened: nothing of anybody before. */
export const emergencyForm = query("emergency-form", {
  allow: (at: Asked) => mayAsStaff(at.db, at, "emergency:open"),
  run: async ({ input: { found } }: Look<{ found: boolean }>) => ({ found }),
});

/** Every emergency access that waits for a coordinator, with what was written, and the ones of the last months. */
export const emergencyReviews = query("emergency-reviews", {
  allow: (at: Asked) => mayAsStaff(at.db, at, "emergency:list"),
  async run(look: Look<Record<string, never>>) {
    const rows = await known(look, KEPT_DAYS);
    const all = await shown(look, rows);
    const asked = rows.map(({ row: { reason, words } }) => ({ reason, words }));
    const list = all.map((one, at) => ({ ...one, ...asked[at] }));
    return {
      waiting: list.filter(({ reviewedAt }) => reviewedAt === null),
      done: list.filter(({ reviewedAt }) => reviewedAt !== null),
      now: look.now,
      today: look.today,
    };
  },
});
