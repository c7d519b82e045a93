import { daysBetween } from "#domain/days.ts";
import { HELD } from "./calendar.server.ts";
import { chanceFor } from "./chance.ts";
import type { Onward } from "./room.server.ts";
import type { Script, Young } from "./script.ts";
import { ARCHETYPES } from "./texts/archetypes.ts";

/** How somebody goes with the forum: guided now, guided once, with the STU team alone, or just written down. */
export type Standing = "guided" | "closed" | "stu" | "new";

/** All but the twelve written by hand (domain.md 9.2): with those 180, of whom 118 have a guide. */
const STANDINGS: Record<Standing, number> = { guided: 109, closed: 30, stu: 20, new: 9 };

/** Somebody whose visits to the forum are placed: so many meetings ago, the earliest first. */
export type Planned = { key: string; standing: Standing; visits: number[] };

/** Who comes to which meeting, with what, and where it goes on. */
export type Agenda = Map<number, { young: Young; script: Script; onward: Onward }[]>;

/** Young people of an item: four to eight, six of them. */
const SIZES = [4, 5, 5, 6, 6, 6, 6, 7, 7, 8];
/** A young person's item goes on at a meeting that is made already. */
const FURTHEST = 3;

/** Places everybody in the meetings of two years, the oldest first; who comes back has a place before the next new one. */
export function placeVisits(): Planned[] {
  const all = (Object.entries(STANDINGS) as [Standing, number][]).flatMap(([standing, count]) =>
    Array.from({ length: count }, (_, n): Planned => ({ key: `${standing} ${n + 1}`, standing, visits: [] })),
  );
  const chance = chanceFor("who comes when");
  const order = (one: Planned) => chance.part() * (one.standing === "closed" ? 0.65 : 1);
  const queue = all
    .filter(({ standing }) => standing !== "new")
    .filter(({ standing }) => standing !== "stu" || chance.happens(0.5))
    .map((one) => ({ one, at: order(one) }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
  const returning = new Map<number, Planned[]>();
  for (let ago = HELD; ago >= 1; ago--) {
    const written = ARCHETYPES.filter(({ visits }) => visits.some((visit) => visit.ago === ago)).length;
    const free = chance.one(SIZES) - written;
    const due = returning.get(ago) ?? [];
    const fresh = queue.splice(0, Math.max(0, Math.min(free - due.length, Math.ceil(queue.length / ago))));
    const sitting = [...due, ...fresh].slice(0, free);
    const again = all.filter((one) => canReturn(one, ago) && !sitting.includes(one));
    sitting.push(...chance.some(again, free - sitting.length));
    for (const one of due.slice(free)) later(one, ago - 1);
    for (const one of sitting) {
      one.visits.push(ago);
      if (one.visits.length < 4 && chance.happens(0.3)) later(one, ago - chance.one([2, 2, 3, 3, 4]));
    }
  }
  return all;

  function later(one: Planned, ago: number) {
    if (ago < 1) return;
    for (const [at, others] of returning)
      returning.set(
        at,
        others.filter((other) => other !== one),
      );
    returning.set(ago, [...(returning.get(ago) ?? []), one]);
  }
}

/** Somebody who was there two meetings ago or more may come again; once closed one stays away. */
const canReturn = ({ standing, visits }: Planned, ago: number) =>
  standing !== "closed" && visits.length > 0 && visits.length < 5 && (visits.at(-1) ?? 0) - ago > 3;

/** The agenda of all held meetings; a few items are put off, or not reached, and come at the next. */
export function agendaOf(people: readonly Young[], dayOf: (ago: number) => string): Agenda {
  const agenda: Agenda = new Map();
  for (const young of people)
    for (const [place, { ago, script }] of young.visits.entries()) {
      const onward = onwardOf(young, ago, young.visits[place + 1]?.ago, dayOf);
      agenda.set(ago, [...(agenda.get(ago) ?? []), { young, script, onward }]);
    }
  for (const ago of PUT_OFF) putOff(agenda, ago);
  return agenda;
}

/** Meetings at which somebody had to wait for the next one. */
const PUT_OFF = [39, 33, 27, 22, 17, 13, 8, 4];

function putOff(agenda: Agenda, ago: number): void {
  const [here, next] = [agenda.get(ago) ?? [], agenda.get(ago - 1) ?? []];
  const chance = chanceFor(`put off ${ago}`);
  const waits = here.findLast(({ young }) =>
    young.visits.every((visit) => visit.ago === ago || Math.abs(visit.ago - ago) > 1),
  );
  if (!waits || here.length < 6 || next.length > 7) return;
  const left = chance.one(["time", "young_person", "department", "not reached", "not reached"] as const);
  agenda.set(ago, [...here.filter((one) => one !== waits), { ...waits, script: { ...waits.script, left } }]);
  agenda.set(ago - 1, [waits, ...next]);
}

function onwardOf(young: Young, ago: number, next: number | undefined, dayOf: (ago: number) => string): Onward {
  const chance = chanceFor(`onward ${ago} ${young.key}`);
  if (next !== undefined && ago - next <= FURTHEST) return { kind: "meeting", ago: next };
  if (next !== undefined) return { kind: "outside", days: daysBetween(dayOf(ago), dayOf(next)) - 14 };
  if (young.ended !== null) return { kind: "over" };
  if (ago === 1 && chance.happens(0.5)) return { kind: "meeting", ago: chance.one([-1, -2]) };
  return chance.happens(0.25) ? { kind: "over" } : { kind: "outside", days: chance.whole(28, 75) };
}
