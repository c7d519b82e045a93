import { Form, Link } from "@remix-run/react";
import type { CourseList } from "#domain/stu/list.server.ts";
import { courseOrders, courseSearchOf, courseYears } from "#domain/stu/list-filters.ts";
import { useFrame } from "#frame/frame.ts";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { SelectField, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

type Props = { list: CourseList; name: string; setName: (name: string) => void };

/** What narrows the list, in one row: the name is looked for in the browser alone, all else stands in the address. */
export function Filter({ list: { filters, providers, team }, name, setName }: Props) {
  const { stu: t } = useWords();
  const { staffId } = useFrame();
  const now = courseSearchOf(filters);
  const withOrder = (by: (typeof courseOrders)[number]) => {
    const search = courseSearchOf({ ...filters, by });
    return search === "" ? "/stu" : `/stu?${search}`;
  };
  return (
    <search className="stu-filter screen-only">
      <div className="script-only">
        <TextField
          label={t.find}
          type="search"
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          autoComplete="off"
        />
      </div>
      <nav aria-label={t.order} className="stu-orders">
        {courseOrders.map((by) => (
          <Link key={by} to={withOrder(by)} aria-current={filters.by === by ? "true" : undefined} preventScrollReset>
            {t.orders[by]}
          </Link>
        ))}
      </nav>
      <Form method="get" action="/stu" aria-label={t.filters} key={now} className="field-line">
        {filters.by === "person" && <input type="hidden" name="by" value="person" />}
        {team.includes(staffId ?? "") && (
          <Choice label={t.mine} name="mine" value="yes" defaultChecked={filters.mine} />
        )}
        <SelectField label={t.place} name="place" defaultValue={filters.providerId ?? ""}>
          <option value="">{t.anyPlace}</option>
          {providers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField label={t.year} name="year" defaultValue={filters.year ?? ""}>
          <option value="">{t.anyYear}</option>
          {courseYears.map((year) => (
            <option key={year} value={year}>
              {t.yearsOf[year - 1]}
            </option>
          ))}
        </SelectField>
        <Button>{t.show}</Button>
        {now !== "" && (
          <Link to="/stu" className="button button-text">
            {t.showAll}
          </Link>
        )}
      </Form>
    </search>
  );
}
