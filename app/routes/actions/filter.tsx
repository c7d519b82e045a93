import { Form, Link } from "@remix-run/react";
import { actionSearchOf, duesAsked, statesAsked, whoseList } from "#domain/actions/filters.ts";
import type { MyActions } from "#domain/actions/queries.server.ts";
import { ActiveOptions } from "#frame/active-options.tsx";
import { usePeople } from "#frame/people.ts";
import { Button } from "#ui/button.tsx";
import { SelectField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

/** What narrows the lists: a plain form of the address. */
export function Filter({ page: { filters, peopleEdition } }: { page: MyActions }) {
  const { actions } = useWords();
  const t = actions.filter;
  const { departments } = usePeople(peopleEdition);
  const now = actionSearchOf(filters);
  const { whose, state, departmentId, due } = filters;
  return (
    <details key={now} open={now !== ""} className="people-filter">
      <summary>{t.title}</summary>
      <Form method="get" className="page-search" aria-label={t.title}>
        <div className="field-line">
          <SelectField label={t.whose} name="whose" defaultValue={whose ?? ""}>
            <option value="">{t.all}</option>
            {whoseList.map((one) => (
              <option key={one} value={one}>
                {actions[one]}
              </option>
            ))}
          </SelectField>
          <SelectField label={t.state} name="state" defaultValue={state ?? ""}>
            <option value="">{t.open}</option>
            {statesAsked.map((one) => (
              <option key={one} value={one}>
                {t.states[one]}
              </option>
            ))}
          </SelectField>
          <SelectField label={t.department} name="department" defaultValue={departmentId ?? ""}>
            <option value="">{t.all}</option>
            <ActiveOptions of={departments} stands={departmentId} />
          </SelectField>
          <SelectField label={t.due} name="due" defaultValue={due ?? ""}>
            <option value="">{t.anyDay}</option>
            {duesAsked.map((one) => (
              <option key={one} value={one}>
                {t.dues[one]}
              </option>
            ))}
          </SelectField>
          <Button>{t.show}</Button>
          {now !== "" && (
            <Link to="/actions" className="button button-text">
              {t.showAll}
            </Link>
          )}
        </div>
      </Form>
    </details>
  );
}
