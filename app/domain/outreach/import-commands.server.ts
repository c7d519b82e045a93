import { tables } from "#db/index.server.ts";
import { command, type Work } from "../command.server.ts";
import { type FileRead, fileInput, linesGiven, type NewPlaces, newPlacesIn, readingOf } from "../files/read.server.ts";
import { input } from "../input.server.ts";
import { forgetFormer, revise } from "../revise.server.ts";
import { danishSortKey } from "../text.ts";
import { outreachTopic } from "../topics.ts";
import { forgetExpired } from "./erase.server.ts";
import { LEAD_COLUMNS, LEAD_MAY_LACK, type LeadColumn, MOST_LEADS } from "./file-lines.ts";
import { looksForThem } from "./find.server.ts";
import { leadPlan, type PlannedLead, schoolsNamed } from "./import-plan.server.ts";
import { insertLeads, namedAs, numberedAs } from "./write.server.ts";

const { dropoutAlert, outreachLead, outreachPlace } = tables;

/** Of those who left the list, how many are named. */
const MOST_GONE = 200;
const AT_ONCE = 500;

export type LeadFileRead = FileRead<LeadColumn> &
  NewPlaces & {
    /** Who was on such a list and stands in no line, and how many they are. */
    gone: { id: string; name: string }[];
    goneCount: number;
  };

/**
 * A file of young people to look for: first what it would change, line by line; with `confirmed` it is done, all of it or, when a
 * line is wrong, nothing. It makes no case, and answers the same whoever of them has one.
 */
export const importLeads = command("import-leads", {
  input: input(fileInput),
  allow: looksForThem,
  // Civil registration numbers stand in it; nothing of it is kept with the key.
  secret: true,
  async run(work): Promise<LeadFileRead> {
    const { db, input: given, record, reload } = work;
    const { text, lines, ignored } = linesGiven(given, LEAD_COLUMNS, LEAD_MAY_LACK, "lead-header");
    const { plan, gone, shift } = await leadPlan(db, lines, work);
    const read = readingOf(plan, { text, ignored, confirmed: given.confirmed, most: MOST_LEADS, shift });
    const schools = toldIn(plan).flatMap(({ alert }) => (alert ? [alert.school] : []));
    const places = newPlacesIn(schools, await schoolsNamed(db));
    if (read.done) {
      await forgetExpired(work);
      await carryOutPlan(work, plan);
      reload(outreachTopic);
    }
    record({ kind: "lead-file-read", facts: { lines: plan.length, ...read.counts, done: read.done } });
    return { ...read, ...places, gone: gone.slice(0, MOST_GONE), goneCount: gone.length };
  },
});

async function carryOutPlan(work: Work<unknown>, plan: readonly PlannedLead[]): Promise<void> {
  const { db, today, by, newId } = work;
  const meant = plan.flatMap((one) => (one.outcome === "wrong" ? [] : [{ ...one, id: one.known?.id ?? newId() }]));
  await insertLeads(
    db,
    meant.flatMap(({ known, facts, id }) => (known ? [] : [{ ...facts, id, placeId: null }])),
    today,
  );
  for (const one of meant)
    if (one.known && one.changes.some((column) => column !== "besked"))
      await revise(db, outreachLead, one.known, changedTo(one, one.known), by);
  const hidden = meant.flatMap(({ id, changes, facts }) =>
    facts.protected && changes.includes("beskyttet") ? [id] : [],
  );
  for (let from = 0; from < hidden.length; from += AT_ONCE)
    await forgetFormer(db, outreachLead, hidden.slice(from, from + AT_ONCE));
  await tellOfSchools(work, meant);
}

type Line = Extract<PlannedLead, { changes: unknown }>;
type Meant = Line & { id: string };

/** What stands then: of each column that changes what the line says. */
function changedTo({ facts, changes }: Meant, known: NonNullable<Meant["known"]>) {
  const says = (...columns: LeadColumn[]) => columns.some((column) => changes.includes(column));
  const isProtected = says("beskyttet") ? facts.protected : known.protected;
  return {
    ...(says("cpr") ? numberedAs({ ...facts, id: known.id }) : {}),
    ...(says("fornavn", "efternavn") ? namedAs(facts) : {}),
    address: isProtected ? "" : says("adresse") ? facts.address : known.address,
    protected: isProtected,
    phone: says("telefon") ? facts.phone : known.phone,
    status: says("status") ? facts.status : known.status,
  };
}

/** The lines that tell something of a school which is not told yet. */
const toldIn = <T extends PlannedLead>(plan: readonly T[]): Extract<T, Line>[] =>
  plan.filter(
    (one): one is Extract<T, Line> =>
      one.outcome !== "wrong" && one.alert !== null && (!one.known || one.changes.includes("besked")),
  );

/** What schools told: of each young person, kind and day once. Of who is to be left alone nothing is told. */
async function tellOfSchools({ db, now, today, by, newId }: Work<unknown>, meant: readonly Meant[]): Promise<void> {
  const told = toldIn(meant);
  if (told.length === 0) return;
  const schools = await schoolsNamed(db);
  for (const { alert } of told) {
    const sortKey = danishSortKey(alert?.school ?? "");
    if (schools.has(sortKey)) continue;
    const id = newId();
    await db.insert(outreachPlace).values({ id, name: alert?.school ?? "", sortKey, kind: "school", fromOn: today });
    schools.set(sortKey, id);
  }
  const rows = told.map(({ id, alert, facts }) => ({
    ...{ id: newId(), leadId: id, kind: alert?.kind ?? "", receivedOn: facts.receivedOn },
    placeId: schools.get(danishSortKey(alert?.school ?? "")) ?? null,
    ...{ writtenById: by.staffId, writtenAt: now },
  }));
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await db
      .insert(dropoutAlert)
      .values(rows.slice(from, from + AT_ONCE))
      .onConflictDoNothing();
}
