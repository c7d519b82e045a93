import type { AttendMode, ToldWay } from "#db/vocabulary.ts";
import type { telling as danish } from "../da/telling.ts";

const attends: Record<AttendMode, string> = {
  in_room: "in the room",
  video: "by video",
  part: "only some of it",
  written: "in writing",
  no: "no",
};

const hear: (typeof danish)["hear"] = {
  page: "Hear before the meeting",
  title: (name) => `Hear ${name} before the meeting`,
  meetingOn: (day) => `The meeting is ${day}.`,
  words: "What would you like?",
  helps: "What helps, and what does not?",
  company: "Who is to be there – and who is not?",
  notToDiscuss: "Is there anything we may not talk about?",
  attends: "Do you want to take part?",
  attendsModes: attends,
  noAnswer: "not asked",
  follower: "Shall somebody go with you?",
  readAloud: (name) => `Read it aloud to ${name}`,
  right: "That is right",
  save: "Save",
  saved: "Saved.",
  confirmed: (name, day) => `${name} said that it is right, ${day}.`,
  notConfirmed: (name) => `${name} has not said yet that it is right.`,
  print: "Print",
  printHint: "The paper has the same questions. What is not written becomes empty lines.",
  stands: (text) => `Now it says: ${text}`,
  signed: "Name and day",
  attendsIs: (how) => `Wants to take part: ${how}`,
  companyIs: (who) => `There and not there: ${who}`,
  followerIs: (who) => `Goes along: ${who}`,
  helpsIs: (what) => `Helps and does not help: ${what}`,
  link: (name) => `Hear ${name} before the meeting, on paper too`,
};

const how: Record<ToldWay, string> = { met: "Met", phone: "Telephone", written: "Written" };

const tell: (typeof danish)["tell"] = {
  page: "Tell of the meeting",
  title: (name) => `Tell ${name} of the meeting`,
  of: (n, all) => `Agreement ${n} of ${all}`,
  does: (who) => `${who} does it.`,
  ownDoing: "You do it yourself.",
  by: (day) => `By ${day}.`,
  lacks: {
    answer: (department) => `${department || "The department"} has not said yes yet.`,
    declined: (department) => `${department || "The department"} has said no.`,
  },
  ask: "Is that all right with you?",
  answers: { yes: "Yes", partly: "Partly", no: "No" },
  answered: (answer) => `The answer is ${answer.toLowerCase()}.`,
  isDone: "It is done.",
  noGoes: "A no goes to the coordinator and to whoever has the agreement at once.",
  back: "Back",
  skip: "Next",
  none: "No agreements were made.",
  last: (name) => `How ${name} was told`,
  how,
  words: (name) => `Own words of ${name}`,
  wordsHint: "Saved together with the answer.",
  keepWords: "Save the words and go on",
  otherWords: (name) => `What else ${name} said`,
  agreements: "The agreements",
  notAsked: "not asked",
  told: (name, day, by) => `${name} was told ${day} by ${by}.`,
  mend: "Change",
  done: "To the start page",
};

const start: (typeof danish)["start"] = {
  untold: (n) => (n === 1 ? "1 young person has not been told" : `${n} young people have not been told`),
  teller: (who, day) => (who ? `${who}, by ${day}` : `nobody is to tell it, by ${day}`),
  daysOver: (n) => (n === 1 ? "1 day over its day" : `${n} days over their day`),
  saidNo: (n) => (n === 1 ? "1 agreement got a no from a young person" : `${n} agreements got a no from young people`),
  saidNoOwn: "The young person has said no",
  onWhole: "On all of it",
  see: "See the answers",
  toMine: "Go to my agreements",
};

/** What a young person says before a meeting, and what they are told after it. */
export const telling: typeof danish = { hear, tell, start };
