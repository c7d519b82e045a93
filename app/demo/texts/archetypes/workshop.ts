import type { Archetype } from "./archetype.ts";

export const workshop: Archetype = {
  key: "workshop",
  firstName: "Clara",
  lastName: "Mønsterby",
  girl: true,
  months: 23 * 12 + 1,
  departments: ["work", "guidance"],
  guide: "ungeguide5",
  lead: "beskaeftigelse",
  added: -520,
  efforts: [
    {
      department: "guidance",
      title: "Snedkeruddannelse, afsluttet",
      provider: "Erhvervsskolen Prøven",
      from: -900,
      to: -245,
      kind: "education",
      area: "education",
    },
    {
      department: "work",
      title: "Hjælp til jobsøgning",
      provider: "",
      from: -90,
      to: null,
      kind: "guidance",
      area: "employment",
    },
  ],
  visits: [
    {
      ago: 4,
      script: {
        question: "Hvordan får Clara det første job som snedker, mens ordningerne stadig gælder?",
        minutes: 20,
        heard: {
          how: "in_room",
          words: "Jeg har svendebrevet. Jeg skal bare have en mester, der ved, at jeg ikke kan løfte det tunge alene.",
        },
        options: [{ department: "work", text: "Kontakt til tre værksteder med hjælpemidler fra første dag" }],
        discussion:
          "Clara er færdig som snedker og søger selv. Hun kan alt på værkstedet, når hun har det rette hjælpemiddel. Muligheden for støtte i det første job gælder kun et par år efter svendeprøven.",
        promises: [
          { department: "work", text: "Ringer til tre værksteder sammen med Clara", dueDays: 21, outcome: "on time" },
          { department: "work", text: "Undersøger hjælpemidler til det første job", dueDays: 40, outcome: "late" },
          {
            department: "guidance",
            text: "Samler Claras billeder af sit arbejde i en mappe",
            dueDays: 28,
            outcome: "on time",
          },
        ],
      },
    },
  ],
};
