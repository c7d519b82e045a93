import { Link } from "@remix-run/react";
import { clockOf, dayOf } from "#domain/moments.ts";
import { happeningNext } from "#domain/plan/rules.ts";
import type { SinceLine } from "#domain/plan/since.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { Because } from "#frame/why.tsx";
import { Button } from "#ui/button.tsx";
import { DayField, SelectField } from "#ui/fields.tsx";
import { Voice } from "#ui/voice.tsx";
import { useWords } from "#words/words.ts";
import { OpenAgreements } from "./agreements.tsx";
import { BeginStu } from "./begin-stu.tsx";
import { Contact } from "./contact.tsx";
import { textOf, useLabels, useNames, usePerson } from "./model.ts";
import { PlanText } from "./plan-text.tsx";

/** What a stranger reads in ten seconds: who to call, what the young person wants, where it goes, what happens next. */
export function Overview() {
  const { plan: t, access } = useWords();
  const { why, texts, mayWrite } = usePerson();
  return (
    <section className="plan-overview" id="overview" aria-label={t.parts.overview}>
      <div className="plan-overview-side">
        <Contact />
        <Away />
        <SinceLast />
        <div className="screen-only">
          <Because reasons={why.map((rule) => access.person[rule])} />
        </div>
      </div>
      <div className="plan-overview-main">
        {mayWrite && texts.every(({ text }) => text === "") && <p className="meta">{t.empty}</p>}
        <Wish />
        <Direction />
        <Happening />
        <CourseLine />
        <OpenAgreements />
      </div>
    </section>
  );
}

function Wish() {
  const { plan: t } = useWords();
  const page = usePerson();
  const { nameOf } = useNames();
  const { days } = useLabels();
  const row = textOf(page, { part: "wish" });
  const told = row?.heardOn ? t.saidTo(nameOf(row.heardById), days.short(row.heardOn)) : undefined;
  return (
    <div>
      <h2 className="region-label">{t.wish}</h2>
      <PlanText place={{ part: "wish" }} label={t.wish} hint={t.wishHint} empty={t.noWish}>
        {(text) => <Voice words={text} told={told} />}
      </PlanText>
      {row && row.text !== "" && page.mayWrite && (
        <AskFor intent="set-plan-heard" fields={{ id: row.id }} label={t.changeHeard} variant="text" dense>
          {(close) => (
            <CommandForm intent="set-plan-heard" fields={{ id: row.id, version: row.version }} onDone={close}>
              {({ problem, typed, busy }) => (
                <div className="field-line">
                  <SelectField
                    label={t.heardBy}
                    name="heardById"
                    defaultValue={typed("heardById") ?? row.heardById ?? ""}
                    error={problem("heardById")}
                  >
                    {page.people.staff
                      .filter(({ active }) => active)
                      .map(({ id, name }) => (
                        <option key={id} value={id}>
                          {name}
                        </option>
                      ))}
                  </SelectField>
                  <DayField
                    label={t.heardOn}
                    name="heardOn"
                    defaultValue={typed("heardOn") ?? (row.heardOn ? days.full(row.heardOn) : "")}
                    error={problem("heardOn")}
                    short
                  />
                  <Button disabled={busy}>{t.saveState}</Button>
                </div>
              )}
            </CommandForm>
          )}
        </AskFor>
      )}
    </div>
  );
}

function Direction() {
  const { plan: t } = useWords();
  return (
    <div>
      <h2 className="region-label">{t.direction}</h2>
      <PlanText place={{ part: "direction" }} label={t.direction} hint={t.directionHint} empty={t.noDirection} rows={2}>
        {(text) => <p className="lead">{text}</p>}
      </PlanText>
    </div>
  );
}

/** The next three that have a day: meetings, and what somebody has promised. */
function Happening() {
  const { plan: t } = useWords();
  const { coming, agreements, today } = usePerson();
  const { days } = useLabels();
  const { nameOf, department } = useNames();
  const all = [
    ...coming.map(({ itemId, meetingId, startsAt, question }) => ({
      key: itemId,
      on: dayOf(startsAt),
      what: <Link to={`/meetings/${meetingId}`}>{question}</Link>,
      who: t.meeting,
    })),
    ...agreements.rows.map(({ id, dueOn, text, ownerId, departmentId, byYoungPerson }) => ({
      ...{ key: id, on: dueOn, byYoungPerson, what: <>{text}</> },
      who: nameOf(ownerId) || (department(departmentId)?.name ?? ""),
    })),
  ];
  const dated = happeningNext(all, today);
  return (
    <div>
      <h2 className="region-label">{t.happening}</h2>
      {dated.length === 0 && <p className="meta">{t.nothingHappening}</p>}
      <ul className="rows happening">
        {dated.map(({ key, on, what, who }) => (
          <li key={key}>
            <span className="happening-day">{days.near(on)}</span>
            <span className="row-main">{what}</span>
            <span className="meta">{who}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The young person's STU, for who may see it; the team begins it here. */
function CourseLine() {
  const { stuCourse: t } = useWords();
  const { stu } = usePerson();
  const { days } = useLabels();
  const { course, places } = stu;
  const next = course?.next ? t.next(t.deadlines[course.next.code], days.full(course.next.dueOn)) : "";
  return (
    <>
      {course && (
        <p>
          <Link to={`/stu/${course.id}`}>STU</Link>: {t.inOverview(t.states[course.state], next)}
        </p>
      )}
      {places && <BeginStu places={places} />}
    </>
  );
}

/** Whoever of those who go with them is away today, and who covers. */
function Away() {
  const { plan: t } = useWords();
  const { away } = usePerson();
  const { days } = useLabels();
  return away.map(({ id, name, toOn, cover }) => (
    <p key={id} className="near">
      {t.away(name, days.short(toOn), cover)}
    </p>
  ));
}

const MOST_SINCE = 5;

/** What others did since the reader was last here, the newest first. */
function SinceLast() {
  const { plan: t, events } = useWords();
  const { since } = usePerson();
  const { nameOf } = useNames();
  const { days } = useLabels();
  if (!since) return null;
  const line = ({ seq, kind, at, staffId }: SinceLine) => (
    <li key={seq}>
      {nameOf(staffId)} {events[kind]}{" "}
      <span className="meta">
        {days.short(dayOf(at))} {clockOf(at)}
      </span>
    </li>
  );
  return (
    <section aria-labelledby="since" className="screen-only">
      <h2 className="region-label" id="since">
        {t.sinceLast}
      </h2>
      {since.lines.length === 0 && <p className="meta">{t.nothingSince(days.short(dayOf(since.at)))}</p>}
      <ul className="plain-list">{since.lines.slice(0, MOST_SINCE).map(line)}</ul>
      {since.lines.length > MOST_SINCE && (
        <details>
          <summary>{t.showAll(since.lines.length)}</summary>
          <ul className="plain-list">{since.lines.slice(MOST_SINCE).map(line)}</ul>
        </details>
      )}
    </section>
  );
}
