import type { Archetype } from "./archetype.ts";

export const rest: Archetype = {
  key: "rest",
  firstName: "Ida",
  lastName: "Prøvegaard",
  girl: true,
  months: 16 * 12 + 7,
  departments: ["children", "ppr", "health"],
  guide: "ungeguide4",
  lead: "boerneunge2",
  added: -250,
  efforts: [
    {
      department: "ppr",
      title: "Undervisning hjemme og på skærm",
      provider: "Prøveskolen",
      from: -200,
      to: 120,
      kind: "education",
      area: "education",
      hours: "7,5",
      weekdays: [1, 3, 5],
      validUntil: 120,
    },
    {
      department: "children",
      title: "Støtte til forældrene",
      provider: "",
      from: -330,
      to: null,
      kind: "family_support",
      area: "family",
    },
    {
      department: "health",
      title: "Sundhedsplejerske en gang om måneden",
      provider: "",
      from: -140,
      to: null,
      kind: "guidance",
      area: "health",
    },
  ],
  visits: [
    {
      ago: 4,
      script: {
        question: "Hvordan kan Ida følge med, når hun kun har kræfter til få timer om dagen?",
        minutes: 20,
        heard: {
          how: "contact_person",
          words:
            "Jeg vil helst selv bestemme, hvilke timer jeg bruger mine kræfter på. Engelsk og billedkunst er gode.",
        },
        options: [{ department: "ppr", text: "Selv vælge to fag og få resten i korte bidder" }],
        discussion:
          "Ida har lange perioder hjemme. Hun holder bedst, når hun selv vælger tidspunktet. Forældrene bruger mange timer om ugen og har spurgt, hvad der sker, når Ida bliver 18.",
        promises: [
          {
            department: "ppr",
            text: "Laver en plan med to fag, som Ida selv vælger",
            dueDays: 21,
            outcome: "on time",
          },
          {
            department: "children",
            text: "Gennemgår støtten til forældrene og siger til i god tid, hvis den ændres",
            dueDays: 30,
            outcome: "on time",
          },
          {
            department: "health",
            text: "Taler med Ida om, hvordan hun deler dagen op",
            dueDays: 28,
            outcome: "late",
          },
        ],
      },
    },
  ],
};
