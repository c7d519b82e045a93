import { eq } from "drizzle-orm";
import { read, tables } from "#db/index.server.ts";
import { addDays } from "#domain/days.ts";
import { nextChannel } from "#domain/graduates/rules.ts";
import { answerAlert, takeAlert } from "#domain/outreach/alert-commands.server.ts";
import { leadToCase } from "#domain/outreach/case-commands.server.ts";
import { leaveAlone, setLeadState, tryLead } from "#domain/outreach/contact-commands.server.ts";
import { importLeads } from "#domain/outreach/import-commands.server.ts";
import { checkLead, giveLead } from "#domain/outreach/lead-commands.server.ts";
import { addEncounter, addPlace } from "#domain/outreach/place-commands.server.ts";
import { channelsFor } from "#domain/outreach/rules.ts";
import { danishSortKey } from "#domain/text.ts";
import { chanceFor } from "./chance.ts";
import { type DemoClock, workdayFrom } from "./clock.server.ts";
import { type DemoLead, fileDay, lastFile, leadsOf } from "./leads.server.ts";
import type { Young } from "./script.ts";
import type { DemoStaff } from "./staff.server.ts";
import { PLACES } from "./texts/outreach.ts";

const { dropoutAlert, outreachAttempt, outreachLead } = tables;

const HEAD = "fornavn;efternavn;født;cpr;adresse;beskyttet;telefon;kilde;status;skole;besked";
const HOURS = ["10:20", "14:35", "18:15"];
const ENCOUNTERS = 14;

type Of = { clock: DemoClock; staff: DemoStaff };

/** How a young person comes to the forum who was looked for first: by their own yes. */
export type ComeByYes = (young: Young, given: Record<string, unknown>, by: string) => (() => Promise<void>) | null;

/** Plans a year of looking for young people; answers how those come to the forum who were found. */
export function planOutreach(clock: DemoClock, staff: DemoStaff, people: readonly Young[]): ComeByYes {
  const of = { clock, staff };
  const leads = leadsOf(clock, people);
  for (let file = 0; file <= lastFile; file++) planFile(of, file, leads);
  for (const lead of leads) planLead(of, lead);
  planPlaces(of);
  const byYoung = new Map(leads.flatMap((lead) => (lead.young ? [[lead.young.key, lead]] : [])));
  return ({ key }, given, by) => {
    const lead = byYoung.get(key);
    return (
      (lead &&
        (async () => {
          const { id, version } = await standing(lead);
          await clock.does(leadToCase, { id, version, yesHow: "met", yesOn: "", ...given, synthetic: true }, by);
        })) ??
      null
    );
  };
}

const lineOf = ({ firstName, lastName, bornOn, cpr, cells }: DemoLead) =>
  [firstName, lastName, bornOn.split("-").reverse().join("-"), cpr, ...cells].join(";");

function planFile({ clock, staff }: Of, file: number, leads: readonly DemoLead[]) {
  const lines = leads.filter((lead) => lead.file === file).map(lineOf);
  const text = [HEAD, ...lines].join("\r\n");
  clock.at(fileDay(clock, file), "8:40", async () => {
    await clock.does(importLeads, { text, confirmed: "yes" }, staff.idOf(staff.guides[file % 2] ?? "ungeguide"));
  });
}

/** The row as it stands that moment. */
async function standing({ firstName, lastName }: DemoLead) {
  const sortKey = danishSortKey(`${lastName} ${firstName}`);
  const [row] = await read((db) => db.select().from(outreachLead).where(eq(outreachLead.sortKey, sortKey)));
  if (!row) throw new Error(`Nobody looks for ${firstName} ${lastName} in the demo`);
  return row;
}

