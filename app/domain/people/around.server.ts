import { eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type Asking, decide, may } from "../access/decide.server.ts";
import { missing } from "../errors.ts";
import { looksAt } from "../log/looks.server.ts";
import { type Look, query } from "../query.server.ts";
import { factsOf } from "../sharing/school-facts.server.ts";
import { consentsShown, networkShown } from "../sharing/shown.server.ts";
import { staffWho } from "../staff/find.server.ts";
import { peopleInForum } from "../staff/reference.server.ts";
import { canGoWith } from "../staff/rules.ts";
import { assignmentsOf } from "./find.server.ts";

const { youngPerson } = tables;

type Input = { id: string };

const MOST_LOOKS = 500;

/** Who goes with a young person today, and who could: for those who say so. */
export const peopleAround = query("people-around", {
  allow: ({ db, actor, now, today, input: { id } }: { db: Db; input: Input } & Asking) =>
    may(db, { actor, now, today }, "person:assign", id),
  async run(look: Look<Input>) {
    const { db, input, actor, now, today, saw, record } = look;
    const { id } = input;
    const [person] = await db.select().from(youngPerson).where(eq(youngPerson.id, id));
    if (!person) throw missing();
    saw({ youngPersonId: id });
    const looks = (await decide(db, { actor, now, today }, "person:looks", id)) !== null;
    if (looks) record({ kind: "log-read", youngPersonId: id });
    const { staff } = await peopleInForum(db, today);
    const known = new Map(staff.map((one) => [one.id, one]));
    const could = new Set(await staffWho(db, canGoWith, today));
    const around = (await assignmentsOf(db, id, today)).map(({ id, version, staffId, kind, primary, fromOn }) => {
      const { name = "", title = "" } = known.get(staffId) ?? {};
      return { id, version, staffId, name, title, kind, primary, fromOn };
    });
    return {
      id,
      name: `${person.firstName} ${person.lastName}`,
      bornOn: person.bornOn,
      // The contact person stands first.
      around: around.sort((a, b) => Number(b.primary) - Number(a.primary) || (a.fromOn < b.fromOn ? -1 : 1)),
      network: await networkShown(look, id),
      schoolFacts: await factsOf(db, id),
      consents: await consentsShown(look, id),
      colleagues: staff.filter((one) => could.has(one.id)),
      /** Who has looked, by day and unit, the newest first; null for those who may not read it. */
      looks: looks ? await looksAt(db, id, MOST_LOOKS) : null,
      today,
    };
  },
});

export type PeopleAround = Awaited<ReturnType<(typeof peopleAround)["run"]>>;
