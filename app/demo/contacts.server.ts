import { and, eq, isNull, sql } from "drizzle-orm";
import { prepared, tables, transact } from "#db/index.server.ts";
import type { ContactChannel, ContactResult, Intensity } from "#db/vocabulary.ts";
import { daysBetween } from "#domain/days.ts";
import { writeContact } from "#domain/guides/contact-commands.server.ts";
import { nextByRhythm, RHYTHM } from "#domain/guides/rhythm.ts";
import { setIntensity, setPhone } from "#domain/guides/rhythm-commands.server.ts";
import { type Chance, chanceFor } from "./chance.ts";
import type { DemoClock } from "./clock.server.ts";
import type { Young } from "./script.ts";
import { MET, PLACES, REMINDERS } from "./texts/contacts.ts";
import { INTERESTS } from "./texts/interests.ts";

const { assignment, youngPerson } = tables;

/** A year of contacts is written; what was before is in the plans. */
const DAYS_BACK = 365;
/** From the first day a guide goes with somebody to the first contact. */
const FIRST_AFTER = 22;
/** Who is only followed is asked how it goes this often. */
const FOLLOWED_DAYS = 60;
/** The share of tries that nobody answers (domain.md 9.2). */
const NO_ANSWER = 0.12;

const NOTHING_MORE = { minutes: "", nextOn: "", nextTime: "", nextPlace: "", score: "" };

/** Plans what the guides write of being in touch with theirs: how often, by which way, and what was agreed. */
export function planContacts(clock: DemoClock, people: readonly Young[]): void {
  for (const young of people) if (young.guide) planYoung(clock, young);
}

const guidesPlace = prepared((db) =>
  db
    .select({ id: assignment.id, version: assignment.version, staffId: assignment.staffId })
    .from(assignment)
    .where(
      and(eq(assignment.youngPersonId, sql.placeholder("of")), eq(assignment.kind, "guide"), isNull(assignment.toOn)),
    )
    .prepare(),
);

function planYoung(clock: DemoClock, young: Young): void {
  const chance = chanceFor(`contacts ${young.key}`);
  const youngPersonId = clock.id(`young ${young.key}`);
  const from = Math.max(-DAYS_BACK, young.added + FIRST_AFTER);
  const until = young.ended ?? 0;
  const intensity = intensityOf(chance);
  /** Done by whoever is the guide that day; by nobody when there is none. */
  const plan = (
    day: string,
    time: string,
    work: (place: { id: string; version: number; staffId: string }) => Promise<unknown>,
  ) =>
    clock.at(day, time, async () => {
      const [place] = await transact((db) => guidesPlace(db).execute({ of: youngPersonId }));
      if (place) await work(place);
    });
  const told = { navn: young.firstName, ...slotsOf(young, chance) };

  if (chance.happens(0.92)) {
    const phone = `20 00 ${chance.whole(10, 99)} ${chance.whole(10, 99)}`;
    plan(clock.workday(from - 4), "10:02", async ({ staffId }) => {
      const [row] = await transact((db) => db.select().from(youngPerson).where(eq(youngPerson.id, youngPersonId)));
      if (row) await clock.does(setPhone, { id: youngPersonId, version: row.version, phone }, staffId);
    });
  }
  // Of some nobody has said how often yet.
  if (chance.happens(0.9))
    plan(
      clock.workday(Math.max(from - 3, (young.formerGuide?.until ?? from) + 7)),
      "10:05",
      ({ id, version, staffId }) => clock.does(setIntensity, { id, version, intensity }, staffId),
    );

  const step = RHYTHM[intensity].days ?? FOLLOWED_DAYS;
  // Who waits too long in the demo waits since the last contact.
  const silent = chance.happens(0.12) ? Math.round(step * 1.6) : 0;
  for (let day = from; day < until - silent; day += stepFor(step, chance)) {
    const on = clock.workday(day);
    const noAnswer = chance.happens(NO_ANSWER);
    const [channel, text] = noAnswer ? [chance.one<ContactChannel>(["phone", "phone", "sms"]), ""] : chance.one(MET);
    const reminder = !noAnswer && chance.happens(0.05);
    const result: ContactResult = noAnswer ? (chance.happens(0.2) ? "did_not_come" : "no_answer") : "met";
    const nextOn = noAnswer ? null : nextByRhythm(intensity, on);
    const set = {
      ...{ youngPersonId, channel, result, company: chance.happens(0.85) ? "only_us" : "network" },
      ...{ kind: "case_note", text: fill(text, told) },
      minutes: noAnswer ? "" : String(chance.one([10, 15, 20, 30, 45, 60])),
      nextOn: nextOn && daysBetween(on, nextOn) > 0 ? nextOn.split("-").reverse().join("-") : "",
      nextTime: chance.happens(0.4) ? `${chance.whole(9, 16)}.${chance.one(["00", "30"])}` : "",
      nextPlace: chance.happens(0.4) ? chance.one(PLACES) : "",
      score: !noAnswer && chance.happens(0.15) ? String(chance.whole(2, 8)) : "",
    };
    const hour = chance.whole(9, 15);
    plan(on, `${hour}:${chance.whole(10, 59)}`, ({ staffId }) => clock.does(writeContact, set, staffId));
    // Beside what stands in the case a guide may note something for themselves.
    if (reminder) {
      const kept = { ...set, kind: "reminder", text: fill(chance.one(REMINDERS), told), ...NOTHING_MORE };
      plan(on, `${hour + 1}:${chance.whole(10, 59)}`, ({ staffId }) => clock.does(writeContact, kept, staffId));
    }
  }
}

const intensityOf = (chance: Chance): Intensity =>
  chance.one<Intensity>(["A", "B", "B", "B", "B", "C", "C", "C", "C", "D"]);

const stepFor = (days: number, chance: Chance) => Math.max(2, Math.round(days * (0.7 + chance.part() * 0.5)));

function slotsOf(young: Young, chance: Chance) {
  const interest = chance.one(INTERESTS);
  return { han: isGirl(young) ? "hun" : "han", om: interest.of, sted: interest.at };
}

/** The last figure of a number is even for girls; who has none gets a word that fits all. */
const isGirl = ({ cpr, key }: Young) => (cpr ? Number(cpr.at(-1)) % 2 === 0 : key.length % 2 === 0);

const fill = (text: string, slots: Record<string, string>) => {
  const filled = text.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? "");
  return filled.replace(
    /(^|\. )(han|hun) /g,
    (_, before: string, who: string) => `${before}${who === "han" ? "Han" : "Hun"} `,
  );
};
