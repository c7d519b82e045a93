import type { Db } from "#db/index.server.ts";
import { staffIdOf } from "../actor.ts";
import { isRowId } from "../input.server.ts";
import { upperClasses } from "../minutes/classes.ts";
import type { Change } from "../topics.ts";
import { type Asking, decide } from "./decide.server.ts";

/**
 * The name of the rule by which the asker may watch a topic, or null: the same rules that guard the queries.
 * An unknown topic and a refused one are answered alike.
 */
export async function mayWatch(db: Db, asking: Asking, topic: string): Promise<string | null> {
  if (topic === "outreach") return decide(db, asking, "outreach:work", staffIdOf(asking.actor));
  const [kind, id, ...more] = topic.split(":");
  if (!isRowId(id) || (more.length > 0 && kind !== "item")) return null;
  const { actor } = asking;
  switch (kind) {
    case "item":
      return more.length === 0 ? decide(db, asking, "item:see", id) : mayReadClass(db, asking, id, more);
    case "meeting":
      return decide(db, asking, "meeting:whole", id);
    case "person":
      return decide(db, asking, "person:open", id);
    case "course":
      return decide(db, asking, "course:see", id);
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

/** A class of an item's text; of the texts for named departments those for one, for whoever works there or keeps the minutes. */
async function mayReadClass(db: Db, asking: Asking, itemId: string, parts: string[]) {
  const [textClass, departmentId] = parts;
  const known = upperClasses.find((one) => one === textClass);
  if (!known) return null;
  const by = await decide(db, asking, `item:${known}`, itemId);
  if (known !== "named_departments") return parts.length === 1 ? by : null;
  if (parts.length !== 2 || !isRowId(departmentId)) return null;
  return by === null || by === "leads the meeting" ? by : decide(db, asking, "department:watch", departmentId);
}

/** Of what a command changed, what its sender may know: it may have touched topics that they cannot watch. */
export async function changesFor(db: Db, asking: Asking, changes: Change[]): Promise<Change[]> {
  const shown: Change[] = [];
  for (const change of changes) if ((await mayWatch(db, asking, change.topic)) !== null) shown.push(change);
  return shown;
}
