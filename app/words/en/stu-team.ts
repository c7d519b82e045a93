import { fullStop } from "../full-stop.ts";

/** The STU team: how much each has to do with, who is away, and young people who are given to another. */
export const stuTeam = {
  title: "The STU team",
  loads: "Load",
  nobody: "Without a member",
  /** What each team says in its own way. */
  of: {
    nobodyHint: "Whoever followed them is not on the team any more.",
    columns: { who: "Member", over: "Past the deadline", weeks: "Deadlines of the next 8 weeks" },
    inWeeks: (sum: number, weeks: string) => `${sum} deadlines in the next 8 weeks. ${weeks}`,
    sum: (n: number, from: number, to: number) =>
      `${n === 1 ? "1 deadline" : `${n} deadlines`} in all, weeks ${from}–${to}`,
    moveFromNobody: "Move young people without a member",
    moveHint:
      "See the load before and after. Where one is the contact person, the other becomes it. Lead workers and other places stay.",
  },
  youngPeople: "Young people",
  inWeek: (n: number, count: number) => `week ${n}: ${count}`,
  coversFor: (n: number, names: string) => `and ${n} as cover for ${names}`,
  awayUntil: (day: string) => `away until ${day}`,
  awayFrom: (from: string, to: string) => `away ${from}–${to}`,
  cover: (name: string) => `cover: ${name}`,
  noCover: "no cover",
  until: (name: string, day: string) => `${name} until ${day}`,
  thenNext: ", then ",
  nobodyThen: "nobody",
  coverAway: (name: string, from: string, to: string) => `${name} is away too ${from}–${to}`,
  /** On the page of a course. */
  banner: (name: string, day: string, cover: string) =>
    cover ? `${name} is away until ${day}. ${cover} covers.` : `${name} is away until ${day}. Nobody covers.`,
  move: "Move young people",
  moveFrom: (name: string) => `Move young people from ${name}`,
  whom: "Who moves",
  all: "Choose all",
  to: "To",
  receiverAway: (name: string, from: string, to: string) => fullStop(`${name} is away ${from}–${to}`),
  show: "See the load",
  now: (name: string) => `${name} now`,
  afterwards: (name: string) => `${name} afterwards`,
  preview: "Before and after",
  moveYes: (n: number, name: string) => `Move ${n === 1 ? "1 young person" : `${n} young people`} to ${name}`,
  no: "Leave it",
  choose: "Choose young people and somebody to take over.",
  moved: (n: number, from: string, to: string, alone: string) => {
    const [who, were] = n === 1 ? ["1 young person", "was"] : [`${n} young people`, "were"];
    return from
      ? `${who} ${were} moved from ${from} to ${to}.`
      : `${who} ${alone.toLowerCase()} ${were} moved to ${to}.`;
  },
  undoUntil: (clock: string) => `Can be undone until ${clock}.`,
  undo: "Undo",
  without: (n: number) => (n === 1 ? "1 young person is without a member" : `${n} young people are without a member`),
  absences: "Absences",
  absencesHint: "Only days stand here, not why. It ends by itself.",
  noAbsences: "Nobody is away.",
  addAbsence: "Write an absence",
  who: "Who is away",
  fromOn: "First day",
  toOn: "Last day",
  coveredBy: "Cover",
  nobodyYet: "Nobody yet",
  saveAbsence: "Save the absence",
  removeAbsence: "Remove the absence? If it is over, write the last day instead.",
};
