import { inArray, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import { type Change, keyOf, type Row, type Topic } from "./topics.ts";

const { topicSeq } = tables;

/** How one kind of row of a topic is read: by its ids, as it stands at a moment. */
export type View<R extends Row> = {
  kind: R["kind"];
  byIds: (db: Db, ids: string[], now: string) => Promise<R[]>;
};

const countUp = prepared((db) =>
  db
    .insert(topicSeq)
    .values({ topic: sql.placeholder("topic") as never, seq: 1 })
    .onConflictDoUpdate({ target: topicSeq.topic, set: { seq: sql`${topicSeq.seq} + 1` } })
    .returning({ seq: topicSeq.seq })
    .prepare(),
);

const seqFor = prepared((db) =>
  db
    .select({ seq: topicSeq.seq })
    .from(topicSeq)
    .where(inArray(topicSeq.topic, [sql.placeholder("topic")]))
    .prepare(),
);

/** How many changes a topic has had; 0 for one that nothing has happened in. */
export async function seqOf(db: Db, topic: Topic): Promise<number> {
  const [row] = await seqFor(db).execute({ topic });
  return row?.seq ?? 0;
}

/** Collects what a command touched, and makes of it one change for each topic, read as it stands at the end. */
export function gather(db: Db, now: string) {
  const topics = new Map<Topic, Map<View<Row>, Set<string>>>();

  function touch<R extends Row>(topic: Topic, view: View<R>, ...ids: string[]) {
    const views = topics.get(topic) ?? new Map<View<Row>, Set<string>>();
    topics.set(topic, views);
    const known = views.get(view) ?? new Set<string>();
    views.set(view, known);
    for (const id of ids) known.add(id);
  }

  async function changes(): Promise<Change[]> {
    const made: Change[] = [];
    for (const [topic, views] of topics) {
      const put: Row[] = [];
      const drop: string[] = [];
      for (const [view, ids] of views) {
        const rows = await view.byIds(db, [...ids], now);
        put.push(...rows);
        const found = new Set(rows.map((row) => row.id));
        for (const id of ids) if (!found.has(id)) drop.push(keyOf({ kind: view.kind, id }));
      }
      const [row] = await countUp(db).execute({ topic });
      made.push({ topic, seq: row?.seq ?? 0, put, drop });
    }
    return made;
  }

  return { touch, changes };
}
