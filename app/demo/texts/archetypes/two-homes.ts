import type { Archetype } from "./archetype.ts";

export const twoHomes: Archetype = {
  key: "two-homes",
  firstName: "Sara",
  lastName: "Modelborg",
  girl: true,
  months: 20 * 12 + 2,
  departments: ["housing", "work"],
  guide: "ungeguide",
  lead: "bolig",
  added: -380,
  efforts: [
    {
      department: "housing",
      title: "Hjælp til at søge bolig",
      provider: "",
      from: -160,
      to: null,
      kind: "guidance",
      area: "housing",
    },
  ],
  visits: [
    {
      ago: 8,
      script: {
        question: "Hvem kan hjælpe Sara med at finde et sted, hvor hun kan være i fred?",
        minutes: 20,
        heard: {
          how: "contact_person",
          words: "Jeg vil have en dør, jeg selv kan lukke. Ring til mig, ikke til mine forældre.",
          notToDiscuss: "Hvor jeg bor nu.",
        },
        options: [{ department: "housing", text: "Et værelse med en vejleder i huset" }],
        discussion:
          "Sara sover hos en veninde. Al kontakt går gennem hende selv og ungeguiden. Hun er i gang med hf og vil ikke give slip på det.",
        promises: [
          {
            department: "housing",
            text: "Undersøger, hvor der er et værelse med en vejleder i huset",
            dueDays: 45,
            outcome: "stuck",
            blocked: "waiting_list",
          },
          { department: "center", text: "Følger Sara til første samtale om bolig", dueDays: 14, outcome: "on time" },
          {
            department: "work",
            text: "Forklarer Sara, hvad et fritidsjob betyder for hendes SU",
            dueDays: 21,
            outcome: "on time",
          },
        ],
      },
    },
  ],
};
