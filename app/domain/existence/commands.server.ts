import { and, eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { existenceLevels, existenceRoles } from "#db/vocabulary.ts";
import { may } from "../access/decide.server.ts";
import { command } from "../command.server.ts";
import { invalid } from "../errors.ts";
import { input, rowId, versionOrNone, word } from "../input.server.ts";
import { meetingsAbout, staffAround } from "../meetings/find.server.ts";
import { revise } from "../revise.server.ts";
import { staffTopic } from "../topics.ts";

const { existence } = tables;

/** Says what those of a role who have no right to a young person's items learn of them. It opens nothing of an item. */
export const setExistence = command("set-existence", {
  input: input({
    youngPersonId: rowId,
    role: word(existenceRoles),
    level: word(existenceLevels),
    version: versionOrNone,
  }),
  allow: ({ db, actor, now, today, input: { youngPersonId } }) =>
    may(db, { actor, now, today }, "person:existence", youngPersonId),
  async run({ db, input, today, newId, by, record, rights, reload }) {
    const { youngPersonId, role, level, version } = input;
    if (role === "external" && level === "name") throw invalid("level", "choose");
    const of = and(eq(existence.youngPersonId, youngPersonId), eq(existence.role, role));
    const [row] = await db.select().from(existence).where(of);
    if (row) await revise(db, existence, { id: row.id, version }, { level }, by);
    else await db.insert(existence).values({ id: newId(), youngPersonId, role, level });
    record({ kind: "existence-set", youngPersonId, facts: { role, level } });
    rights();
    for (const at of await meetingsAbout(db, youngPersonId))
      if (at.state !== "closed") reload(...(await staffAround(db, at, today)).map(staffTopic));
  },
});
