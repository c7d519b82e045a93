import type { AttendMode, ToldWay } from "#db/vocabulary.ts";
import { fullStop } from "../full-stop.ts";

const attends: Record<AttendMode, string> = {
  in_room: "i rummet",
  video: "på video",
  part: "kun noget af det",
  written: "skrive",
  no: "nej",
};

/** `Hør før mødet`. */
const hear = {
  page: "Hør før mødet",
  title: (name: string) => `Hør ${name} før mødet`,
  meetingOn: (day: string) => fullStop(`Mødet er ${day}`),
  words: "Hvad vil du gerne have?",
  helps: "Hvad hjælper, og hvad hjælper ikke?",
  company: "Hvem skal være med – og hvem skal ikke?",
  notToDiscuss: "Er der noget, vi ikke må tale om?",
  attends: "Vil du være med?",
  attendsModes: attends,
  noAnswer: "ikke spurgt",
  follower: "Skal nogen følge dig?",
  readAloud: (name: string) => `Læs det op for ${name}`,
  right: "Sådan er det rigtigt",
  save: "Gem",
  saved: "Gemt.",
  confirmed: (name: string, day: string) => fullStop(`${name} sagde, at det er rigtigt, ${day}`),
  notConfirmed: (name: string) => `${name} har ikke sagt endnu, at det er rigtigt.`,
  print: "Skriv ud",
  printHint: "Papiret har de samme spørgsmål. Det, der ikke er skrevet, bliver tomme linjer.",
  stands: (text: string) => `Nu står der: ${text}`,
  signed: "Navn og dag",
  /** On the board and the agenda. */
  attendsIs: (how: string) => `Vil være med: ${how}`,
  companyIs: (who: string) => `Med og ikke med: ${who}`,
  followerIs: (who: string) => `Følges af: ${who}`,
  helpsIs: (what: string) => `Hjælper og hjælper ikke: ${what}`,
  link: (name: string) => `Hør ${name} før mødet, også på papir`,
};

const how: Record<ToldWay, string> = { met: "Mødt", phone: "Telefon", written: "Skrevet" };

/** `Fortæl efter mødet`. */
const tell = {
  page: "Fortæl om mødet",
  title: (name: string) => `Fortæl ${name} om mødet`,
  of: (n: number, all: number) => `Aftale ${n} af ${all}`,
  does: (who: string) => `Det gør ${who}.`,
  ownDoing: "Det gør du selv.",
  by: (day: string) => fullStop(`Senest ${day}`),
  lacks: {
    answer: (department: string) => `${department || "Afdelingen"} har ikke sagt ja endnu.`,
    declined: (department: string) => `${department || "Afdelingen"} har sagt nej.`,
  },
  ask: "Er det okay for dig?",
  answers: { yes: "Ja", partly: "Delvist", no: "Nej" },
  answered: (answer: string) => `Svaret er ${answer.toLowerCase()}.`,
  isDone: "Det er gjort.",
  noGoes: "Et nej går til koordinatoren og til den, der har aftalen, med det samme.",
  back: "Forrige",
  skip: "Næste",
  none: "Der blev ikke lavet aftaler.",
  last: (name: string) => `Sådan fik ${name} besked`,
  how,
  words: (name: string) => `Egne ord fra ${name}`,
  wordsHint: "Gemmes sammen med svaret.",
  keepWords: "Gem ordene, og gå videre",
  otherWords: (name: string) => `Andet, ${name} sagde`,
  agreements: "Aftalerne",
  notAsked: "ikke spurgt",
  told: (name: string, day: string, by: string) => `${name} har fået besked ${day} af ${by}.`,
  mend: "Ret",
  done: "Til forsiden",
};

const start = {
  untold: (n: number) => (n === 1 ? "1 ung har ikke fået besked" : `${n} unge har ikke fået besked`),
  teller: (who: string, day: string) => (who ? `${who}, senest ${day}` : `ingen skal fortælle det, senest ${day}`),
  daysOver: (n: number) => (n === 1 ? "1 dag over fristen" : `${n} dage over fristen`),
  saidNo: (n: number) => (n === 1 ? "1 aftale har en ung sagt nej til" : `${n} aftaler har de unge sagt nej til`),
  saidNoOwn: "Den unge har sagt nej",
  onWhole: "Om det hele",
  see: "Se svarene",
  toMine: "Gå til mine aftaler",
};

/** What a young person says before a meeting, and what they are told after it. */
export const telling = { hear, tell, start };
