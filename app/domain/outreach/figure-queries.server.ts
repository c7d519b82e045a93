import { eq, min } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { mayAsStaff, type Verdict } from "../access/decide.server.ts";
import { addMonths } from "../calendar.ts";
import { codesWith } from "../codes/queries.server.ts";
import { dayOf } from "../moments.ts";
import { type Look, query } from "../query.server.ts";
import { leadFigures, reactions, type Sought } from "./figures.ts";
import { looksForThem } from "./find.server.ts";
import { KEPT_MONTHS } from "./rules.ts";

const { dropoutAlert, outreachAttempt, outreachLead } = tables;

type Nothing = Record<string, never>;

async function figuresOf({ db, today }: Look<unknown>) {
  const met = await db
    .select({ leadId: outreachAttempt.leadId, at: min(outreachAttempt.triedAt) })
    .from(outreachAttempt)
    .where(eq(outreachAttempt.result, "reached"))
    .groupBy(outreachAttempt.leadId);
  const metOn = new Map(met.flatMap(({ leadId, at }) => (at ? [[leadId, dayOf(at)]] : [])));
  const leads = await db
    .select({
      ...{ id: outreachLead.id, source: outreachLead.source, state: outreachLead.state },
      ...{ receivedOn: outreachLead.receivedOn, stateOn: outreachLead.stateOn },
    })
    .from(outreachLead);
  const sought = leads.map(({ id, source, state, stateOn, receivedOn }): Sought => {
    return { source, receivedOn, caseOn: state === "case" ? stateOn : null, firstMetOn: metOn.get(id) ?? null };
  });
  const since = addMonths(today, -KEPT_MONTHS);
  const told = (await db.select().from(dropoutAlert)).filter(({ receivedOn }) => receivedOn > since);
  return {
    ...leadFigures(sought, today),
    alerts: reactions(told),
    sources: await codesWith(
      db,
      "outreach_source",
      sought.map(({ source }) => source),
      today,
    ),
    kinds: await codesWith(
      db,
      "dropout_kind",
      told.map(({ kind }) => kind),
      today,
    ),
    today,
  };
}
export type OutreachFigures = Awaited<ReturnType<typeof figuresOf>>;

/** Who looks for young people, and the leader: numbers of nobody. */
async function seesFigures({ db, ...asking }: Pick<Look<Nothing>, "db" | "actor" | "now" | "today">): Promise<Verdict> {
  const works = await looksForThem({ db, ...asking });
  return "by" in works ? works : mayAsStaff(db, asking, "figures:see");
}

/** How many were received, reached and got a case; no number under five, and none from which one follows. */
export const outreachFigures = query("outreach-figures", { allow: seesFigures, run: figuresOf });

/** The same numbers, and no others, to take along in a file. */
export const outreachFiguresFile = query("outreach-figures-file", {
  allow: seesFigures,
  async run(look: Look<Nothing>) {
    look.record({ kind: "outreach-figures-exported" });
    return figuresOf(look);
  },
});
