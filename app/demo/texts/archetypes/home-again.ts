import type { Archetype } from "./archetype.ts";

export const homeAgain: Archetype = {
  key: "home-again",
  firstName: "Viggo",
  lastName: "Forsøgsen",
  girl: false,
  months: 18 * 12 + 9,
  departments: ["region", "work", "housing", "adults"],
  guide: "ungeguide2",
  lead: "voksen2",
  added: -95,
  efforts: [
    {
      department: "region",
      title: "Samtaler efter hjemkomst",
      provider: "Regionens psykiatri",
      from: -40,
      to: 40,
      contactRole: true,
    },
    { department: "adults", title: "Støtte i hjemmet to gange om ugen", provider: "", from: -32, to: 90 },
  ],
  consents: [
    {
      kind: "health",
      recipients: ["region"],
      areas: ["health", "daily_life"],
      purpose: "Psykiatrien skal kunne fortælle, hvad der hjælper mig hjemme.",
      form: "written",
      on: -85,
      until: 12,
    },
    {
      kind: "exchange",
      recipients: ["housing", "work"],
      areas: ["housing", "employment"],
      purpose: "Bolig og Beskæftigelse skal vide, hvad jeg kan klare nu.",
      form: "oral",
      on: -60,
      until: null,
    },
  ],
  visits: [],
};
