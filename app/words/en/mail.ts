import type { MailCounts } from "#domain/mail/rules.ts";
import type { mail as danish } from "../da/mail.ts";
import type { Shape } from "../words.ts";

const parts = ({ fresh, toAnswer, late }: MailCounts) =>
  [
    fresh > 0 && (fresh === 1 ? "1 new agreement" : `${fresh} new agreements`),
    toAnswer > 0 && `${toAnswer} to say yes to`,
    late > 0 && `${late} overdue`,
  ].filter((part) => part !== false);

export const mail: Shape<typeof danish> = {
  part: "Daily mail",
  email: "Your mail address",
  wants: "Send me a short mail in the morning when there is something for me",
  hint: "The mail says how many agreements there are. It names no young people.",
  save: "Save daily mail",
  noServer: "No mail is sent from here yet. Ask the administrator to have a mail server set up.",
  subject: (counts) => `Samspor: ${parts(counts).join(", ")}`,
  text: (counts, actions, account) =>
    [
      "Good morning",
      parts(counts)
        .map((part) => `- ${part}`)
        .join("\n"),
      `See them here:\n${actions}`,
      `If you do not want this mail, turn it off here:\n${account}`,
    ].join("\n\n"),
};
