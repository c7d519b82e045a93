import type { Db } from "#db/index.server.ts";
import { isRowId } from "../input.server.ts";
import type { Change } from "../topics.ts";
import { type Asking, decide } from "./decide.server.ts";

/**
 * The name of the rule by which the asker may watch a topic, or null: the same rules that guard the queries.
 * An unknown topic and a refused one are answered alike.
 */
export async function mayWatch(db: Db, asking: Asking, topic: string): Promise<string | null> {
  const [kind, id, ...more] = topic.split(":");
  if (!isRowId(id) || more.length > 0) return null;
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

/** Of what a command changed, what its sender may know: it may have touched topics that they cannot watch. */
export async function changesFor(db: Db, asking: Asking, changes: Change[]): Promise<Change[]> {
  const shown: Change[] = [];
  for (const change of changes) if ((await mayWatch(db, asking, change.topic)) !== null) shown.push(change);
  return shown;
}
