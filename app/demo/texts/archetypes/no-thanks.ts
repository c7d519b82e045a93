import type { Archetype } from "./archetype.ts";

export const noThanks: Archetype = {
  key: "no-thanks",
  firstName: "Liam",
  lastName: "Fiktivsen",
  girl: false,
  months: 21 * 12 + 5,
  departments: [],
  guide: null,
  lead: null,
  added: -25,
  efforts: [],
  consents: [],
  visits: [],
};
