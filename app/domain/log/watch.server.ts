import { eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { Asker } from "../asker.server.ts";
import type { Topic } from "../topics.ts";
import { seqOf } from "../touched.server.ts";
import { type LogRow, rowOf } from "./append.server.ts";

const { agendaItem } = tables;

/** The log's row for the beginning or end of watching a topic: between the two, what was sent there was seen. */
export async function watchRow(
  db: Db,
  kind: "watch-began" | "watch-ended",
  topic: Topic,
  asker: Asker,
  reason: string | null = null,
): Promise<LogRow> {
  const [what, id = ""] = topic.split(":");
  const [item] =
    what === "item"
      ? await db
          .select({ youngPersonId: agendaItem.youngPersonId, meetingId: agendaItem.meetingId })
          .from(agendaItem)
          .where(eq(agendaItem.id, id))
      : [];
  return rowOf(asker, kind, "watch", {
    youngPersonId: item?.youngPersonId ?? (what === "person" ? id : null),
    meetingId: item?.meetingId ?? (what === "meeting" || what === "screen" ? id : null),
    itemId: what === "item" ? id : null,
    reason,
    facts: { topic, seq: await seqOf(db, topic) },
  });
}
