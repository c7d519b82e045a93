import type { MailCounts } from "#domain/mail/rules.ts";

const parts = ({ fresh, toAnswer, late }: MailCounts) =>
  [
    fresh > 0 && (fresh === 1 ? "1 ny aftale" : `${fresh} nye aftaler`),
    toAnswer > 0 && `${toAnswer} at sige ja til`,
    late > 0 && `${late} over fristen`,
  ].filter((part) => part !== false);

/** The daily mail: numbers and our own two addresses, nothing else can come into it. */
export const mail = {
  part: "Daglig mail",
  email: "Din mailadresse",
  wants: "Send mig en kort mail om morgenen, når der er noget til mig",
  hint: "Mailen siger, hvor mange aftaler der er. Den nævner ingen unge.",
  save: "Gem daglig mail",
  noServer: "Her sendes ingen mails endnu. Bed administratoren om at få en mailserver sat op.",
  subject: (counts: MailCounts) => `Samspor: ${parts(counts).join(", ")}`,
  text: (counts: MailCounts, actions: string, account: string) =>
    [
      "Godmorgen",
      parts(counts)
        .map((part) => `- ${part}`)
        .join("\n"),
      `Se dem her:\n${actions}`,
      `Vil du ikke have denne mail, så slå den fra her:\n${account}`,
    ].join("\n\n"),
};
