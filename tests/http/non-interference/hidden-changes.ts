import { newId } from "#domain/ids.server.ts";

/** What somebody changes about an item that none of those who look on may see, as the form that is sent. */
export type Hidden = {
  meeting: string;
  item: string;
  person: string;
  /** A colleague and a department that nobody who looks on has to do with. */
  staff: string[];
  department: string;
  /** Young people who stand on no agenda. */
  others: string[];
};

type Form = { path: string; fields: Record<string, string | string[]> };

const AGENDA = (at: Hidden) => `/meetings/${at.meeting}?index`;
const BOARD = (at: Hidden) => `/meetings/${at.meeting}/board`;
const PERSON = (at: Hidden) => `/people/${at.person}`;

/** By name; `n` is how many there were before. What is in capitals is filled in from what stands: versions, and somebody new. */
export const CHANGES: Record<string, (at: Hidden, text: string, n: number) => Form> = {
  "its question": (at, question) => ({
    path: AGENDA(at),
    fields: {
      intent: "change-item",
      itemId: at.item,
      version: "VERSION",
      question,
      minutes: "20",
      fixedAt: "",
      fixedClock: "",
      leadWorkerId: "",
    },
  }),
  "the young person's own words": (at, words) => ({
    path: AGENDA(at),
    fields: {
      intent: "write-own-words",
      itemId: at.item,
      version: "VOICE",
      words,
      how: "written",
      heardById: "",
      heardOn: "",
      tries: "",
      notToDiscuss: words,
    },
  }),
  "an option": (at, text) => ({
    path: BOARD(at),
    fields: { intent: "add-option", itemId: at.item, text, departmentId: at.department },
  }),
  "an agreement": (at, text) => ({
    path: BOARD(at),
    fields: {
      ...{ intent: "agree", itemId: at.item, text, howSeen: text, departmentId: at.department, ownerId: "" },
      ...{ dueOn: "14d", optionId: "" },
    },
  }),
  "what a department does not agree with": (at, text) => ({
    path: BOARD(at),
    fields: { intent: "write-dissent", itemId: at.item, text, departmentId: at.department },
  }),
  "who comes to it": (at, _text, n) => ({
    path: AGENDA(at),
    fields: { intent: "invite", itemId: at.item, staffId: at.staff[n % at.staff.length] as string },
  }),
  "a guest": (at, name) => ({
    path: BOARD(at),
    fields: { intent: "add-to-room", itemId: at.item, kind: "guest", name, organisation: name, presence: "room" },
  }),
  "what runs for the young person": (at, title) => ({
    path: BOARD(at),
    fields: {
      ...{ intent: "add-effort", youngPersonId: at.person, title, provider: title, departmentId: at.department },
      ...{ fromOn: "1/1", toOn: "" },
    },
  }),
  "a goal": (at, text) => ({
    path: PERSON(at),
    fields: { intent: "add-goal", youngPersonId: at.person, area: "", text, why: text, howSeen: text, targetOn: "1/3" },
  }),
  "who goes with the young person": (at, _text, n) => ({
    path: PERSON(at),
    fields: {
      ...{ intent: "assign", youngPersonId: at.person, staffId: at.staff[n % at.staff.length] as string },
      ...{ kind: ["guide", "stu_team", "caseworker", "lead_worker"][n % 4] as string, fromOn: "" },
    },
  }),
  "a consent": (at, purpose) => ({
    path: `${PERSON(at)}/consents/new`,
    fields: {
      ...{ intent: "prepare-consent", id: newId(), version: "0", youngPersonId: at.person, kind: "exchange", purpose },
      ...{ form: "oral", expiresOn: "", "recipients[]": [at.department], "areas[]": ["education"] },
    },
  }),
  "a new item about somebody": (at, question, n) => ({
    path: AGENDA(at),
    fields: {
      ...{
        intent: "add-item",
        meetingId: at.meeting,
        kind: "person",
        youngPersonId: at.others[n] as string,
        question,
        minutes: "5",
      },
      ...{ fixedAt: "", fixedClock: "", leadWorkerId: "", "invited[]": [] },
    },
  }),
};
