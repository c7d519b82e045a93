import type { Db } from "#db/index.server.ts";
import type { Asking } from "../access/decide.server.ts";
import { mayWatch } from "../access/watchable.server.ts";
import type { Topic } from "../topics.ts";
import { itemClassTopic } from "../topics.ts";
import { upperClasses } from "./classes.ts";
import { classTopicsOf, type UpperRow, upperParagraphsOf } from "./views.server.ts";

export type Uppers = {
  rows: UpperRow[];
  /** The class topics that the asker may watch, with the rule that lets them. */
  topics: { topic: Topic; by: string }[];
};

/** What of an item's minutes stands above the shared class and the asker may read, by the same rule that guards the topics. */
export async function uppersFor(
  db: Db,
  asking: Asking,
  itemId: string,
  departmentIds: readonly string[],
): Promise<Uppers> {
  const all = await upperParagraphsOf(db, itemId);
  const places = new Set([...departmentIds, ...all.flatMap(({ readers }) => readers)]);
  const possible = upperClasses.flatMap((textClass) =>
    textClass === "named_departments"
      ? [...places].map((id) => itemClassTopic(itemId, textClass, id))
      : [itemClassTopic(itemId, textClass)],
  );
  const topics: Uppers["topics"] = [];
  for (const topic of possible) {
    const by = await mayWatch(db, asking, topic);
    if (by !== null) topics.push({ topic, by });
  }
  const may = new Set(topics.map(({ topic }) => topic));
  return { topics, rows: all.filter((row) => classTopicsOf(itemId, row).some(({ topic }) => may.has(topic))) };
}
