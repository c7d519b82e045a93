import { fullStop } from "../full-stop.ts";

/** The STU team: how much each has to do with, who is away, and young people who are given to another. */
export const stuTeam = {
  title: "STU-teamet",
  loads: "Fordeling",
  nobody: "Uden medarbejder",
  /** What each team says in its own way. */
  of: {
    nobodyHint: "Den, der fulgte dem, er ikke i teamet mere.",
    columns: { who: "Medarbejder", over: "Over fristen", weeks: "Frister de næste 8 uger" },
    inWeeks: (sum: number, weeks: string) => `${sum} frister de næste 8 uger. ${weeks}`,
    sum: (n: number, from: number, to: number) => `${n === 1 ? "1 frist" : `${n} frister`} i alt, uge ${from}–${to}`,
    moveFromNobody: "Giv unge uden medarbejder videre",
    moveHint:
      "Se fordelingen før og efter. Er den ene kontaktperson, bliver den anden det. Tovholder og andre pladser følger ikke med.",
  },
  youngPeople: "Unge",
  inWeek: (n: number, count: number) => `uge ${n}: ${count}`,
  coversFor: (n: number, names: string) => `og ${n} som afløser for ${names}`,
  awayUntil: (day: string) => `væk til og med ${day}`,
  awayFrom: (from: string, to: string) => `væk ${from}–${to}`,
  cover: (name: string) => `afløser: ${name}`,
  noCover: "ingen afløser",
  until: (name: string, day: string) => `${name} til og med ${day}`,
  thenNext: ", så ",
  nobodyThen: "ingen",
  coverAway: (name: string, from: string, to: string) => `${name} er selv væk ${from}–${to}`,
  /** On the page of a course. */
  banner: (name: string, day: string, cover: string) =>
    cover
      ? `${name} er væk til og med ${day}. ${cover} tager sig af det.`
      : `${name} er væk til og med ${day}. Ingen er afløser.`,
  move: "Giv unge videre",
  moveFrom: (name: string) => `Giv unge videre fra ${name}`,
  whom: "Hvem gives videre",
  all: "Vælg alle",
  to: "Til",
  receiverAway: (name: string, from: string, to: string) => fullStop(`${name} er væk ${from}–${to}`),
  show: "Se fordelingen",
  now: (name: string) => `${name} nu`,
  afterwards: (name: string) => `${name} bagefter`,
  preview: "Før og efter",
  moveYes: (n: number, name: string) => `Giv ${n === 1 ? "1 ung" : `${n} unge`} videre til ${name}`,
  no: "Lad være",
  choose: "Vælg unge og en, der tager over.",
  /** `from` is empty for those with whom nobody went: they are `alone`. */
  moved: (n: number, from: string, to: string, alone: string) =>
    `${n === 1 ? "1 ung" : `${n} unge`} ${from ? "" : `${alone.toLowerCase()} `}er givet videre ${from && `fra ${from} `}til ${to}.`,
  undoUntil: (clock: string) => `Kan fortrydes til kl. ${clock}.`,
  undo: "Fortryd",
  without: (n: number) => (n === 1 ? "1 ung er uden medarbejder" : `${n} unge er uden medarbejder`),
  absences: "Fravær",
  absencesHint: "Her står kun dage, ikke hvorfor. Det slutter af sig selv.",
  noAbsences: "Ingen er væk.",
  addAbsence: "Skriv et fravær",
  who: "Hvem er væk",
  fromOn: "Første dag",
  toOn: "Sidste dag",
  coveredBy: "Afløser",
  nobodyYet: "Ingen endnu",
  saveAbsence: "Gem fraværet",
  removeAbsence: "Skal fraværet fjernes? Er det slut, så skriv den sidste dag i stedet.",
};
