import type { ProblemCode } from "../da/problems.ts";

export const problems: Record<ProblemCode, string> = {
  required: "Write something here.",
  "too-long": "The text is too long. Make it shorter.",
  "no-such-day": "There is no such day. Write another, e.g. 28-02.",
  "no-such-time": "There is no such time. Write e.g. 9.00.",
  unreadable: "This cannot be read. Write it in another way.",
  number: "Write a whole number.",
  choose: "Choose one from the list.",
  "not-in-department": "The person is not in that department. Choose one from it, or another department.",
  taken: "That is in use already. Choose another.",
  "too-short": "Write at least 12 characters.",
  "not-same": "The two are not the same. Write the same twice.",
  "wrong-code": "No big screen has this code. Look at the screen and write it again.",
  "ends-before-start": "The meeting ends before it begins. Change the time.",
  "already-on-agenda": "The young person is on the agenda already.",
  cpr: "The number cannot be read. Write ddmmyy-xxxx, or leave it empty.",
  "other-birth-date": "The number and the birth date do not agree. Change one of them.",
  "has-cpr": "There is a CPR number in the text. Do not write it here.",
};
