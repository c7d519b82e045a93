import { animals } from "./archetypes/animals.ts";
import type { Archetype } from "./archetypes/archetype.ts";
import { homeAgain } from "./archetypes/home-again.ts";
import { kitchen } from "./archetypes/kitchen.ts";
import { nights } from "./archetypes/nights.ts";
import { noThanks } from "./archetypes/no-thanks.ts";
import { ownWay } from "./archetypes/own-way.ts";
import { ownYes } from "./archetypes/own-yes.ts";
import { rest } from "./archetypes/rest.ts";
import { street } from "./archetypes/street.ts";
import { twentyFive } from "./archetypes/twenty-five.ts";
import { twoHomes } from "./archetypes/two-homes.ts";
import { workshop } from "./archetypes/workshop.ts";

/** Twelve young people whose stories between them meet everything the forum has to be able to do (domain.md 9.3). */
export const ARCHETYPES: readonly Archetype[] = [
  animals,
  nights,
  rest,
  ownYes,
  kitchen,
  homeAgain,
  twentyFive,
  twoHomes,
  workshop,
  street,
  noThanks,
  ownWay,
];
