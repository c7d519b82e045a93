import type { Archetype } from "./archetype.ts";

export const animals: Archetype = {
  key: "animals",
  firstName: "Alma",
  lastName: "Demostrup",
  girl: true,
  months: 18 * 12 - 5,
  departments: ["children", "ppr", "adults", "guidance"],
  guide: "ungeguide",
  lead: "boerneunge",
  added: -310,
  efforts: [
    {
      department: "center",
      title: "Ungeguide",
      provider: "",
      from: -300,
      to: null,
      contactRole: true,
      kind: "contact_person",
      area: "daily_life",
    },
    {
      department: "ppr",
      title: "Lille hold to formiddage om ugen",
      provider: "Prøveskolen",
      from: -190,
      to: 45,
      kind: "education",
      area: "education",
      hours: "6",
      weekdays: [1, 4],
    },
    {
      department: "children",
      title: "Fast kontaktperson",
      provider: "Familiehuset Demo",
      from: -260,
      to: 150,
      contactRole: true,
      kind: "contact_person",
      area: "family",
      hours: "3",
      validUntil: 150,
    },
    {
      department: "children",
      title: "Hestepasning om onsdagen",
      provider: "Rideskolen Prøven",
      from: -60,
      to: null,
      kind: "leisure",
      area: "leisure",
      hours: "2,5",
      weekdays: [3],
    },
  ],
  consents: [
    {
      kind: "exchange",
      recipients: ["ppr", "guidance"],
      areas: ["education", "daily_life"],
      purpose: "PPR skal fortælle min vejleder, hvad der virkede sidst.",
      form: "oral",
      on: -290,
      until: null,
    },
    {
      kind: "exchange",
      recipients: ["adults"],
      areas: ["daily_life", "housing", "leisure"],
      purpose: "Voksen skal kende mig, før jeg fylder 18.",
      form: "written",
      on: -3,
      until: null,
      custodyOnly: true,
    },
  ],
  visits: [
    {
      ago: 9,
      script: {
        question: "Hvordan får Alma en hverdag, hun kan være i, når skolen er for meget?",
        minutes: 20,
        heard: {
          how: "contact_person",
          words: "Når jeg står op til skole, får jeg ondt i maven. Det gør jeg ikke, når jeg skal ud til hestene.",
        },
        options: [
          { department: "ppr", text: "Et lille hold med ro, to formiddage om ugen" },
          { department: "children", text: "En fast voksen, der henter og følger de første gange" },
        ],
        discussion:
          "Alma har ikke været i klassen i flere måneder. Hun vil gerne lære, men ikke i en stor gruppe. Det virker bedst, når den samme voksen kommer igen, og når dagen er kendt aftenen før.",
        promises: [
          { department: "ppr", text: "Finder plads på det lille hold", dueDays: 21, outcome: "on time" },
          {
            department: "children",
            text: "Taler med Alma og hendes mor om en fast kontaktperson",
            dueDays: 14,
            outcome: "on time",
          },
          { department: "center", text: "Besøger rideskolen sammen med Alma", dueDays: 20, outcome: "late" },
          {
            department: "children",
            text: "Møder op på besøgsdagen på holdet",
            dueDays: 28,
            outcome: "on time",
            byYoungPerson: true,
          },
        ],
      },
    },
    {
      ago: 2,
      script: {
        question: "Hvad skal være på plads, før Alma fylder 18?",
        minutes: 20,
        heard: {
          how: "video",
          words:
            "Jeg er med på det lille hold nu. Onsdag er den bedste dag. Jeg bliver bange for, at alle skifter, når jeg fylder 18.",
          notToDiscuss: "Det, der skete i den gamle klasse.",
        },
        options: [
          { department: "adults", text: "Møde en rådgiver fra Voksen et halvt år før" },
          { department: "guidance", text: "Besøg på FGU’s hold for dyr og natur" },
        ],
        discussion:
          "Holdet fungerer to formiddage om ugen, og onsdagen ved hestene giver overskud til resten af ugen. Forsørgelsen efter 18 er ikke afklaret. Børn og unge og Voksen aftaler, hvem der gør hvad.",
        promises: [
          {
            department: "children",
            text: "Samler et kort overblik til Voksen sammen med Alma",
            dueDays: 14,
            outcome: "on time",
          },
          {
            department: "guidance",
            text: "Inviterer Alma med på besøg på FGU’s hold for dyr og natur",
            dueDays: 20,
            outcome: "on time",
          },
          { department: "center", text: "Øver turen til FGU sammen med Alma", dueDays: 40, outcome: "open" },
          { department: "adults", text: "Giver Alma navnet på sin kommende rådgiver", dueDays: 22, outcome: "open" },
          {
            department: "ppr",
            text: "Undersøger, om holdet kan fortsætte, når skoleåret slutter",
            dueDays: 44,
            outcome: "open",
          },
        ],
      },
    },
  ],
};
