import { Link, useNavigate } from "@remix-run/react";
import { useState } from "react";
import type { Call } from "#domain/graduates/call-list.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { telOf } from "#ui/phone-link.ts";
import { Sheet } from "#ui/sheet.tsx";
import { useWords } from "#words/words.ts";
import { AnswerForm } from "./answer-form.tsx";
import { addressOf } from "./model.ts";
import { NoTalk } from "./no-talk.tsx";
import { useGraduates } from "./use-graduates.ts";

/** One call: its questions in the words to say, and what to press where nobody talked. */
export function CallSheet({ call }: { call: Call }) {
  const { graduates: t, frame } = useWords();
  const { at, graduates, days } = useGraduates();
  const navigate = useNavigate();
  const close = () => navigate(addressOf(at), { preventScrollReset: true });
  const { followUp, course, person, months } = call;
  // What is being filled in stays until it is sent or closed, whatever a colleague has written meanwhile.
  const [asks] = useState(followUp.result === null);
  return (
    <Sheet open onClose={close} title={person.name} closeLabel={frame.close}>
      <p className="meta">
        {[
          t.since(months),
          course.ending && course.endedOn && t.ended(t.endings[course.ending], days.full(course.endedOn)),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <p>
        <Link to={`/stu/${course.id}`}>{t.openCourse}</Link>
      </p>
      <Leave call={call} />
      {graduates.mayManage &&
        (asks ? (
          <>
            <AnswerForm call={call} onDone={close} />
            {followUp.result === null && <NoTalk call={call} onEnded={close} />}
          </>
        ) : (
          <Settled call={call} onDone={close} />
        ))}
    </Sheet>
  );
}

/** Whether they may be called, and by which number; asked here when nobody has asked yet. */
function Leave({ call: { course, phones } }: { call: Call }) {
  const { graduates: t } = useWords();
  const { days, graduates } = useGraduates();
  const { id, version, leaveToCall, leaveAskedOn } = course;
  if (leaveToCall === "not_asked" && graduates.mayManage)
    return (
      <CommandForm intent="ask-leave-to-call" fields={{ id, version }} className="graduates-leave">
        {({ busy }) => (
          <>
            <p>{t.askLeaveNow}</p>
            {(["yes", "no"] as const).map((leave) => (
              <Button key={leave} dense disabled={busy} name="leaveToCall" value={leave}>
                {t[leave]}
              </Button>
            ))}
          </>
        )}
      </CommandForm>
    );
  return (
    <p className="graduates-leave">
      {t.leave[leaveToCall]} {leaveAskedOn && <span className="meta">{t.leaveAsked(days.short(leaveAskedOn))}</span>}
      {leaveToCall === "yes" && phones.length === 0 && <span className="meta"> {t.noPhone}</span>}
      {phones.map(({ phone, name }) => (
        <span key={phone + name} className="graduates-number">
          <a href={telOf(phone)}>{phone}</a> <span className="meta">{name}</span>
        </span>
      ))}
    </p>
  );
}

/** What was said; it can be asked again, and help that was asked for is marked as given. */
function Settled({ call: { followUp, person }, onDone }: { call: Call; onDone: () => void }) {
  const { graduates: t } = useWords();
  const { at, days, outcomeOf, hoursOf } = useGraduates();
  const { id, version, result, outcome, weekMinutes, wishMet, source, settledOn, help, helpedOn } = followUp;
  const lines: [string, string | null | false][] = [
    [t.outcome, result === "answered" || result === null ? outcomeOf(outcome) : t.results[result]],
    [t.hours, weekMinutes !== null && hoursOf(weekMinutes)],
    [t.wish, wishMet && t.wishes[wishMet]],
    [t.source, source && t.sources[source]],
    [
      t.help,
      help !== "none" && [t.helps[help], helpedOn && t.helped(days.short(helpedOn))].filter(Boolean).join(" · "),
    ],
  ];
  return (
    <>
      <dl className="graduates-said">
        {lines.map(([name, said]) =>
          said ? (
            <div key={name}>
              <dt className="meta">{name}</dt>
              <dd>{said}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {settledOn && <p className="meta">{t.said(days.short(settledOn))}</p>}
      <div className="button-line">
        {help !== "none" && helpedOn === null && (
          <CommandForm intent="give-help" fields={{ id, version }}>
            {({ busy }) => (
              <Button disabled={busy} aria-label={t.takenWhom(person.name)}>
                {t.taken}
              </Button>
            )}
          </CommandForm>
        )}
        <AskFor intent="reopen-follow-up" fields={{ id, version }} label={t.reopen} variant="text">
          <CommandForm intent="reopen-follow-up" fields={{ id, version }} onDone={onDone}>
            {({ busy }) => (
              <>
                <input type="hidden" name="back" value={addressOf(at)} />
                <p>{t.reopenAsk}</p>
                <Button dense disabled={busy}>
                  {t.reopen}
                </Button>
              </>
            )}
          </CommandForm>
        </AskFor>
      </div>
    </>
  );
}