/** Somebody looks, tries, and writes down what was said; what lies after the demo's day is still to come. */
function planLead({ clock, staff }: Of, lead: DemoLead) {
  const { firstName, lastName, receivedOn, end, tries, file } = lead;
  const chance = chanceFor(`looking ${firstName} ${lastName}`);
  const guide = staff.idOf(chance.one(staff.guides));
  // Of the newest file most still wait for somebody to look.
  if (file === lastFile && end !== "case" && chance.happens(0.6)) return;
  let day = workdayFrom(addDays(receivedOn, chance.whole(1, 4)));
  const seen = async () => {
    const { id, version } = await standing(lead);
    return { id, version };
  };
  clock.at(day, "9:05", async () => {
    await clock.does(checkLead, await seen(), guide);
    if (lead.end !== "case") await clock.does(giveLead, { ...(await seen()), staffId: guide }, guide);
  });
  if (lead.cells.at(-1)) planAlert(clock, lead, guide, day);
  const reached = !["open", "ceiling", "unreachable"].includes(end);
  for (let n = 0; n < tries; n++) {
    day = workdayFrom(addDays(day, end === "case" ? 4 : chance.whole(4, 9)));
    const result = n < tries - 1 || !reached ? chance.one(["no_answer", "no_answer", "left_message"]) : "reached";
    clock.at(day, HOURS[n % HOURS.length] ?? "10:20", () => tryOnce(clock, lead, result, guide));
  }
  clock.at(workdayFrom(addDays(day, end === "unreachable" ? 12 : 0)), "19:30", async () => {
    if (end === "not_needed" || end === "wants_help" || end === "unreachable")
      await clock.does(setLeadState, { ...(await seen()), state: end }, guide);
    if (end === "declined")
      await clock.does(leaveAlone, { ...(await seen()), until: clock.on(chance.whole(20, 150)) }, guide);
  });
}

async function tryOnce(clock: DemoClock, lead: DemoLead, result: string, guide: string) {
  const { id, version, address, phone, placeId } = await standing(lead);
  const ways = channelsFor({ address: address !== "", phone: phone !== "", placeId });
  const before = await read((db) => db.select().from(outreachAttempt).where(eq(outreachAttempt.leadId, id)));
  await clock.does(tryLead, { id, version, channel: nextChannel(before, ways), result, on: "", clock: "" }, guide);
}

/** Somebody takes what the school told, and says some days later what was done. */
function planAlert(clock: DemoClock, lead: DemoLead, guide: string, from: string) {
  const chance = chanceFor(`told ${lead.firstName} ${lead.lastName}`);
  const alertOf = async () => {
    const { id } = await standing(lead);
    const [row] = await read((db) => db.select().from(dropoutAlert).where(eq(dropoutAlert.leadId, id)));
    if (!row) throw new Error(`No school told of ${lead.firstName} ${lead.lastName} in the demo`);
    return { id: row.id, version: row.version };
  };
  clock.at(from, "9:40", async () => {
    await clock.does(takeAlert, await alertOf(), guide);
  });
  clock.at(workdayFrom(addDays(from, chance.whole(1, 3))), "8:20", async () => {
    const reaction = chance.one(["looked_for", "looked_for", "met_at_school"]);
    await clock.does(answerAlert, { ...(await alertOf()), reaction }, guide);
  });
}

/** Where guides go in the evening, and how many they met there. */
function planPlaces({ clock, staff }: Of) {
  const chance = chanceFor("places");
  const placeId = (name: string) => clock.id(`place ${name}`);
  clock.at(clock.workday(-200), "13:00", async () => {
    for (const [name, kind] of PLACES)
      await clock.does(addPlace, { id: placeId(name), name, kind }, staff.idOf("ungeguide"));
  });
  for (let n = 0; n < ENCOUNTERS; n++) {
    const [name] = chance.one(PLACES);
    const people = chance.one([1, 1, 2, 3, 5]);
    const mark = people === 1 ? chance.one(["AB", "MK", "J2", ""]) : "";
    const guide = staff.idOf(chance.one(staff.guides));
    const met = {
      id: clock.id(`met ${n}`),
      placeId: placeId(name),
      on: "",
      dayPart: "evening",
      people: String(people),
      mark,
    };
    clock.at(clock.workday(-6 * n - 2), "19:45", async () => {
      await clock.does(addEncounter, met, guide);
    });
  }
}
