import type { Archetype } from "./archetype.ts";

export const kitchen: Archetype = {
  key: "kitchen",
  firstName: "Oskar",
  lastName: "Eksempelgaard",
  girl: false,
  months: 19 * 12 + 8,
  departments: ["stu", "work"],
  guide: null,
  stu: "stu",
  lead: "stu",
  added: -640,
  efforts: [
    {
      department: "stu",
      title: "STU, tredje år",
      provider: "STU Solbakken (demo)",
      from: -820,
      to: 245,
      kind: "education",
      area: "education",
      hours: "24",
      weekdays: [1, 2, 3, 4],
      validUntil: 245,
    },
    {
      department: "work",
      title: "Småjob 6 timer om ugen",
      provider: "Bageriet Prøven",
      from: -70,
      to: null,
      kind: "paid_work",
      area: "employment",
      hours: "6",
      weekdays: [5, 6],
    },
  ],
  together: { title: "Vejen til et job i et køkken", from: -60 },
  visits: [
    {
      ago: 7,
      script: {
        question: "Hvordan kommer Oskar tættere på et job i et køkken?",
        minutes: 20,
        heard: {
          how: "in_room",
          words: "Jeg kan godt lide, når der er travlt, og alle ved, hvad de skal. Jeg vil have min egen forklædekrog.",
        },
        options: [
          { department: "work", text: "Småjob nogle timer om ugen ved siden af STU" },
          { department: "stu", text: "Praktik i et større køkken" },
        ],
        discussion:
          "Oskar har prøvet to køkkener og er mødt hver gang. Han har brug for, at opgaverne står skrevet. En fast kollega i de første uger gør forskellen.",
        promises: [
          {
            department: "work",
            text: "Finder et småjob på et bageri eller i et køkken",
            dueDays: 60,
            outcome: "late",
          },
          {
            department: "stu",
            text: "Laver et ark med opgaver i billeder sammen med Oskar",
            dueDays: 21,
            outcome: "on time",
          },
          { department: "stu", text: "Begynder på ressourcepapiret sammen med Oskar", dueDays: 70, outcome: "open" },
        ],
      },
    },
  ],
};
