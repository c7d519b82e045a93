import type { AttendMode, HeardWay } from "#db/vocabulary.ts";

export type TodayLine = {
  archetype: string;
  question: string;
  minutes: number;
  /** When it cannot be moved: somebody comes from outside. */
  fixedAt?: string;
  invited: readonly string[];
  /** Own words that were heard before the meeting. */
  heard?: { how: HeardWay; words: string; notToDiscuss?: string; daysAgo: number };
  /** What else was said then, read aloud and confirmed. */
  prepared?: { helps: string; company: string; attends: AttendMode; follower: string };
};

export const PAUSE = { after: 4, title: "Pause", minutes: 10 };

/** The agenda of today's meeting, in its order. */
export const TODAY: readonly TodayLine[] = [
  {
    archetype: "animals",
    question: "Hvem tager over, når støtten fra Børn og unge stopper om fem måneder?",
    minutes: 20,
    invited: ["ungeguide", "boerneunge", "ppr", "voksen", "vejleder"],
    heard: {
      how: "contact_person",
      words:
        "Jeg vil gerne arbejde med dyr. Jeg kan godt komme, når jeg ved, hvem der er der. Jeg vil ikke starte forfra med nye voksne hele tiden.",
      notToDiscuss: "Det, der skete i den gamle klasse.",
      daysAgo: 3,
    },
    prepared: {
      helps: "Det hjælper at vide dagen før, hvad der skal ske. Det hjælper ikke at få fem breve.",
      company: "Min kontaktperson skal være med. Ikke min gamle lærer.",
      attends: "part",
      follower: "Min moster",
    },
  },
  {
    archetype: "nights",
    question: "Hvem af de tre voksne skal Noah skrive med, og hvad gør de to andre?",
    minutes: 20,
    invited: ["ungeguide", "beskaeftigelse", "voksen", "ydelse"],
    heard: {
      how: "written",
      words:
        "Jeg kan godt lide jer, men I er tre, der spørger om det samme. Jeg vil gerne have én, jeg skriver med. Og noget, der begynder efter kl. 13.",
      daysAgo: 2,
    },
    prepared: {
      helps: "Sms hjælper. Opkald om morgenen hjælper ikke.",
      company: "Helst så få som muligt.",
      attends: "written",
      follower: "",
    },
  },
  {
    archetype: "rest",
    question: "Hvad sker der med hjælpen til Ida og hendes forældre, når hun bliver 18?",
    minutes: 15,
    invited: ["ungeguide4", "boerneunge2", "ppr", "voksen2", "sundhed"],
  },
  {
    archetype: "own-yes",
    question: "Hvem spørger Malik selv, nu hvor forældrenes ja ikke gælder længere?",
    minutes: 15,
    invited: ["ungeguide", "boerneunge", "vejleder", "ydelse"],
  },
  {
    archetype: "kitchen",
    question: "Hvad mangler, før Oskar kan gå fra STU til et job i et køkken?",
    minutes: 20,
    invited: ["stu", "stu2", "beskaeftigelse"],
    heard: {
      how: "written",
      words:
        "Jeg er på bageriet tirsdag og fredag. Jeg vil have flere timer. Jeg vil gerne blive der, når STU er slut.",
      daysAgo: 4,
    },
  },
  {
    archetype: "home-again",
    question: "Hvem holder kontakten med Viggo i de første uger hjemme?",
    minutes: 20,
    fixedAt: "10:50",
    invited: ["ungeguide2", "psykiatri", "beskaeftigelse2", "bolig", "voksen2"],
  },
  {
    archetype: "twenty-five",
    question: "Hvad skal Jonas nå at vælge, før han fylder 25?",
    minutes: 15,
    invited: ["ungeguide7", "stu2", "beskaeftigelse2", "vejleder"],
  },
];

/** What stands on the agendas of the next meetings already. */
export const COMING: readonly (readonly { archetype: string; question: string }[])[] = [
  [
    { archetype: "two-homes", question: "Hvad gør vi, mens Sara venter på et værelse?" },
    { archetype: "workshop", question: "Hvilket værksted tager imod Clara, før ordningen lukker om fire måneder?" },
  ],
  [],
  [],
];
