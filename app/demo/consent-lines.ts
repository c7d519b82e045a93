import { age } from "#domain/ages.ts";
import { chanceFor } from "./chance.ts";
import type { DemoClock } from "./clock.server.ts";
import type { ConsentLine, Young } from "./script.ts";
import { ASKED, PARENTS } from "./texts/consents.ts";

type Who = Pick<Young, "key" | "lastName" | "bornOn" | "departments" | "added" | "ended">;

/** How many a case has: 1.6 of them (domain.md 9.2). */
const COUNTS = [0, 1, 1, 1, 2, 2, 2, 2, 2, 3];
const YEAR = 365;

/** Those who hold custody of somebody who was not 18 yet when they came to the forum. */
export function parentsOf(clock: DemoClock, { key, lastName, bornOn, added }: Who): string[] {
  if (age(bornOn, clock.workday(added)) >= 18) return [];
  const chance = chanceFor(`parents ${key}`);
  return chance.some(PARENTS, chance.happens(0.7) ? 2 : 1).map((firstName) => `${firstName} ${lastName}`);
}

/** What somebody was asked for: some of it expired, a little of it withdrawn (domain.md 9.2). */
export function consentsOf({ key, departments, added, ended }: Who): ConsentLine[] {
  const chance = chanceFor(`consents ${key}`);
  const count = chance.one(COUNTS);
  const around = ASKED.filter(({ recipients }) => recipients.some((one) => departments.includes(one)));
  const others = ASKED.filter((one) => !around.includes(one));
  const asked = [...chance.some(around, around.length), ...chance.some(others, others.length)].slice(0, count);
  const first = added + 6;
  const last = ended === null ? -4 : ended - 4;
  return asked.flatMap((of): ConsentLine[] => {
    if (first > last) return [];
    const form = chance.one(["written", "written", "oral", "digital"] as const);
    const over = chance.happens(0.04) && first < -120;
    const on = over ? first + chance.whole(0, 20) : chance.whole(Math.min(last, Math.max(first, -330)), last);
    const until = over ? Math.min(on + YEAR, -chance.whole(3, 60)) : null;
    const ends = until ?? on + YEAR;
    const withdrawn = chance.happens(0.04) && ends > 0 && on < last - 20 ? chance.whole(on + 10, last + 2) : null;
    return [{ ...of, form, on, until, ...(withdrawn === null ? {} : { withdrawn }) }];
  });
}
