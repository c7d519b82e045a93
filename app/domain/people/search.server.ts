import { and, inArray } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { SearchKind } from "#db/vocabulary.ts";
import { type Asking, asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { personsShown } from "../actions/shown-person.server.ts";
import { type Look, query } from "../query.server.ts";
import { type Hit, hitsFor, openItems } from "../search/hits.server.ts";
import { type Excerpt, excerptOf, wordsIn } from "../search/words.ts";

const { action, youngPerson } = tables;

/** A text in which it was found, and where that stands. */
export type FoundText = {
  kind: SearchKind;
  sourceId: string;
  excerpt: Excerpt;
  /** The item that it stands in, where the asker may open it. */
  at: { meetingId: string; itemId: string } | null;
};

/** A young person about whom something was found: by name and with the page, as far as the asker may know. */
export type FoundPerson = {
  key: string;
  /** The page, where the asker may open it. */
  id: string | null;
  /** Null where the asker may know the agreement, and not whom it is about. */
  name: string | null;
  initials: string;
  bornOn: string | null;
  texts: FoundText[];
};

export type FoundPeople = { found: FoundPerson[]; more: boolean };

const MOST_PEOPLE = 20;
const MOST_TEXTS = 3;

type Known = Pick<FoundPerson, "id" | "name" | "initials" | "bornOn"> & { by?: string };

/** Who stands behind each hit, as far as the right that opened the text lets the asker know. */
async function knownBehind(
  db: Db,
  asking: Asking,
  hits: Hit[],
  items: ReadonlyMap<string, unknown>,
): Promise<Map<Hit, Known>> {
  const about = inArray(youngPerson.id, [...new Set(hits.map(({ youngPersonId }) => youngPersonId))]);
  const rows = new Map((await db.select().from(youngPerson).where(about)).map((row) => [row.id, row]));
  const opened = await db
    .select({ id: youngPerson.id })
    .from(youngPerson)
    .where(and(about, scope("person:open")))
    .prepare()
    .execute(asked(asking));
  const opens = new Set(opened.map(({ id }) => id));
  const ids = hits.flatMap(({ kind, sourceId }) => (kind === "action" ? [sourceId] : []));
  const agreements = await db
    .select({ id: action.id, ownerId: action.ownerId, youngPersonId: action.youngPersonId })
    .from(action)
    .where(inArray(action.id, ids));
  const behind = await personsShown(db, asking, agreements);
  const known = new Map<Hit, Known>();
  for (const hit of hits) {
    const row = rows.get(hit.youngPersonId);
    const agreed = behind.get(hit.sourceId);
    if (!row) continue;
    const id = opens.has(row.id) ? row.id : null;
    // Whoever may see the item knows whom it is about.
    const named = id !== null || items.has(hit.itemId ?? "") || !agreed || agreed.by === "sees the person";
    known.set(
      hit,
      named
        ? { id, name: `${row.firstName} ${row.lastName}`, initials: "", bornOn: id && row.bornOn }
        : { id, name: agreed.name, initials: agreed.initials, bornOn: null, by: agreed.by },
    );
  }
  return known;
}

/**
 * Whom something is found about, the best first. A text counts only where the asker may read that text; what was typed stands
 * neither in the log nor in an address.
 */
export const searchPeople = query<{ typed: string }, FoundPeople>("search-people", {
  searches: true,
  allow: async ({ actor }) => (actor.kind === "staff" ? { by: "those they may see" } : { no: "missing" }),
  async run(look: Look<{ typed: string }>) {
    const { db, input, saw, record } = look;
    const words = wordsIn(input.typed);
    if (words.length === 0) return { found: [], more: false };
    const hits = await hitsFor(db, look, words);
    const open = await openItems(db, look, [...new Set(hits.flatMap(({ itemId }) => itemId ?? []))]);
    const known = await knownBehind(db, look, hits, open);
    const people = new Map<string, FoundPerson>();
    let more = false;
    for (const hit of hits) {
      const who = known.get(hit);
      if (!who) continue;
      const { by, ...person } = who;
      // One whose name is not told cannot be known again from one agreement to the next.
      const key = person.name === null ? hit.sourceId : hit.youngPersonId;
      const standing = people.get(key);
      more ||= !standing && people.size >= MOST_PEOPLE;
      if (!standing && people.size >= MOST_PEOPLE) continue;
      const of = standing ?? { key, ...person, texts: [] };
      people.set(key, of);
      if (hit.kind !== "name" && of.texts.length < MOST_TEXTS) {
        const meetingId = open.get(hit.itemId ?? "");
        const at = hit.itemId && meetingId ? { meetingId, itemId: hit.itemId } : null;
        of.texts.push({ kind: hit.kind, sourceId: hit.sourceId, excerpt: excerptOf(hit.text, words), at });
      }
      saw({ youngPersonId: hit.youngPersonId, itemId: hit.itemId, ...(by && { by }) });
    }
    record({ kind: "searched", facts: { found: people.size } });
    return { found: [...people.values()], more };
  },
});
