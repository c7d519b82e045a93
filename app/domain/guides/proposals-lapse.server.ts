import { and, eq, isNull } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import type { Work } from "../command.server.ts";
import { coordinators } from "../people/find.server.ts";
import { revise } from "../revise.server.ts";
import { personTopic, staffTopic } from "../topics.ts";
import { tellGoing } from "./going.server.ts";

const { guideRequest } = tables;

type Step = Pick<Work<unknown>, "db" | "today" | "by" | "record" | "reload" | "rights">;

/** Who is no guide any more is proposed to nobody: another is to be proposed. Nobody has said no. */
export async function lapseProposals(work: Step, staffId: string): Promise<void> {
  const { db, today, by, record, reload, rights } = work;
  const open = await db
    .select()
    .from(guideRequest)
    .where(and(eq(guideRequest.proposedId, staffId), isNull(guideRequest.endedOn)));
  for (const row of open) {
    const { id, youngPersonId } = row;
    const set = { state: "requested" as const, proposedId: null, proposedOn: null, saidYesOn: null };
    await revise(db, guideRequest, row, set, by);
    record({ kind: "guide-proposal-lapsed", youngPersonId, facts: { request: id, staffId } });
    rights();
    reload(personTopic(youngPersonId), staffTopic(staffId));
    await tellGoing(work, youngPersonId);
    reload(...(await coordinators(db, today)).map(staffTopic));
  }
}
