import { tables } from "#db/index.server.ts";
import type { Work } from "../command.server.ts";
import { revise } from "../revise.server.ts";
import { SECTION_115 } from "../sharing/rules.ts";
import { personTopic } from "../topics.ts";
import { lastCaseOf } from "./find.server.ts";
import { caseView } from "./views.server.ts";

const { coordinationCase } = tables;

/** A case begins: it is accepted, and becomes active when its first item is held. Where one is open already, that one goes on. */
export async function openCase(
  { db, today, newId, record, touch }: Pick<Work<unknown>, "db" | "today" | "newId" | "record" | "touch">,
  youngPersonId: string,
): Promise<string> {
  const last = await lastCaseOf(db, youngPersonId);
  if (last && last.endedAt === null) return last.id;
  const id = newId();
  await db.insert(coordinationCase).values({ id, youngPersonId, state: "accepted", sinceOn: today, openedOn: today });
  record({ kind: last ? "case-reopened" : "case-opened", youngPersonId, facts: { case: id } });
  // Nobody looks yet at whom the forum has just come to know.
  if (last) touch(personTopic(youngPersonId), caseView, id);
  return id;
}

/** An item about the young person was held: from the first one on the case is active. One under § 115 begins nothing. */
export async function beginWhenHeld(
  { db, today, by, record, touch }: Pick<Work<unknown>, "db" | "today" | "by" | "record" | "touch">,
  { youngPersonId }: { youngPersonId: string | null },
  { typeCode }: { typeCode: string },
): Promise<void> {
  if (youngPersonId === null || typeCode === SECTION_115) return;
  const last = await lastCaseOf(db, youngPersonId);
  if (last?.state !== "accepted") return;
  await revise(db, coordinationCase, last, { state: "active", sinceOn: today }, by);
  record({ kind: "case-begun", youngPersonId, facts: { case: last.id } });
  touch(personTopic(youngPersonId), caseView, last.id);
}
