import type { Archetype } from "./archetype.ts";

export const street: Archetype = {
  key: "street",
  firstName: "Kevin",
  lastName: "Skabelund",
  girl: false,
  months: 17 * 12 + 4,
  departments: ["children"],
  guide: "ungeguide8",
  lead: "boerneunge",
  added: -140,
  efforts: [
    {
      department: "children",
      title: "Fritidspas",
      provider: "Klub Demo",
      from: -120,
      to: 90,
      kind: "leisure",
      area: "leisure",
    },
  ],
  consents: [],
  visits: [],
};
