import { inArray } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { Look } from "../query.server.ts";
import { leadTopic } from "../topics.ts";
import { looksForThem } from "./find.server.ts";
import { isInList } from "./rules.ts";

const { agendaItem, outreachLead } = tables;

/** Each of these items, by the item that it was carried on from; an item of its own by itself. */
async function firstOf(db: Db, itemIds: readonly string[]): Promise<Map<string, string>> {
  const first = new Map(itemIds.map((id) => [id, id]));
  for (let open = [...itemIds]; open.length > 0; ) {
    const rows = await db
      .select({ id: agendaItem.id, from: agendaItem.carriedFromId })
      .from(agendaItem)
      .where(inArray(agendaItem.id, open));
    const from = new Map(rows.flatMap((row) => (row.from ? [[row.id, row.from] as const] : [])));
    for (const [id, at] of first) first.set(id, from.get(at) ?? at);
    open = [...from.values()];
  }
  return first;
}

/**
 * Whom these questions without a name are about, by item: told to those who look for young people, as long as the young person
 * stands in their list. To everybody else it is a question without a name, and no more.
 */
export async function soughtBy(look: Look<unknown>, itemIds: readonly string[]): Promise<Record<string, string>> {
  if (itemIds.length === 0 || "no" in (await looksForThem(look))) return {};
  const first = await firstOf(look.db, itemIds);
  const leads = await look.db
    .select()
    .from(outreachLead)
    .where(inArray(outreachLead.raisedItemId, [...new Set(first.values())]));
  const shown = leads.filter((lead) => isInList(lead, look.today));
  for (const { id, version } of shown) look.saw({ topic: leadTopic(id), seq: version });
  const byItem = new Map(shown.map(({ id, raisedItemId }) => [raisedItemId, id]));
  return Object.fromEntries(
    [...first].flatMap(([itemId, at]) => {
      const lead = byItem.get(at);
      return lead ? [[itemId, lead]] : [];
    }),
  );
}
