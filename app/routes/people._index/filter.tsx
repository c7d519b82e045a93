import { Form, Link } from "@remix-run/react";
import { SILENT_WEEKS, searchOf } from "#domain/people/filters.ts";
import type { PeopleList } from "#domain/people/list.server.ts";
import { ActiveOptions } from "#frame/active-options.tsx";
import { useFrame } from "#frame/frame.ts";
import { usePeople } from "#frame/people.ts";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { SelectField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

/** What narrows the list: a plain form of the address. */
export function Filter({ list: { filters, areas, guides, peopleEdition } }: { list: PeopleList }) {
  const { peopleList: t } = useWords();
  const { language } = useFrame();
  const { staff, departments } = usePeople(peopleEdition);
  const now = searchOf(filters);
  const { ageFrom, ageTo, area, departmentId, guideId, stu, overdue, closed, silent } = filters;
  return (
    <details key={now} open={now !== ""} className="people-filter">
      <summary>{t.filters}</summary>
      <Form method="get" className="page-search" aria-label={t.filters}>
        <div className="field-line">
          <TextField
            label={t.ageFrom}
            name="from"
            inputMode="numeric"
            defaultValue={ageFrom ?? ""}
            maxLength={2}
            short
          />
          <TextField label={t.ageTo} name="to" inputMode="numeric" defaultValue={ageTo ?? ""} maxLength={2} short />
          <SelectField label={t.area} name="area" defaultValue={area ?? ""}>
            <option value="">{t.anyArea}</option>
            {areas.map(({ code, label }) => (
              <option key={code} value={code}>
                {label[language]}
              </option>
            ))}
          </SelectField>
          <SelectField label={t.department} name="department" defaultValue={departmentId ?? ""}>
            <option value="">{t.anyDepartment}</option>
            <ActiveOptions of={departments} stands={departmentId} />
          </SelectField>
          <SelectField label={t.guide} name="guide" defaultValue={guideId ?? ""}>
            <option value="">{t.anyGuide}</option>
            {staff
              .filter(({ id }) => guides.includes(id) || id === guideId)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </SelectField>
          <SelectField label={t.silent} name="silent" defaultValue={silent ?? ""}>
            <option value="">{t.anySilent}</option>
            {SILENT_WEEKS.map((weeks) => (
              <option key={weeks} value={weeks}>
                {t.weeks(weeks)}
              </option>
            ))}
          </SelectField>
          <Choice label={t.stu} name="stu" value="yes" defaultChecked={stu} />
          <Choice label={t.overdue} name="overdue" value="yes" defaultChecked={overdue} />
          <Choice label={t.closed} name="closed" value="yes" defaultChecked={closed} />
          <Button>{t.show}</Button>
          {now !== "" && (
            <Link to="/people" className="button button-text">
              {t.all}
            </Link>
          )}
        </div>
        <p className="meta">{t.silentHint}</p>
      </Form>
    </details>
  );
}
