/** The mail server that the daily mail goes through. */
export type MailConfig = { url: string; from: string; mustEncrypt: boolean };

type Set = Partial<Record<"SAMSPOR_SMTP" | "SAMSPOR_MAIL_FROM", string>>;

/** The settings of the mail server; what is missing or wrong is added to `wrong`, a line each. Null: no mail is sent. */
export function readMail(set: Set, production: boolean, wrong: string[]): MailConfig | null {
  const url = set.SAMSPOR_SMTP;
  if (!url) return null;
  const server = URL.canParse(url) ? new URL(url) : null;
  if (!server || !["smtp:", "smtps:"].includes(server.protocol))
    wrong.push("SAMSPOR_SMTP is no address of a mail server, e.g. smtps://name:password@mail.kommune.dk");
  const from = set.SAMSPOR_MAIL_FROM ?? "";
  if (!from.includes("@")) wrong.push("SAMSPOR_MAIL_FROM is missing: the address that mail comes from");
  return { url, from, mustEncrypt: production && server?.hostname !== "127.0.0.1" };
}
