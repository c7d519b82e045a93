import type { Language } from "#db/vocabulary.ts";
import { addDays, age } from "#domain/days.ts";
import type { OwnYoung } from "#domain/guides/mine.server.ts";
import { copenhagenInstant, dayOf } from "#domain/moments.ts";

/** All that lies on a phone of a young person: whom, when and where one meets next, and the number. */
export type ListedYoung = {
  id: string;
  name: string;
  firstName: string;
  phone: string;
  next: { on: string; time: string; place: string } | null;
  /** The municipality's number for whoever must notify of a child; empty where there is none, and for who is of age. */
  notify: string;
};

/** `ahead`: milliseconds that the server's clock was ahead of this device's. */
export type TodaysList = { language: Language; ahead: number; people: ListedYoung[] };

/** The municipality's number for whoever must notify of a child; empty for who is of age. */
export const numberToNotify = (bornOn: string, today: string, notify: string): string =>
  age(bornOn, today) < 18 ? notify : "";

/** What of the guide's page may lie on the phone. Where an address is protected, neither the number nor a place. */
export const listedOf = (young: readonly OwnYoung[], today: string, notify: string): ListedYoung[] =>
  young.map(({ id, name, firstName, bornOn, phone, standing, onPhone }) => ({
    ...{ id, name, firstName },
    phone: onPhone ? phone : "",
    next: standing.next && { ...standing.next, place: onPhone ? standing.next.place : "" },
    notify: numberToNotify(bornOn, today, notify),
  }));

/** Between which moments (ms, by this device's clock) something can be read. */
export type Readable = { from: number; until: number };

/** How far a clock may be set back by itself, in ms. */
const BACK_MS = 5 * 60_000;

/** From now until the midnight of Danish clocks, by this device's clock. */
export function readableFrom(now: number, ahead: number): Readable {
  const tomorrow = addDays(dayOf(new Date(now + ahead).toISOString()), 1);
  return { from: now, until: Date.parse(copenhagenInstant(tomorrow, "0:00")) - ahead };
}

/** A clock that was set back opens nothing again. */
export const isReadable = ({ from, until }: Readable, now: number): boolean => from - BACK_MS <= now && now < until;
