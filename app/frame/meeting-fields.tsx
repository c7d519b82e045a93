import { useState } from "react";
import type { Code } from "#domain/codes/queries.server.ts";
import { readDay } from "#domain/days.ts";
import type { MeetingFacts } from "#domain/meetings/proposal.server.ts";
import type { PeopleInForum, StaffReference } from "#domain/staff/reference.server.ts";
import { useFrame } from "#frame/frame.ts";
import { Choice } from "#ui/choice.tsx";
import { DayField, SelectField, TextField } from "#ui/fields.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

type Props = {
  facts: MeetingFacts;
  types: Code[];
  people: PeopleInForum;
  /** Who can be given the meeting to lead. */
  leaders: string[];
  today: string;
  form: { problem: (field: string) => string | undefined; typed: (field: string) => string | undefined };
};

/** What a meeting is made of, filled in: type, time, place, who leads it and who is asked. */
export function MeetingFields({ facts, types, people, leaders, today, form: { problem, typed } }: Props) {
  const { meetings } = useWords();
  const { language } = useFrame();
  const t = meetings.form;
  const given = (field: keyof MeetingFacts) => ({
    name: field,
    error: problem(field),
    defaultValue: typed(field) ?? String(facts[field]),
  });
  const working = people.staff.filter(({ active }) => active);
  return (
    <>
      <SelectField label={t.type} {...given("typeCode")}>
        {types.map(({ code, label }) => (
          <option key={code} value={code}>
            {label[language]}
          </option>
        ))}
      </SelectField>
      <div className="field-line meeting-time">
        <MeetingDay day={facts.on} typed={typed("on")} today={today} error={problem("on")} />
        <TextField label={t.clock} {...given("clock")} inputMode="decimal" autoComplete="off" short />
        <TextField label={t.minutes} {...given("minutes")} type="number" min={10} max={600} short />
      </div>
      <TextField label={t.place} {...given("place")} />
      <TextField label={t.video} {...given("videoLink")} inputMode="url" />
      {(["chairId", "minuteTakerId"] as const).map((role) => (
        <SelectField key={role} label={role === "chairId" ? t.chair : t.minuteTaker} {...given(role)}>
          {!leaders.includes(facts[role]) && <option value="">{t.choose}</option>}
          <StaffOptions staff={working.filter(({ id }) => leaders.includes(id))} />
        </SelectField>
      ))}
      <details className="meeting-members">
        <summary>{t.members(facts.members.length)}</summary>
        <p className="meta">{t.membersHint}</p>
        {working.map(({ id, name, title }) => (
          <Choice
            key={id}
            name="members[]"
            value={id}
            label={name}
            hint={title}
            defaultChecked={facts.members.includes(id)}
          />
        ))}
      </details>
    </>
  );
}

/** The day as people write it; below it, which weekday that is. */
function MeetingDay({ day, typed, today, error }: { day: string; typed?: string; today: string; error?: string }) {
  const { meetings } = useWords();
  const { language } = useFrame();
  const days = dayWords(language, today);
  const [text, setText] = useState(typed ?? days.short(day));
  const read = readDay(text, today);
  return (
    <DayField
      label={meetings.form.on}
      name="on"
      value={text}
      onChange={(event) => setText(event.target.value)}
      hint={"day" in read ? days.long(read.day) : meetings.form.onHint}
      error={error}
      short
    />
  );
}

export function StaffOptions({ staff }: { staff: StaffReference[] }) {
  return staff.map(({ id, name, title }) => (
    <option key={id} value={id}>
      {title ? `${name}, ${title}` : name}
    </option>
  ));
}
