import { Form } from "@remix-run/react";
import type { LogPage } from "#domain/log/queries.server.ts";
import { Button } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

/** By person, by employee, by period, by kind; by the moment. A plain form of the address. */
export function Search({ shown: { input, staff } }: { shown: LogPage }) {
  const { log: t, events } = useWords();
  const { view, person, staffId, kind, from, to, clock } = input;
  return (
    <Form method="get" key={view} className="page-search">
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
          <SelectField label={t.employee} name="staff" defaultValue={staffId ?? ""}>
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
          <TextField
            label={view === "moment" ? t.on : t.from}
            type="date"
            name="from"
            defaultValue={from ?? ""}
            short
          />
        )}
        {view === "rows" && <TextField label={t.to} type="date" name="to" defaultValue={to ?? ""} short />}
        {view === "moment" && (
          <TextField label={t.clock} hint={t.clockHint} name="clock" defaultValue={clock} autoComplete="off" short />
        )}
        <Button variant="primary">{t.find}</Button>
      </div>
    </Form>
  );
}
