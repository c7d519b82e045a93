import { addDays, addMonths } from "#domain/days.ts";
import { chanceFor } from "./chance.ts";
import type { DemoClock } from "./clock.server.ts";
import { consentsOf, parentsOf } from "./consent-lines.ts";
import { replacementNumber } from "./numbers.ts";
import type { Young } from "./script.ts";
import { ARCHETYPES } from "./texts/archetypes.ts";

/** The twelve young people who are written by hand, with their birth days so many months before the demo's day. */
export function archetypesOf(clock: DemoClock): Young[] {
  return ARCHETYPES.map(({ months, days = 0, girl, stu = null, ended = null, ...line }, place) => {
    const bornOn = addDays(addMonths(clock.day, -months), -days);
    const who = { ...line, bornOn, ended };
    return {
      ...who,
      stu,
      parents: line.parents ?? parentsOf(clock, who),
      consents: line.consents ?? consentsOf(who),
      cpr: replacementNumber(bornOn, girl, place, chanceFor(`number ${line.key}`)),
    };
  });
}

export function archetypeOf(people: readonly Young[], key: string): Young {
  const found = people.find((young) => young.key === key);
  if (!found) throw new Error(`no archetype ${key}`);
  return found;
}
