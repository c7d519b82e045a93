import type { Archetype } from "./archetype.ts";

export const nights: Archetype = {
  key: "nights",
  firstName: "Noah",
  lastName: "Kladdebæk",
  girl: false,
  months: 22 * 12 + 3,
  departments: ["work", "adults", "benefits"],
  guide: "ungeguide",
  lead: "beskaeftigelse",
  added: -420,
  efforts: [
    {
      department: "center",
      title: "Fast voksen på værestedet",
      provider: "Værestedet Demo",
      from: -400,
      to: null,
      contactRole: true,
      kind: "contact_person",
      area: "leisure",
    },
    {
      department: "work",
      title: "Mentor",
      provider: "Mentorhuset Demo",
      from: -120,
      to: 60,
      contactRole: true,
      kind: "mentor",
      area: "employment",
      hours: "3",
      weekdays: [2, 4],
      validUntil: 60,
    },
    {
      department: "adults",
      title: "Støttekontaktperson",
      provider: "",
      from: -85,
      to: null,
      contactRole: true,
      kind: "contact_person",
      area: "daily_life",
      hours: "2",
      weekdays: [4],
      validUntil: -9,
    },
    {
      department: "work",
      title: "Afklarende forløb",
      provider: "Værkstedet Prøven",
      from: -230,
      to: -110,
      kind: "clarification",
      area: "employment",
      hours: "15",
    },
  ],
  visits: [
    {
      ago: 12,
      script: {
        question: "Hvad kan få Noah ud ad døren om formiddagen?",
        minutes: 20,
        heard: {
          how: "contact_person",
          words:
            "Jeg sover, når I er på arbejde. Om natten er der nogen at snakke med. Jeg er faktisk ret god til at lede et hold.",
        },
        options: [
          { department: "work", text: "Begynde med to eftermiddage på et værksted" },
          { department: "work", text: "En mentor, der også kan skrive sammen med ham om aftenen" },
        ],
        discussion:
          "Noah har sine venner på nettet, og dér er han den, der samler de andre. Døgnet er vendt om. Planen begynder om eftermiddagen og flyttes en halv time ad gangen.",
        promises: [
          {
            department: "work",
            text: "Finder en mentor, der kan mødes sidst på dagen",
            dueDays: 28,
            outcome: "late",
          },
          {
            department: "center",
            text: "Aftaler en fast tur med Noah hver torsdag kl. 15",
            dueDays: 10,
            outcome: "on time",
          },
          {
            department: "benefits",
            text: "Forklarer Noah, hvad to eftermiddage betyder for hans penge",
            dueDays: 14,
            outcome: "on time",
          },
        ],
      },
    },
    {
      ago: 5,
      script: {
        question: "Hvem gør hvad, når tre voksne er i gang samtidig?",
        minutes: 20,
        heard: {
          how: "written",
          words: "Der er for mange, der skriver. Jeg ved ikke, hvem jeg skal svare. Så svarer jeg ingen.",
        },
        options: [
          { department: "center", text: "Én voksen skriver, de andre går gennem den ene" },
          { department: "work", text: "Et kort hold om spil og it, som begynder kl. 13" },
        ],
        discussion:
          "Noah får beskeder fra tre voksne på tre måder. Han har selv peget på ungeguiden som den ene. De andre to skriver ikke direkte, før det er aftalt med Noah.",
        promises: [
          {
            department: "center",
            text: "Laver en fælles ugeplan med Noah på ét ark",
            dueDays: 14,
            outcome: "on time",
          },
          {
            department: "work",
            text: "Undersøger et kort hold om spil og it, der begynder kl. 13",
            dueDays: 35,
            outcome: "stuck",
            blocked: "waiting_list",
          },
          {
            department: "adults",
            text: "Vurderer, om støtten kan samles hos én kontaktperson",
            dueDays: 60,
            outcome: "open",
          },
          {
            department: "center",
            text: "Svarer ungeguiden en gang om ugen",
            dueDays: 40,
            outcome: "open",
            byYoungPerson: true,
          },
        ],
      },
    },
  ],
};
