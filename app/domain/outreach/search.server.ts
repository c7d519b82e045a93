import { asc, isNull } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { type Look, query } from "../query.server.ts";
import { danishSortKey } from "../text.ts";
import { outreachTopic } from "../topics.ts";
import { looksForThem } from "./find.server.ts";
import { isInList } from "./rules.ts";

const { outreachLead } = tables;

const FEWEST_LETTERS = 2;
const MOST_FOUND = 20;

/** Who of all views is called so: each word begins one of their names. What was typed stands neither in the log nor in an address. */
export const searchLeads = query("search-leads", {
  allow: looksForThem,
  async run({ db, input, today, saw, record }: Look<{ typed: string }>) {
    const words = danishSortKey(input.typed).split(" ");
    if (words.join("").length < FEWEST_LETTERS) return { found: [], more: false };
    const { id, firstName, lastName, bornOn, state, receivedOn, nextAllowedOn, erasedOn } = outreachLead;
    const leads = await db
      .select({ id, firstName, lastName, bornOn, state, receivedOn, nextAllowedOn, erasedOn })
      .from(outreachLead)
      .where(isNull(erasedOn))
      .orderBy(asc(outreachLead.sortKey), asc(id));
    const called = leads.filter((lead) => {
      const names = danishSortKey(`${lead.firstName} ${lead.lastName}`).split(" ");
      return words.every((word) => names.some((name) => name.startsWith(word))) && isInList(lead, today);
    });
    saw({ topic: outreachTopic, seq: 0 });
    record({ kind: "searched", facts: { found: called.length } });
    return {
      found: called.slice(0, MOST_FOUND).map(({ receivedOn, nextAllowedOn, erasedOn, ...lead }) => lead),
      more: called.length > MOST_FOUND,
    };
  },
});

export type FoundLeads = Awaited<ReturnType<typeof searchLeads.run>>;
