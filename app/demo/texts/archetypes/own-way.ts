import type { Archetype } from "./archetype.ts";

export const ownWay: Archetype = {
  key: "own-way",
  firstName: "Yasmin",
  lastName: "Øvelund",
  girl: true,
  months: 25 * 12 + 2,
  departments: ["stu", "guidance"],
  guide: null,
  stu: "stu3",
  lead: "stu3",
  added: -730,
  ended: -150,
  efforts: [
    {
      department: "stu",
      title: "STU, afsluttet",
      provider: "STU Solbakken (demo)",
      from: -1460,
      to: -365,
      kind: "education",
      area: "education",
    },
    {
      department: "guidance",
      title: "Hf på almindelige vilkår",
      provider: "Kursuscentret Demo",
      from: -95,
      to: 620,
      kind: "education",
      area: "education",
      hours: "28",
      weekdays: [1, 2, 3, 4, 5],
    },
  ],
  visits: [
    {
      ago: 26,
      script: {
        question: "Hvad skal der til, for at Yasmin kan begynde på hf efter STU?",
        minutes: 20,
        heard: {
          how: "in_room",
          words: "Jeg læser langsomt, men jeg husker alt. Jeg vil gå på et almindeligt hold.",
        },
        options: [{ department: "guidance", text: "Ét fag om aftenen, før hun søger hele uddannelsen" }],
        discussion:
          "Yasmin har afsluttet STU med gode erfaringer. Hun vil prøve ét fag først. Oplæsning på computeren er nok hjælp.",
        promises: [
          { department: "guidance", text: "Søger ét fag sammen med Yasmin", dueDays: 30, outcome: "on time" },
          {
            department: "stu",
            text: "Ringer til Yasmin tre måneder efter afslutningen",
            dueDays: 90,
            outcome: "on time",
          },
        ],
      },
    },
  ],
};
