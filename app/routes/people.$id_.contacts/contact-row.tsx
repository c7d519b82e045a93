import type { ContactsPage } from "#domain/guides/contacts.server.ts";
import { noonOf } from "#domain/guides/rhythm.ts";
import type { Contact } from "#domain/guides/views.server.ts";
import { clockOf, dayOf } from "#domain/moments.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { ContactFields } from "#frame/contact-fields.tsx";
import { useFrame } from "#frame/frame.ts";
import { Button } from "#ui/button.tsx";
import { DayField } from "#ui/fields.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

/** One contact: when and how, what happened, and what was agreed; whoever wrote it puts it right. */
export function ContactRow({ row, page }: { row: Contact; page: ContactsPage }) {
  const { guides: t } = useWords();
  const { language } = useFrame();
  const days = dayWords(language, page.today);
  const { id, version, happenedAt, channel, result, company, minutes, text, kind, deletesOn } = row;
  const { nextOn, nextTime, nextPlace, staffId } = row;
  const day = dayOf(happenedAt);
  const about = [
    [days.withWeekday(day), happenedAt !== noonOf(day) && clockOf(happenedAt)].filter(Boolean).join(" "),
    kind === "reminder" ? null : t.channels[channel],
    result === "met" ? null : t.results[result],
    company === "only_us" ? null : t.companies[company],
    minutes && t.minutesOf(minutes),
    page.names[staffId],
    kind === "reminder" && `${t.kinds.reminder}, ${t.deletes(days.short(deletesOn ?? page.today))}`,
  ];
  const stands = {
    ...{ channel, result, company, kind, text, nextTime, nextPlace },
    ...{ nextOn: nextOn ? days.full(nextOn) : "", minutes: minutes ? String(minutes) : "" },
  };
  return (
    <li>
      <div className="row-main">
        <p className="meta">{about.filter(Boolean).join(" · ")}</p>
        {text && <p className="contact-text">{text}</p>}
        {nextOn && <p className="meta">{t.next(t.reasons.agreed(days.short(nextOn), nextTime, nextPlace))}</p>}
        {staffId === page.me && (
          <div className="button-line">
            <AskFor intent="change-contact" fields={{ id }} label={t.edit} variant="text" dense group="contact">
              {(close) => (
                <CommandForm intent="change-contact" fields={{ id, version }} onDone={close} holdsVersion>
                  {(form) => (
                    <ContactFields
                      form={form}
                      firstName={page.person.firstName}
                      today={day}
                      stands={stands}
                      staysNote={kind === "case_note"}
                      opensMore
                      more={
                        <DayField
                          label={t.onDay}
                          name="on"
                          short
                          defaultValue={form.typed("on") ?? days.full(day)}
                          error={form.problem("on")}
                        />
                      }
                    />
                  )}
                </CommandForm>
              )}
            </AskFor>
            <AskFor intent="remove-contact" fields={{ id }} label={t.remove} variant="text" dense group="contact">
              <CommandForm intent="remove-contact" fields={{ id, version }}>
                {({ busy }) => (
                  <>
                    <p>{t.removeAsk}</p>
                    <Button dense disabled={busy}>
                      {t.remove}
                    </Button>
                  </>
                )}
              </CommandForm>
            </AskFor>
          </div>
        )}
      </div>
    </li>
  );
}
