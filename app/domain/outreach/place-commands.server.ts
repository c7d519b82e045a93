import { eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { dayParts } from "#db/vocabulary.ts";
import { mustBeListed } from "../codes/queries.server.ts";
import { command } from "../command.server.ts";
import { invalid, missing, refusedBecause } from "../errors.ts";
import {
  anyText,
  chosenId,
  input,
  listed,
  optionalId,
  rowId,
  seenVersion,
  someText,
  whole,
  withoutCpr,
  word,
} from "../input.server.ts";
import { copenhagenInstant } from "../moments.ts";
import { formerly, revise } from "../revise.server.ts";
import { danishSortKey } from "../text.ts";
import { outreachTopic } from "../topics.ts";
import { pastDay } from "../typed-day.server.ts";
import { looksForThem, openLead, placesOn, triesOf } from "./find.server.ts";
import { expiredUpTo, isMark, isPlaceOpen, standsBy, stateAfter } from "./rules.ts";

const { outreachAttempt, outreachEncounter, outreachLead, outreachPlace } = tables;

const placeName = withoutCpr(someText(60));

/** A place where young people are met, or a school: a name, and what kind of place it is. */
export const addPlace = command("add-outreach-place", {
  input: input({ id: optionalId, name: placeName, kind: listed }),
  allow: looksForThem,
  async run({ db, input: { id: given, name, kind }, today, by, newId, record, reload }) {
    await mustBeListed(db, "outreach_place", "kind", kind, today);
    const sortKey = danishSortKey(name);
    const [known] = await db.select().from(outreachPlace).where(eq(outreachPlace.sortKey, sortKey));
    if (known && isPlaceOpen(known, today)) throw invalid("name", "place-stands");
    const id = known?.id ?? given ?? newId();
    // A place that was closed is open again.
    if (known) await revise(db, outreachPlace, known, { kind, toOn: null }, by);
    else await db.insert(outreachPlace).values({ id, name, sortKey, kind, fromOn: today });
    record({ kind: "outreach-place-added", facts: { place: id, kind } });
    reload(outreachTopic);
    return { id };
  },
});

/** A place is called otherwise: what was met there goes along. No two are called the same, whatever became of them. */
export const renamePlace = command("rename-outreach-place", {
  input: input({ id: rowId, version: seenVersion, name: placeName }),
  allow: looksForThem,
  async run({ db, input: { id, version, name }, today, by, record, reload }) {
    const sortKey = danishSortKey(name);
    const [known] = await db.select().from(outreachPlace).where(eq(outreachPlace.sortKey, sortKey));
    if (known && known.id !== id) throw invalid("name", isPlaceOpen(known, today) ? "place-stands" : "place-away");
    await revise(db, outreachPlace, { id, version }, { name, sortKey }, by);
    record({ kind: "outreach-place-renamed", facts: { place: id } });
    reload(outreachTopic);
  },
});

/** Young people are met there again. */
export const reopenPlace = command("reopen-outreach-place", {
  input: input({ id: rowId, version: seenVersion }),
  allow: looksForThem,
  async run({ db, input, by, record, reload }) {
    await revise(db, outreachPlace, input, { toOn: null }, by);
    record({ kind: "outreach-place-reopened", facts: { place: input.id } });
    reload(outreachTopic);
  },
});

/** Put away: nobody is met there any more, and no list names it; what was met stays counted. It can be brought back. */
export const closePlace = command("close-outreach-place", {
  input: input({ id: rowId, version: seenVersion }),
  allow: looksForThem,
  async run({ db, input, today, by, record, reload }) {
    await revise(db, outreachPlace, input, { toOn: today }, by);
    record({ kind: "outreach-place-closed", facts: { place: input.id } });
    reload(outreachTopic);
  },
});

/** Young people were met at a place, by somebody who may not know who they are. Sent again, it is the same one. */
export const addEncounter = command("add-encounter", {
  input: input({
    id: rowId,
    placeId: chosenId,
    on: anyText(40),
    dayPart: word(dayParts),
    people: whole(1, 99),
    mark: anyText(10),
  }),
  allow: looksForThem,
  async run({ db, input: given, now, today, by, record, reload }) {
    const { id, placeId, dayPart, people } = given;
    if (by.staffId === null) throw missing();
    if (!(await placesOn(db, today)).some((one) => one.id === placeId)) throw invalid("placeId", "choose");
    const mark = given.mark.toLocaleUpperCase("da");
    if (!isMark(mark)) throw invalid("mark", "mark");
    const metOn = given.on ? pastDay("on", given.on, today) : today;
    if (metOn <= expiredUpTo(today)) throw invalid("on", "too-long-ago");
    const made = await db
      .insert(outreachEncounter)
      .values({ id, placeId, metOn, dayPart, people, mark, byId: by.staffId, writtenAt: now })
      .onConflictDoNothing()
      .returning({ id: outreachEncounter.id });
    if (made.length === 0) {
      const [stands] = await db.select().from(outreachEncounter).where(eq(outreachEncounter.id, id));
      if (stands?.byId !== by.staffId) throw missing();
      // Sent again with something else in it, nothing is put in its place without a word.
      const same = stands.placeId === placeId && stands.metOn === metOn && stands.dayPart === dayPart;
      if (!same || stands.people !== people) throw invalid("people", "encounter-stands");
      return { id };
    }
    record({ kind: "encounter-added", facts: { encounter: id, place: placeId, people } });
    reload(outreachTopic);
    return { id };
  },
});

/** The hour that stands for a part of the day. */
const HOURS = { forenoon: "10.00", afternoon: "14.00", evening: "19.00" } as const;

/** It is known now who it was: the encounter counts as a talk with them. One, of whom it was only one, and only once. */
export const joinEncounter = command("join-encounter", {
  input: input({ id: rowId, version: seenVersion, leadId: chosenId }),
  allow: looksForThem,
  async run({ db, input: { id, version, leadId }, now, today, by, record, reload }) {
    const [met] = await db.select().from(outreachEncounter).where(eq(outreachEncounter.id, id));
    if (!met) throw missing();
    if (met.people > 1) throw refusedBecause("encounter-of-many");
    if (met.leadId !== null) throw refusedBecause("encounter-named");
    const lead = await openLead(db, leadId, today);
    if (lead.state === "new") throw refusedBecause("lead-not-checked");
    await revise(db, outreachEncounter, { id, version }, { leadId, mark: "" }, by);
    const at = copenhagenInstant(met.metOn, HOURS[met.dayPart]);
    const tried = { channel: "at_place" as const, triedAt: at > now ? now : at, result: "reached" as const };
    // The try has the encounter's own id: parted again, it is taken away by it.
    await db.insert(outreachAttempt).values({ id, leadId, ...tried, triedById: met.byId, writtenAt: now });
    const state = stateAfter(lead.state, "reached");
    await revise(db, outreachLead, lead, state === lead.state ? {} : { state, stateOn: today }, by);
    record({ kind: "encounter-joined", facts: { encounter: id, lead: leadId } });
    reload(outreachTopic);
  },
});

/** It was somebody else: the encounter is nobody's again, and the talk is not counted. */
export const partEncounter = command("part-encounter", {
  input: input({ id: rowId, version: seenVersion }),
  allow: looksForThem,
  async run({ db, input: { id, version }, today, by, record, reload }) {
    const [met] = await db.select().from(outreachEncounter).where(eq(outreachEncounter.id, id));
    if (!met?.leadId) throw missing();
    const lead = await openLead(db, met.leadId, today);
    // The mark by which they may be known stands again, but for one that is as old as what is forgotten.
    const joined = met.metOn > expiredUpTo(today) ? await formerly(db, outreachEncounter, met) : undefined;
    await revise(db, outreachEncounter, { id, version }, { leadId: null, mark: joined?.row.mark ?? "" }, by);
    await db.delete(outreachAttempt).where(eq(outreachAttempt.id, id));
    await revise(db, outreachLead, lead, standsBy(lead, await triesOf(db, [lead.id])), by);
    record({ kind: "encounter-parted", facts: { encounter: id, lead: lead.id } });
    reload(outreachTopic);
  },
});
