import type { Words } from "../words.ts";

/** The guides: how much each has to do with, what each knows of, and young people who are given to another. */
export const guideTeam: Words["guideTeam"] = {
  title: "Youth guides",
  toTeam: "Load and absence",
  loads: "Load",
  nobody: "Without a guide",
  of: {
    nobodyHint: "Who went with them is a guide no more.",
    columns: { who: "Guide", over: "Over the rhythm", weeks: "The next 8 weeks" },
    inWeeks: (sum, weeks) => `${sum === 1 ? "1 day" : `${sum} days`} in the next 8 weeks. ${weeks}`,
    sum: (n, from, to) => `${n} in all, weeks ${from}–${to}`,
    moveFromNobody: "Give on young people without a guide",
    moveHint:
      "See the load before and after. Where one is the contact person, the other becomes it. How often the young person is to be met goes along.",
  },
  newOnes: "New young people with you",
  given: (n, from, day) =>
    `You were given ${n === 1 ? "1 young person" : `${n} young people`}${from && ` by ${from}`} ${day}`,
  youAway: (from, to) => `You are away ${from}–${to}`,
  youCover: (name, from, to) => `You cover for ${name} ${from === to ? from : `${from}–${to}`}`,
  seen: "Seen",
  seenFrom: (from) => (from ? `Seen: young people from ${from}` : "Seen: new young people"),
  room: "Room",
  trips: "Trips",
  points: (points) => `${points} points`,
  fuller: (points) => `${points} points over`,
  guidesOver: (n) => `${n} ${n === 1 ? "youth guide has" : "youth guides have"} more points than room`,
  hint: "Every week weighs 3 points, every second week 2, every month 1, follow-up only ½. The weeks show meetings, agreed contacts and birthdays that change rights. Trips are contacts at home or outdoors in the last 8 weeks.",
  know: "Districts, knowledge and languages",
  own: "My districts, knowledge and languages",
  edit: "Change",
  editOf: (name) => `Change room and districts of ${name}`,
  capacity: "Room in points",
  capacityHint: "30 points is full time.",
  save: "Save",
  add: "Add",
  remove: (what) => `Remove ${what}`,
  none: "not written",
};
