import type { outreachPlaces as da } from "../da/outreach-places.ts";

/** `Places where young people are`: where they are met, without a name. */
export const outreachPlaces: typeof da = {
  title: "Places where young people are",
  intro:
    "Write down how many young people you met, without names. A mark of three letters at most can help you to know somebody again.",
  add: "New place",
  name: "Name",
  kind: "Kind",
  save: "Save the place",
  close: "Put away",
  closeWhom: (name) => `Put the place away: ${name}`,
  rename: "Rename",
  renameWhom: (name: string) => `Rename: ${name}`,
  saveName: "Save the name",
  closeAsk:
    "The place cannot be chosen any more, and the day's list does not show it. What was met there still counts. You can bring it back.",
  away: (n: number) => `Put away (${n})`,
  reopen: "Bring it back",
  reopenWhom: (name: string) => `Bring back: ${name}`,
  met: "Write down an encounter",
  place: "Place",
  on: "Day",
  onHint: "Empty: today",
  part: "Time of the day",
  people: "How many young people",
  mark: "Mark",
  markHint: "Three letters at most. Not a name.",
  saveMet: "Save the encounter",
  none: "No place yet. Write down the first one.",
  nobody: "Nobody was met here yet.",
  line: (day, part, people) => `${day}, ${part}: ${people === 1 ? "1 young person" : `${people} young people`}`,
  known: "known now",
  older: "Shows the latest 200 encounters.",
};
