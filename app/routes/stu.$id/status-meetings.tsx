import { Link } from "@remix-run/react";
import { dayOf } from "#domain/moments.ts";
import type { Deadline } from "#domain/stu/deadlines.ts";
import type { MeetingPointRow } from "#domain/stu/views.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm, type FormState, useRefusedAmong } from "#frame/command-form.tsx";
import { ChangeRow, RemoveRow } from "#frame/row-forms.tsx";
import { ToAgenda } from "#frame/to-agenda.tsx";
import { Button } from "#ui/button.tsx";
import { TextArea, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { DeadlineForm } from "./deadline-form.tsx";
import { useCourse, useDays, useDeadlineWords } from "./model.ts";
import { useWritesIn, WritesHere } from "./writing.tsx";

/** The next status meeting with what it is about, those that were held, and what of it goes to the forum. */
export function StatusMeetings() {
  const { stuCourse: t, stuParts } = useWords();
  const { standing, row } = useCourse();
  const meetings = standing.deadlines.filter(({ code }) => code === "status_meeting");
  const next = meetings.find(({ stand }) => stand !== "held");
  const held = meetings.filter(({ stand }) => stand === "held").reverse();
  const numbers = held.map(({ number }) => number);
  const refused = useRefusedAmong([
    ...numbers.map((number) => ({ courseId: row.id, code: "status_meeting", number })),
    ...numbers.map((number) => ({ courseId: row.id, number, note: "" })),
    ...standing.points.filter(({ number }) => numbers.includes(number)).map(({ id }) => ({ id })),
  ]);
  if (meetings.length === 0 && standing.points.length === 0) return null;
  return (
    <section className="page-part" aria-labelledby="meetings">
      <h2 id="meetings">{t.parts.meetings}</h2>
      {next && <Meeting key={next.number} meeting={next} />}
      <Forum points={next ? standing.points.filter(({ number }) => number === next.number) : []} />
      {held.length > 0 && (
        <details className="add-part" open={refused || undefined}>
          <summary>{stuParts.heldMeetings(held.length)}</summary>
          {held.map((meeting) => (
            <Meeting key={meeting.number} meeting={meeting} />
          ))}
        </details>
      )}
    </section>
  );
}

function Meeting({ meeting }: { meeting: Deadline }) {
  const { stuCourse: t, stuParts } = useWords();
  const { standing, row, mayWrite } = useCourse();
  const { nameOf, left } = useDeadlineWords();
  const days = useDays();
  const { number, stand, heldOn, plannedOn, dueOn } = meeting;
  const points = standing.points.filter((point) => point.number === number);
  const when =
    stand === "held" ? t.stands.held(days.full(heldOn ?? dueOn)) : `${t.dueBy(days.full(dueOn))}, ${left(meeting)}`;
  const field = `point ${number}`;
  const fields = { courseId: row.id, number };
  const writes = useWritesIn(field);
  return (
    <div className="course-meeting">
      <h3>{nameOf(meeting)}</h3>
      <p className="meta">
        {[when, stand === "planned" && plannedOn && t.stands.planned(days.full(plannedOn))].filter(Boolean).join(" · ")}
      </p>
      {points.length === 0 && <p className="meta">{stand === "held" ? stuParts.noPointsHeld : stuParts.noPoints}</p>}
      <ul className="rows rows-first-line">
        {points.map((point) => (
          <li key={point.id}>
            <Point point={point} />
          </li>
        ))}
      </ul>
      <WritesHere field={field} />
      {mayWrite && (
        <div className="button-line after-rows screen-only">
          <AskFor intent="add-meeting-point" fields={fields} label={stuParts.addPoint} dense group={field}>
            {(close) => (
              <CommandForm
                intent="add-meeting-point"
                fields={{ ...fields, note: "" }}
                onDone={close}
                onWriting={writes}
                reset
                className="page-form"
              >
                {(form) => <PointFields form={form} />}
              </CommandForm>
            )}
          </AskFor>
          <DeadlineForm deadline={meeting} dense group={field} />
        </div>
      )}
    </div>
  );
}

function Point({ point }: { point: MeetingPointRow }) {
  const { stuParts: t } = useWords();
  const { mayWrite } = useCourse();
  const field = `point ${point.id}`;
  const writes = useWritesIn(field);
  return (
    <div className="row-main">
      <p>{point.text}</p>
      {point.note && <p className="meta measure">{point.note}</p>}
      <WritesHere field={field} />
      {mayWrite && (
        <div className="button-line screen-only">
          <ChangeRow intent="change-meeting-point" row={point} title={point.text} onWriting={writes}>
            {(form) => <PointFields form={form} point={point} />}
          </ChangeRow>
          <RemoveRow intent="remove-meeting-point" row={point} title={point.text} question={t.removePoint} />
        </div>
      )}
    </div>
  );
}

function PointFields({ form: { problem, typed, busy }, point }: { form: FormState; point?: MeetingPointRow }) {
  const { stuParts: t } = useWords();
  return (
    <>
      <TextField
        label={t.pointText}
        name="text"
        autoComplete="off"
        defaultValue={typed("text") ?? point?.text}
        error={problem("text")}
        required
      />
      {point && (
        <TextArea
          label={t.pointNote}
          name="note"
          rows={3}
          defaultValue={typed("note") ?? point.note}
          error={problem("note")}
        />
      )}
      <Button disabled={busy}>{t.savePoint}</Button>
    </>
  );
}

/** As long as a question of the agenda may be. */
const QUESTION = 200;

/** The forum's last and next item about the young person, where one sees them; one press puts the points on its agenda. */
function Forum({ points }: { points: MeetingPointRow[] }) {
  const { stuParts: t } = useWords();
  const { forum, person } = useCourse();
  const days = useDays();
  const { coming, last, next } = forum;
  const asked = t.forumQuestion(person.firstName, points.map(({ text }) => text).join("; "));
  const question = asked.length > QUESTION ? `${asked.slice(0, QUESTION - 1)}…` : asked;
  if (!coming && !last && !next) return null;
  return (
    <div className="after-rows">
      {last && (
        <p className="meta">
          <Link to={`/meetings/${last.meetingId}/minutes`}>{t.lastItem(days.full(dayOf(last.startsAt)))}</Link>:{" "}
          {last.question}
        </p>
      )}
      {coming && (
        <p className="meta">
          <Link to={`/meetings/${coming.meetingId}`}>{t.comingItem(days.full(dayOf(coming.startsAt)))}</Link>:{" "}
          {coming.question}
        </p>
      )}
      {next && next.meetingId !== coming?.meetingId && points.length > 0 && (
        <ToAgenda
          youngPerson={person}
          meetingId={next.meetingId}
          day={days.near(dayOf(next.startsAt))}
          question={question}
          label={t.toForum(days.near(dayOf(next.startsAt)))}
        />
      )}
    </div>
  );
}
