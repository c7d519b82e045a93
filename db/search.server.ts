/** The index of words: SQLite's own. Another engine has its own in place of `matching` and what stands below it. */
import type Database from "better-sqlite3";
import { type SQL, sql } from "drizzle-orm";
import { type SearchKind, searchKinds } from "./vocabulary.ts";

const files = import.meta.glob("./search.sql", { query: "?raw", import: "default", eager: true }) as Record<
  string,
  string
>;

/** Shorter words are in no index of three letters. */
export const LEAST_LETTERS = 3;

const indexOf = (kind: SearchKind) => `search_${kind}`;

/** That a text of the kind's index holds what `matchFor` made of the words. */
export const matching = (kind: SearchKind, placeholder: string): SQL =>
  sql`${sql.raw(indexOf(kind))} match ${sql.placeholder(placeholder)}`;

/** All of the words, each as it was typed: what looks like an operator is a word too. */
export const matchFor = (words: readonly string[]): string =>
  words.map((word) => `"${word.replaceAll('"', '""')}"`).join(" AND ");

/** The tables whose texts are searched through, as which kind, the columns of which a change counts, and when it does. */
const SOURCES: [table: string, kind: SearchKind, columns: string, changed: string][] = [
  ["young_person", "name", "firstName, lastName", "true"],
  ["plan_text", "plan", "text", "true"],
  ["goal", "plan", "text, why, howSeen, removedAt", "true"],
  ["scheme_hint", "plan", "note, removedAt", "true"],
  ["placement", "plan", "employer, removedAt", "true"],
  ["external_plan", "plan", "system, number, removedAt", "true"],
  [
    "action",
    "action",
    "text, howSeen, state, textClass, youngPersonId",
    "old.text <> new.text OR old.howSeen <> new.howSeen OR old.textClass <> new.textClass" +
      " OR (old.state = 'cancelled') <> (new.state = 'cancelled') OR old.youngPersonId IS NOT new.youngPersonId",
  ],
  ["paragraph", "minutes", "text, removedAt, textClass", "true"],
];

const taken = (kinds: readonly SearchKind[], where: string): string[] => [
  ...kinds.map((kind) => `DELETE FROM ${indexOf(kind)} WHERE rowid IN (SELECT seq FROM search_entry WHERE ${where})`),
  `DELETE FROM search_entry WHERE ${where}`,
];
const put = (where: string): string[] => [
  `INSERT INTO search_entry (kind, sourceId, youngPersonId, itemId)
    SELECT kind, sourceId, youngPersonId, itemId FROM search_source s WHERE ${where}`,
  ...searchKinds.map(
    (kind) => `INSERT INTO ${indexOf(kind)} (rowid, text)
    SELECT e.seq, s.text FROM search_source s JOIN search_entry e ON e.sourceId = s.sourceId WHERE s.kind = '${kind}' AND ${where}`,
  ),
];
const trigger = (name: string, when: string, body: string) =>
  `CREATE TRIGGER search_${name} AFTER ${when}\nBEGIN\n  ${body}\nEND`;

const due = (ids: string) => `INSERT INTO search_due (sourceId) ${ids} ON CONFLICT DO NOTHING;`;
const dueOfItems = (items: string) =>
  due(`SELECT id FROM action WHERE itemId IN (${items}) UNION ALL SELECT id FROM paragraph WHERE itemId IN (${items})`);

/**
 * In the same change it is written down which texts the index no longer knows: written, changed, moved to another young person.
 * They are taken in a moment later, many at a time, because a word index costs a command more than all else it does. What is
 * deleted goes at once.
 */
export const searchTriggers: string[] = [
  ...SOURCES.flatMap(([name, kind, columns, changed]) => [
    trigger(`${name}_added`, `INSERT ON ${name}`, due("VALUES (new.id)")),
    trigger(`${name}_changed`, `UPDATE OF ${columns} ON ${name} WHEN ${changed}`, due("VALUES (new.id)")),
    trigger(`${name}_gone`, `DELETE ON ${name}`, `${taken([kind], "sourceId = old.id").join(";\n  ")};`),
  ]),
  trigger("agenda_item_moved", "UPDATE OF youngPersonId, meetingId ON agenda_item", dueOfItems("SELECT new.id")),
  trigger(
    "meeting_retyped",
    "UPDATE OF typeCode ON meeting WHEN old.typeCode <> new.typeCode",
    dueOfItems("SELECT id FROM agenda_item WHERE meetingId = new.id"),
  ),
];

/** So many texts are taken in with one commit: a command that comes meanwhile waits no longer. */
const AT_ONCE = 50;

/** Takes in what is due; for a transaction on the connection that writes. */
export function takesIn(raw: Database.Database) {
  const first = raw.prepare(`select sourceId from search_due limit ${AT_ONCE}`).pluck();
  const each = [
    ...taken(searchKinds, "sourceId = ?"),
    ...put("s.sourceId = ?"),
    "DELETE FROM search_due WHERE sourceId = ?",
  ].map((sql) => raw.prepare(sql));
  return {
    isDue: () => first.get() !== undefined,
    takeIn() {
      for (const id of first.all()) for (const statement of each) statement.run(id);
    },
  };
}

const wanted = () =>
  Object.values(files)
    .flatMap((file) => file.split("--> statement-breakpoint"))
    .map((part) => part.slice(part.indexOf("CREATE ")).trim().replace(/;$/, ""));

/** What search.sql makes; `search_index` is the one index that there was before. */
const NAMES = ["search_source", "search_index", ...searchKinds.map(indexOf)];

const standing = (raw: Database.Database) =>
  raw
    .prepare(`select type, name, sql from sqlite_schema where name in (${NAMES.map((name) => `'${name}'`).join()})`)
    .all() as { type: string; name: string; sql: string }[];

/** Takes the index away: a table that is rebuilt may not be named by what stands outside the schema. */
export function dropSearch(raw: Database.Database): void {
  for (const { type, name } of standing(raw)) raw.exec(`drop ${type} ${name}`);
}

/** The index stands as it is written here; where it does not, it is made anew from what stands. */
export function applySearch(raw: Database.Database): void {
  const known = new Set(standing(raw).map(({ sql }) => sql));
  const statements = wanted();
  if (known.size === statements.length && statements.every((one) => known.has(one))) return;
  raw
    .transaction(() => {
      dropSearch(raw);
      for (const statement of statements) raw.exec(statement);
      for (const index of searchKinds.map(indexOf))
        raw.exec(`insert into ${index} (${index}, rank) values ('secure-delete', 1)`);
      raw.exec(["delete from search_due", "delete from search_entry", ...put("true")].join(";"));
    })
    .immediate();
}
