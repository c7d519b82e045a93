import type { Archetype } from "./archetype.ts";

export const ownYes: Archetype = {
  key: "own-yes",
  firstName: "Malik",
  lastName: "Testholm",
  girl: false,
  months: 18 * 12,
  days: 1,
  departments: ["children", "guidance", "benefits"],
  guide: "ungeguide",
  lead: "boerneunge",
  added: -200,
  efforts: [
    {
      department: "children",
      title: "Kontaktperson",
      provider: "Familiehuset Demo",
      from: -180,
      to: 30,
      contactRole: true,
      kind: "contact_person",
      area: "family",
      hours: "2",
      validUntil: 30,
    },
    {
      department: "guidance",
      title: "Forberedende forløb",
      provider: "FGU Demo Vest",
      from: -75,
      to: null,
      kind: "education",
      area: "education",
      hours: "20",
      weekdays: [1, 2, 3, 4],
    },
  ],
  parents: ["Hanne Testholm", "Torben Testholm"],
  consents: [
    {
      kind: "exchange",
      recipients: ["fgu", "guidance", "benefits"],
      areas: ["education", "economy"],
      purpose: "FGU og kommunen skal kunne lægge en plan sammen.",
      form: "written",
      on: -170,
      until: null,
      custodyOnly: true,
    },
  ],
  visits: [
    {
      ago: 6,
      script: {
        question: "Hvad skal Malik selv tage stilling til, når han fylder 18?",
        minutes: 20,
        heard: {
          how: "in_room",
          words:
            "Det er mærkeligt, at mine forældre har skrevet under på alt. Jeg vil gerne selv læse det, før jeg siger ja.",
        },
        options: [{ department: "guidance", text: "Fortsætte på FGU med mere værksted" }],
        discussion:
          "Malik er glad for værkstedet på FGU. Han vil selv være med, når der tales om ham. Forældrene er enige og vil gerne have at vide, hvad der ændrer sig.",
        promises: [
          {
            department: "children",
            text: "Gennemgår med Malik, hvad han selv siger ja til fra 18 år",
            dueDays: 60,
            outcome: "on time",
          },
          { department: "guidance", text: "Aftaler mere tid i værkstedet med FGU", dueDays: 28, outcome: "on time" },
          { department: "benefits", text: "Vurderer Maliks forsørgelse efter 18 år", dueDays: 98, outcome: "open" },
          { department: "center", text: "Læser brevene igennem sammen med Malik", dueDays: 90, outcome: "open" },
        ],
      },
    },
    {
      ago: 1,
      script: {
        question: "Hvem spørger Malik selv, når forældrenes ja ikke gælder længere?",
        minutes: 15,
        heard: { how: "contact_person", words: "" },
        options: [],
        discussion: "",
        promises: [],
        left: "basis",
      },
    },
  ],
};
