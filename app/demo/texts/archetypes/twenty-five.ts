import type { Archetype } from "./archetype.ts";

export const twentyFive: Archetype = {
  key: "twenty-five",
  firstName: "Jonas",
  lastName: "Udkast",
  girl: false,
  months: 24 * 12 + 6,
  departments: ["work", "guidance", "stu"],
  guide: "ungeguide7",
  lead: "beskaeftigelse2",
  added: -170,
  efforts: [
    {
      department: "work",
      title: "Virksomhedspraktik",
      provider: "Lageret Prøven",
      from: -50,
      to: 25,
      kind: "work_placement",
      area: "employment",
      hours: "20",
      weekdays: [1, 2, 3, 4],
      validUntil: 25,
    },
    {
      department: "guidance",
      title: "Samtaler med uddannelsesvejleder",
      provider: "",
      from: -120,
      to: null,
      kind: "guidance",
      area: "education",
    },
  ],
  visits: [
    {
      ago: 3,
      script: {
        question: "Skal Jonas søge STU nu, eller findes der en anden vej?",
        minutes: 20,
        heard: {
          how: "contact_person",
          words: "Alle siger, at jeg skal skynde mig. Jeg vil gerne se stedet, før jeg siger noget.",
        },
        options: [
          { department: "stu", text: "Besøge to STU-steder uden at love noget" },
          { department: "work", text: "Fortsætte på lageret med løn for nogle af timerne" },
        ],
        discussion:
          "STU skal være begyndt, før Jonas fylder 25. Han er glad for lageret, men bliver træt efter tre timer. Han skal have set begge veje, før han vælger.",
        promises: [
          { department: "stu", text: "Viser Jonas to STU-steder", dueDays: 30, outcome: "open" },
          {
            department: "guidance",
            text: "Skriver de to veje op på én side til Jonas",
            dueDays: 20,
            outcome: "on time",
          },
          {
            department: "work",
            text: "Taler med lageret om, hvor mange timer der kan lønnes",
            dueDays: 34,
            outcome: "open",
          },
        ],
      },
    },
  ],
};
