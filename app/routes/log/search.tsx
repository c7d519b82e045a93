import { Form } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { readDay } from "#domain/days.ts";
import type { LogPage } from "#domain/log/queries.server.ts";
import { useFrame } from "#frame/frame.ts";
import { Button } from "#ui/button.tsx";
import { DayField, SelectField, TextField } from "#ui/fields.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

/** By person, by employee, by period, by kind; by the moment. A plain form of the address. */
export function Search({ shown: { input, problems, staff, today } }: { shown: LogPage }) {
  const { log: t, events, problems: said } = useWords();
  const { view, person, staffId, kind, from, to, clock } = input;
  const form = useRef<HTMLFormElement>(null);
  // As a page that comes back with a "no" does: it goes on at the first field that is wrong.
  useEffect(() => {
    if (Object.keys(problems).length > 0) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [problems]);
  return (
    <Form method="get" key={view} ref={form} className="page-search">
      <input type="hidden" name="view" value={view} />
      <div className="field-line">
        {view !== "moment" && (
          <TextField
            label={t.person}
            hint={t.personHint}
            name="person"
            defaultValue={person}
            autoComplete="off"
            short
          />
        )}
        {view !== "export" && (
          <SelectField
            label={t.employee}
            name="staff"
            defaultValue={problems.staff ? "" : (staffId ?? "")}
            error={problems.staff && said[problems.staff]}
          >
            <option value="">{t.anybody}</option>
            {staff.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        {view === "rows" && (
          <SelectField label={t.kind} name="kind" defaultValue={kind}>
            <option value="">{t.anyKind}</option>
            {Object.entries(events).map(([one, said]) => (
              <option key={one} value={one}>
                {said}
              </option>
            ))}
          </SelectField>
        )}
        {view !== "export" && (
          <PastDay
            label={view === "moment" ? t.on : t.from}
            name="from"
            asked={from}
            today={today}
            error={problems.from && said[problems.from]}
          />
        )}
        {view === "rows" && (
          <PastDay label={t.to} name="to" asked={to} today={today} error={problems.to && said[problems.to]} />
        )}
        {view === "moment" && (
          <TextField
            label={t.clock}
            hint={t.clockHint}
            name="clock"
            defaultValue={clock}
            error={problems.clock && said[problems.clock]}
            autoComplete="off"
            short
          />
        )}
        <Button variant="primary">{t.find}</Button>
      </div>
    </Form>
  );
}

type PastDayProps = { label: string; name: string; asked: string; today: string; error?: string };

/** A day as people write it, read as one that has been; above it, which day that is. */
function PastDay({ label, name, asked, today, error }: PastDayProps) {
  const { meetings } = useWords();
  const { language } = useFrame();
  const [typed, setTyped] = useState(asked);
  const read = readDay(typed, today, { past: true });
  return (
    <DayField
      label={label}
      name={name}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      hint={"day" in read ? dayWords(language, today).long(read.day) : meetings.form.onHint}
      error={typed === asked ? error : undefined}
      short
    />
  );
}
