import { Link } from "@remix-run/react";
import type { Call } from "#domain/graduates/call-list.ts";
import { channelsFor, nextChannel } from "#domain/graduates/rules.ts";
import { clockOf, dayOf } from "#domain/moments.ts";
import { LinkButton } from "#ui/button.tsx";
import { telOf } from "#ui/phone-link.ts";
import { StatusWord } from "#ui/status-word.tsx";
import { useWords } from "#words/words.ts";
import { addressOf } from "./model.ts";
import { useGraduates } from "./use-graduates.ts";

/** One call: who, how long after, by which number, what was tried, and what to try next. */
export function CallRow({ call }: { call: Call }) {
  const { graduates: t } = useWords();
  const { at, graduates } = useGraduates();
  const { followUp, person, months, dueOn } = call;
  const { days } = useGraduates();
  const isDue = followUp.result === null && dueOn <= graduates.today;
  return (
    <li>
      <span className="graduates-who">
        <Link to={`/stu/${call.course.id}`}>{person.name}</Link>
        <span className="meta">{isDue ? t.since(months) : t.after(months)}</span>
      </span>
      {followUp.result === null ? <Waits call={call} isDue={isDue} /> : <Said call={call} />}
      {graduates.mayManage && (isDue || followUp.result !== null) && (
        <LinkButton
          to={addressOf(at, followUp.id)}
          dense
          preventScrollReset
          aria-label={labelOf(t, call)(person.name, months)}
        >
          {followUp.result !== null ? t.see : call.course.leaveToCall === "yes" ? t.call : t.write}
        </LinkButton>
      )}
      {followUp.result === null && !isDue && <span className="meta">{t.from(days.short(dueOn))}</span>}
    </li>
  );
}

type Texts = ReturnType<typeof useWords>["graduates"];
const labelOf = (t: Texts, { followUp, course }: Call) =>
  followUp.result !== null ? t.seeWhom : course.leaveToCall === "yes" ? t.callWhom : t.writeWhom;

function Waits({ call: { course, tries, phones }, isDue }: { call: Call; isDue: boolean }) {
  const { graduates: t } = useWords();
  const { days } = useGraduates();
  return (
    <>
      <span className="graduates-phone">
        {phones.map(({ phone, name }) => (
          <span key={phone + name}>
            <a href={telOf(phone)}>{phone}</a> <span className="meta">{name}</span>
          </span>
        ))}
        {course.leaveToCall !== "yes" && <span className="meta">{t.leave[course.leaveToCall]}</span>}
      </span>
      <span>
        {tries.map(({ id, channel, triedAt }) => (
          <span key={id} className="meta graduates-try">
            {t.tried(t.channels[channel], days.short(dayOf(triedAt)), clockOf(triedAt))}
          </span>
        ))}
        {isDue && <span>{t.next(t.channels[nextChannel(tries, channelsFor(course.leaveToCall))])}</span>}
      </span>
    </>
  );
}

function Said({ call: { followUp, person } }: { call: Call }) {
  const { graduates: t } = useWords();
  const { days, outcomeOf, hoursOf } = useGraduates();
  const { result, outcome, weekMinutes, wishMet, settledOn, help, helpedOn } = followUp;
  const said = [
    result === "answered" || result === null ? outcomeOf(outcome) : t.results[result],
    weekMinutes !== null && hoursOf(weekMinutes),
    wishMet && t.wishSaid[wishMet],
  ].filter(Boolean);
  return (
    <>
      <span>{said.join(" · ")}</span>
      <span>
        {settledOn && <span className="meta graduates-try">{t.said(days.short(settledOn))}</span>}
        {help !== "none" &&
          (helpedOn ? (
            <span className="meta">{t.helped(days.short(helpedOn))}</span>
          ) : (
            <StatusWord state="near">{t.helpSaid[help]}</StatusWord>
          ))}
        {help !== "none" && <span className="sr-only">{person.name}</span>}
      </span>
    </>
  );
}
