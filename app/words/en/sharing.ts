import type { sharing as da } from "../da/sharing.ts";
import type { Shape } from "../words.ts";

export const sharing: Shape<typeof da> = {
  title: (who) => `${who}: basis for sharing`,
  own: (n) => (n === 1 ? "Same municipality: 1 department" : `Same municipality: ${n} departments`),
  nobody: "Nobody from outside the municipality is invited. There is nothing to choose.",
  none: "Has no basis and gets no content.",
  lacks: (names, n) =>
    n === 1 ? `${names} has no basis and gets no content.` : `${names} have no basis and get no content.`,
  toBases: "Choose a basis",
  until: (when) => `Holds until ${when}.`,
  untilTaken: "Holds until the item has been taken.",
  fromConsent: (areas) => `Consent to speak about: ${areas}.`,
  threeFacts: "Only the three facts for the school. Nothing else of the item.",
  same: (label) => `Same as last time: ${label}`,
  choose: "Choose a basis",
  change: "Change the basis",
  which: "Basis",
  draft: "draft, not confirmed by a lawyer",
  necessity: "Why is it necessary?",
  necessityQuestion: "The question of the item stands here already. Change it if the reason is another.",
  necessityOwn: "The law asks for an assessment of this very case. Write it in your own words.",
  necessityPlain: "Left empty: the question of the item holds. Some bases ask for your own words.",
  consent: "Consent",
  consentTo: (areas, until) => `${areas}, until ${until}`,
  extraReason: "Why is it used once more?",
  submit: "Put in force",
  end: "End the basis",
  endWhat: (name) => `End the basis for ${name}`,
  endWarning: (name) => `${name} loses the content at once.`,
  cannot: (n) => (n === 1 ? "1 basis cannot be chosen" : `${n} bases cannot be chosen`),
  sign: {
    ready: "Basis: everybody has one",
    ownOnly: "Basis: same municipality only",
    lacks: (n) => (n === 1 ? "Basis: 1 is missing" : `Basis: ${n} are missing`),
  },
  gap: {
    lacks: (name) => `${name} has no basis.`,
    left: "Leaves",
    oral: "Oral consent now",
    unnamed: "Take the item without a name",
    done: {
      left: "Without a basis: left.",
      oral_consent: "Without a basis: oral consent.",
      unnamed: "Without a basis: the item is taken without a name.",
    },
    again: "Change",
    againWhat: (name) => `Change what was done about ${name}`,
    whoSaidYes: "Who has said yes?",
    youngPerson: "The young person",
    noGiver:
      "Nobody can say yes here: the young person is too young to do it alone, and nobody with custody is written down.",
    about: "What may they hear about?",
    heard: (name, when) =>
      `Heard by ${name} at ${when}. The consent holds for a year, and the young person can take it back.`,
    submit: "Write the consent down",
  },
  said: {
    areas: (who, areas) => `While ${who} is here: do not speak about ${areas}.`,
    all: (who) => `While ${who} is here: do not speak about the young person.`,
    name: (who) => `While ${who} is here: do not say whom it is about.`,
  },
  cases: {
    title: "Sat there without a basis",
    line: (department, day) => `${department}, the meeting on ${day}`,
    open: "write what was done",
    how: {
      left: "left",
      oral_consent: "oral consent in the room",
      unnamed: "the item was taken without a name",
    },
  },
};
