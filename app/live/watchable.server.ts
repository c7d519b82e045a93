import type { Db } from "#db/index.server.ts";
import { type Asking, decide } from "#domain/access/decide.server.ts";
import { isRowId } from "#domain/input.server.ts";

/**
 * The name of the rule by which the asker may watch a topic, or null: the same rules that guard the queries.
 * An unknown topic and a refused one are answered alike.
 */
export async function mayWatch(db: Db, asking: Asking, topic: string): Promise<string | null> {
  const [kind, id] = topic.split(":");
  if (!isRowId(id)) return null;
  const { actor } = asking;
  switch (kind) {
    case "item":
      return decide(db, asking, "item:see", id);
    case "meeting":
      return decide(db, asking, "meeting:whole", id);
    case "screen":
      return decide(db, asking, "screen:of-meeting", id);
    case "department":
      return decide(db, asking, "department:watch", id);
    case "staff":
      return actor.kind === "staff" && actor.id === id ? "oneself" : null;
    case "device":
      return actor.kind === "screen" && actor.id === id ? "itself" : null;
    default:
      return null;
  }
}
