import { and, asc, desc, eq, inArray, like, notExists, or, sql } from "drizzle-orm";
import {
  among,
  type Db,
  LEAST_LETTERS,
  matchFor,
  matching,
  prepared,
  searchIndexes,
  tables,
} from "#db/index.server.ts";
import type { SearchKind } from "#db/vocabulary.ts";
import { type Asking, asked } from "../access/decide.server.ts";
import { reachesAll, withinReach } from "../access/reach.server.ts";
import { scope } from "../access/rules.server.ts";
import { danishSortKey } from "../text.ts";
import { fitOfAll, holdsAll, lettersIn } from "./words.ts";

const { action, agendaItem, searchDue, searchEntry, youngPerson } = tables;
const { searchAction, searchMinutes, searchName, searchPlan } = searchIndexes;

/** A text that holds what was typed, and that the asker may read. */
export type Hit = {
  kind: SearchKind;
  seq: number;
  /** The row that holds the text. */
  sourceId: string;
  youngPersonId: string;
  itemId: string | null;
  text: string;
};

/** So many of each kind are read, the newest first, and put in order; what is further back is found by one more word. */
const MOST_OF_A_KIND = 60;

/** Of each kind: its index of words, the row whose right opens the text, where it stands, and what of it somebody could reach at all. */
const kinds = {
  name: { index: searchName, row: youngPerson, is: searchEntry.youngPersonId, what: "person:open" },
  plan: { index: searchPlan, row: youngPerson, is: searchEntry.youngPersonId, what: "person:open" },
  action: { index: searchAction, row: action, is: searchEntry.sourceId, what: "action:see" },
  minutes: { index: searchMinutes, row: agendaItem, is: searchEntry.itemId, what: "item:see" },
} as const satisfies Record<SearchKind, unknown>;

const columns = {
  seq: searchEntry.seq,
  sourceId: searchEntry.sourceId,
  youngPersonId: searchEntry.youngPersonId,
  itemId: searchEntry.itemId,
};

/** A text that was changed after the index was brought in step is not found by what it was. */
const isTakenIn = (db: Db) =>
  notExists(
    db.select({ sourceId: searchDue.sourceId }).from(searchDue).where(eq(searchDue.sourceId, searchEntry.sourceId)),
  );

type Row = Omit<Hit, "kind">;
type Ways = {
  /** From the index, asking each text: where nearly all of them stand open. */
  byIndex: (db: Db, asking: Asking, words: readonly string[]) => Promise<Row[]>;
  /** From the texts that the asker could reach at all: as long as their own are few, the number of others is of no account. */
  byReach: (db: Db, asking: Asking, words: readonly string[]) => Promise<Row[]>;
};

function waysOf(kind: SearchKind): Ways {
  const { index, row, is, what } = kinds[kind];
  const text = sql<string>`${index.text}`;
  const opens = (db: Db) => and(eq(searchEntry.kind, kind), eq(row.id, is), isTakenIn(db), scope(what));
  // The order of the tables is the order in which they are gone through.
  const found = prepared((db) =>
    db
      .select({ ...columns, text })
      .from(index)
      .crossJoin(searchEntry)
      .crossJoin(row)
      .where(and(matching(kind, "match"), eq(searchEntry.seq, index.rowid), opens(db)))
      .orderBy(desc(index.rowid))
      .limit(MOST_OF_A_KIND)
      .prepare(),
  );
  const reached = prepared((db) =>
    db
      .select({ seq: searchEntry.seq, text })
      .from(searchEntry)
      .crossJoin(index)
      .where(and(withinReach[what](is), eq(searchEntry.kind, kind), eq(index.rowid, searchEntry.seq)))
      .prepare(),
  );
  const opened = prepared((db) =>
    db
      .select({ ...columns })
      .from(searchEntry)
      .crossJoin(row)
      .where(and(among(searchEntry.seq, "seqs"), opens(db)))
      .orderBy(desc(searchEntry.seq))
      .limit(MOST_OF_A_KIND)
      .prepare(),
  );
  return {
    byIndex: (db, asking, words) => found(db).execute({ ...asked(asking), match: matchFor(words) }),
    async byReach(db, asking, words) {
      const all = await reached(db).execute({ ...asked(asking) });
      const texts = new Map(all.flatMap(({ seq, text }) => (holdsAll(text, words) ? [[seq, text] as const] : [])));
      if (texts.size === 0) return [];
      const rows = await opened(db).execute({ ...asked(asking), seqs: JSON.stringify([...texts.keys()]) });
      return rows.map((one) => ({ ...one, text: texts.get(one.seq) ?? "" }));
    },
  };
}

const ways = (Object.keys(kinds) as SearchKind[]).map((kind) => [kind, waysOf(kind)] as const);

/** Names that begin with the few letters that were typed. */
async function byFewLetters(db: Db, asking: Asking, words: readonly string[], wide: boolean): Promise<Hit[]> {
  const keys = words.map((word) => danishSortKey(word).replace(/[%_]/g, "")).filter(Boolean);
  if (keys.length < words.length) return [];
  const begins = keys.map((key) => or(like(youngPerson.sortKey, `${key}%`), like(youngPerson.sortKey, `% ${key}%`)));
  const rows = await db
    .select()
    .from(youngPerson)
    .where(and(wide ? undefined : withinReach["person:open"](youngPerson.id), ...begins, scope("person:open")))
    .orderBy(asc(youngPerson.sortKey), asc(youngPerson.id))
    .limit(MOST_OF_A_KIND)
    .prepare()
    .execute(asked(asking));
  return rows.map(({ id, firstName, lastName }) => ({
    ...({ kind: "name", seq: 0, sourceId: id, youngPersonId: id, itemId: null } as const),
    text: `${firstName} ${lastName}`,
  }));
}

const ORDER: readonly SearchKind[] = ["name", "plan", "action", "minutes"];

/**
 * The texts that hold all of the words and that the asker may read, each by its own right. Names come first; then what fits best:
 * whole words before parts of them, the plan before agreements and minutes, the newest first.
 */
export async function hitsFor(db: Db, asking: Asking, words: readonly string[]): Promise<Hit[]> {
  if (words.length === 0) return [];
  const wide = await reachesAll(db, asking);
  const sought = words.filter((word) => lettersIn(word) >= LEAST_LETTERS);
  if (sought.length === 0) return byFewLetters(db, asking, words, wide);
  const few = words.filter((word) => !sought.includes(word));
  const hits: (Hit & { fits: number })[] = [];
  for (const [kind, { byIndex, byReach }] of ways)
    for (const row of await (wide ? byIndex : byReach)(db, asking, sought))
      if (holdsAll(row.text, few)) hits.push({ kind, ...row, fits: fitOfAll(row.text, words) });
  const named = (hit: Hit) => Number(hit.kind === "name");
  return hits.sort(
    (a, b) => named(b) - named(a) || b.fits - a.fits || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || b.seq - a.seq,
  );
}

/** Of these items, those that the asker may open. */
export async function openItems(db: Db, asking: Asking, ids: string[]): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: agendaItem.id, meetingId: agendaItem.meetingId })
    .from(agendaItem)
    .where(and(inArray(agendaItem.id, ids), scope("item:see")))
    .prepare()
    .execute(asked(asking));
  return new Map(rows.map(({ id, meetingId }) => [id, meetingId]));
}
