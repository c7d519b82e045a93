import { once } from "#db/once.server.ts";
import { system } from "#domain/actor.ts";
import { asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import { carryOut } from "#domain/command.server.ts";
import { newId } from "#domain/ids.server.ts";
import { countForMail, noteMailSent } from "#domain/mail/commands.server.ts";
import { type MailToSend, mailToSend } from "#domain/mail/queries.server.ts";
import { isMailTime } from "#domain/mail/rules.ts";
import { clockOf } from "#domain/moments.ts";
import { answer } from "#domain/query.server.ts";
import { failure } from "#http/failure.server.ts";
import type { MailConfig } from "#http/mail-config.server.ts";
import { wordsIn } from "#words/words.ts";

const TRIED_EVERY_MS = 10 * 60_000;
const PATIENCE_MS = 20_000;
const timed = once("daily-mail", () => ({ stop: () => {} }));

/** Sends what is to be told today and was not yet. Answers how many the mail server took. @throws what the mail server said */
export async function sendDailyMail({ url, from, mustEncrypt }: MailConfig, origin: string): Promise<number> {
  const asking = () => asker(system, now(), "system");
  await carryOut(countForMail, {}, asking(), newId());
  const mails = await answer(mailToSend, {}, asking());
  if (mails.length === 0) return 0;
  // Most runs of the program send no mail, and none sends any at its start.
  const { createTransport } = await import("nodemailer");
  const server = createTransport({
    url,
    requireTLS: mustEncrypt,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  let sent = 0;
  let said: unknown;
  try {
    for (const mail of mails) {
      try {
        await server.sendMail({ from, ...(await letter(mail, origin)) });
      } catch (error) {
        // One address that is refused keeps nobody else from theirs.
        said = error;
        continue;
      }
      await carryOut(noteMailSent, { id: mail.id }, asking(), newId());
      sent += 1;
    }
  } finally {
    server.close();
  }
  if (said) throw said;
  return sent;
}

/** Its id stays the same when it is sent again after a fall, so that a mail server can tell. */
async function letter({ id, email, language, counts }: MailToSend, origin: string) {
  const { mail: t } = await wordsIn(language);
  return {
    to: { name: "", address: email },
    subject: t.subject(counts),
    text: t.text(counts, `${origin}/actions`, `${origin}/account`),
    messageId: `<${id}@${new URL(origin).hostname}>`,
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
  };
}

/** Sends each working morning, in the hours for it; what fails is tried again ten minutes later. */
export function startDailyMail(mail: MailConfig | null, origin: string): void {
  timed.stop();
  if (!mail) return;
  let going = false;
  const turn = async () => {
    if (going || !isMailTime(clockOf(now()))) return;
    going = true;
    await sendDailyMail(mail, origin).catch(failure);
    going = false;
  };
  void turn();
  const timer = setInterval(() => void turn(), TRIED_EVERY_MS).unref();
  timed.stop = () => clearInterval(timer);
}

export const stopDailyMail = () => timed.stop();
