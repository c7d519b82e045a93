import { eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { roles } from "#db/vocabulary.ts";
import { command } from "../command.server.ts";
import { invalid, missing } from "../errors.ts";
import { input, optionalId, rowId, seenVersion, word, yesNo } from "../input.server.ts";
import { mayManage, staffWith } from "./find.server.ts";
import { endGrant, grant, join, leave } from "./join.server.ts";

const { roleGrant } = tables;

/** Who works in a department, and whether they stand for it: a department has one standing representative. */
export const setMembership = command("set-membership", {
  input: input({ id: optionalId, staffId: rowId, departmentId: rowId, representative: yesNo }),
  allow: mayManage,
  async run(work) {
    await staffWith(work.db, work.input.staffId);
    return { id: await join(work, work.input) };
  },
});

export const endMembership = command("end-membership", {
  input: input({ id: rowId, version: seenVersion }),
  allow: mayManage,
  run: (work) => leave(work, work.input),
});

export const grantRole = command("grant-role", {
  input: input({ id: optionalId, staffId: rowId, role: word(roles) }),
  allow: mayManage,
  async run(work) {
    const { id, staffId, role } = work.input;
    await staffWith(work.db, staffId);
    await grant(work, staffId, [role], "role", id);
  },
});

/** Nobody takes the administrator's role from themselves: there would be nobody left to give it back. */
export const endRole = command("end-role", {
  input: input({ id: rowId, version: seenVersion }),
  allow: mayManage,
  async run(work) {
    const { db, input: seen, actor } = work;
    const [held] = await db.select().from(roleGrant).where(eq(roleGrant.id, seen.id));
    if (!held) throw missing();
    if (actor.kind === "staff" && actor.id === held.staffId) throw invalid("id", "oneself");
    await endGrant(work, seen);
  },
});
