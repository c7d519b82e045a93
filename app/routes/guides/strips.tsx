import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { addWorkingDays } from "#domain/days.ts";
import type { AskedToTake } from "#domain/guides/mine.server.ts";
import { dayOf } from "#domain/moments.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { GivenLine, SeeGiven } from "#frame/given-young.tsx";
import { SeeTaken } from "#frame/handed-on.tsx";
import { NotComingLine, SeeNotComing } from "#frame/not-coming.tsx";
import { Button } from "#ui/button.tsx";
import { Strip } from "#ui/strip.tsx";
import { useWords } from "#words/words.ts";
import { useDays, useMine } from "./model.ts";

/** What waits before everything else: whom to tell, whom to hear, who is worried about, and for whom one stands in. */
export function Strips({ onSaid }: { onSaid: (words: string) => void }) {
  const { guides: t, guideHandover: over } = useWords();
  const {
    asked,
    takenToday,
    toTake,
    given,
    taken,
    givenToMe,
    notComing,
    toTell,
    toHear,
    concerns,
    youngPeople,
    today,
  } = useMine();
  const days = useDays();
  const answered = useAnswers(asked, ({ id, firstName }) =>
    onSaid(takenToday.includes(id) ? t.took(firstName) : t.askedElsewhere(firstName)),
  );
  const covers = new Map(youngPeople.flatMap(({ covered }) => (covered ? [[covered.name, covered.until]] : [])));
  return (
    <div className="guide-strips">
      {[...covers].map(([name, until]) => (
        <Strip key={name} text={t.covering(name, days.short(until))} />
      ))}
      {asked.map(({ id, version, firstName, wish }) => (
        <Strip
          key={id}
          text={[t.askedToTake(firstName), wish && t.wishOf(wish)].filter(Boolean).join(" ")}
          action={
            <>
              <CommandForm
                intent="take-young-person"
                fields={{ id, version }}
                className="strip-form"
                onDone={() => {
                  answered(id);
                  onSaid(t.took(firstName));
                }}
              >
                {({ busy }) => (
                  <Button variant="primary" dense disabled={busy} aria-label={t.takeYoungOf(firstName)}>
                    {t.takeYoung}
                  </Button>
                )}
              </CommandForm>
              <CommandForm
                intent="decline-young-person"
                fields={{ id, version }}
                className="strip-form"
                onDone={() => {
                  answered(id);
                  onSaid(t.declined(firstName));
                }}
              >
                {({ busy }) => (
                  <Button variant="text" dense disabled={busy} aria-label={t.declineYoungOf(firstName)}>
                    {t.declineYoung}
                  </Button>
                )}
              </CommandForm>
            </>
          }
        />
      ))}
      {givenToMe.map((of) => (
        <Strip key={of.id} text={<GivenLine of={of} today={today} />} action={<SeeGiven of={of} />} />
      ))}
      {notComing.map((of) => (
        <Strip key={of.id} text={<NotComingLine of={of} today={today} />} action={<SeeNotComing of={of} />} />
      ))}
      {toTake.map(({ id, youngPersonId, name, from, lacking }) => (
        <Strip
          key={id}
          text={
            <>
              {over.waiting}: <Link to={`/people/${youngPersonId}/handover`}>{over.waitingLine(from, name)}</Link> (
              {over.lacks(lacking)})
            </>
          }
        />
      ))}
      {given.map(({ id, youngPersonId, name, to, toThere, lacking, saidNo }) => (
        <Strip
          key={id}
          text={
            <>
              <Link to={`/people/${youngPersonId}/handover`}>
                {saidNo !== null
                  ? over.saidNo(to, name, saidNo)
                  : toThere
                    ? over.givenLine(name, to)
                    : over.toStopped(to, name)}
              </Link>
              {saidNo === null && toThere && ` (${over.lacks(lacking)})`}
            </>
          }
        />
      ))}
      {taken.map((of) => (
        <Strip key={of.id} text={over.takenOf(of.by, of.name)} action={<SeeTaken of={of} />} />
      ))}
      {concerns
        .filter(({ own }) => own)
        .map(({ id, name, receiver, takenBy }) => (
          <Strip key={id} text={takenBy ? t.concernTaken(takenBy, name) : t.concernOwn(name, t.toldTo[receiver])} />
        ))}
      {toTell.map(({ itemId, youngPerson, agreements, by }) => (
        <Strip
          key={itemId}
          text={
            <Link to={`/items/${itemId}/tell`}>{t.toTell(youngPerson.name, agreements, by ? days.near(by) : "")}</Link>
          }
        />
      ))}
      {toHear.map(({ itemId, startsAt, youngPerson }) => (
        <Strip
          key={itemId}
          text={
            <Link to={`/items/${itemId}/hear`}>
              {t.toHear(youngPerson.name, days.near(latest(dayOf(startsAt), today)))}
            </Link>
          }
        />
      ))}
    </div>
  );
}

/** The working day before the meeting, or today when that has been. */
const latest = (meetingOn: string, today: string) => {
  const by = addWorkingDays(meetingOn, -1);
  return by < today ? today : by;
};

/** Tells of each question that goes without an answer from this page; what is answered here is to be said to it. */
function useAnswers(asked: readonly AskedToTake[], onGone: (one: AskedToTake) => void) {
  const here = useRef(new Set<string>());
  const before = useRef(asked);
  useEffect(() => {
    const gone = before.current.find((one) => !here.current.has(one.id) && asked.every(({ id }) => id !== one.id));
    before.current = asked;
    if (gone) onGone(gone);
  });
  return (id: string) => here.current.add(id);
}
