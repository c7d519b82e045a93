import type { offline as danish } from "../da/offline.ts";
import type { Shape } from "../words.ts";

export const offline: Shape<typeof danish> = {
  title: "On the phone",
  noNet: (n) => ["No net.", n > 0 && (n === 1 ? "1 note waits." : `${n} notes wait.`)].filter(Boolean).join(" "),
  rest: "Here are names, agreed hours and numbers. The rest can be read when the net is back.",
  until: "It can be read here until midnight, or until you sign out.",
  nothing:
    "There is nothing to read without a net. Names, hours and numbers lie here only until midnight, and only while you are signed in.",
  back: "The net is back.",
  open: "Open My young people",
  noteOf: (name) => (name ? `Contact with ${name}` : "Contact"),
  waits: (clock) => `Saved on the phone at ${clock} – sent when there is a net`,
  keptNow: (name) => `The contact with ${name} is saved on the phone. It is sent when there is a net.`,
  sentNow: (name) => (name ? `The contact with ${name} is sent.` : "The contact is sent."),
  concernOf: (name) => (name ? `You are worried about ${name}` : "You are worried"),
  nobodyKnows: "Nobody knows yet.",
  ringYourself: "It is not sent. Ring whoever is to know today yourself.",
  concernSent: (name) => (name ? `The worry about ${name} is sent.` : "The worry is sent."),
  draft: (clock) => `Not finished. Written at ${clock}`,
  goOn: "Go on writing",
  goOnOf: (name) => `Go on writing about ${name}`,
  refused: (why) => `Not sent. ${why}`,
  textOf: (name) => `Your text about ${name}`,
  copy: "Copy the text",
  copied: "Copied",
  again: "Send again",
  remove: "Delete",
  removeOf: (name) => `Delete the note about ${name}`,
  removeAsk: "Delete the note? It was sent to nobody.",
  leaveTitle: "Sign out?",
  leaving: (n) =>
    n === 1
      ? "1 note is not sent. It is deleted from the phone when you sign out."
      : `${n} notes are not sent. They are deleted from the phone when you sign out.`,
  leave: "Delete and sign out",
  stay: "Stay",
  leftHere: (n) =>
    n === 1
      ? "On the phone lies 1 note that is not sent. If somebody signs in other than who wrote it, it is deleted."
      : `On the phone lie ${n} notes that are not sent. If somebody signs in other than who wrote them, they are deleted.`,
};
