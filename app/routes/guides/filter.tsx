import { Form, Link } from "@remix-run/react";
import { intensities } from "#db/vocabulary.ts";
import { youngOrders, youngSearchOf, youngWaits } from "#domain/guides/list-filters.ts";
import { SavedViews } from "#frame/saved-views.tsx";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { SelectField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { useMine } from "./model.ts";

/** Fewer are seen at a glance. */
const WORTH_IT = 5;

/** What narrows the list and orders it, out of the way until it is asked for; and the ways to look at it that were kept. */
export function Filter() {
  const { guides: t } = useWords();
  const { youngPeople, filters, views } = useMine();
  const now = youngSearchOf(filters);
  if (youngPeople.length <= WORTH_IT && now === "" && views.length === 0) return null;
  return (
    <search>
      <details className="young-filter" open={now !== ""}>
        <summary>{t.filter}</summary>
        <Form method="get" action="/guides" key={now} aria-label={t.filter} className="field-line">
          <SelectField label={t.waits} name="waits" defaultValue={filters.waits ?? ""}>
            <option value="">{t.everybody}</option>
            {youngWaits.map((one) => (
              <option key={one} value={one}>
                {t.waitsFor[one]}
              </option>
            ))}
          </SelectField>
          <SelectField label={t.intensity} name="often" defaultValue={filters.intensity ?? ""}>
            <option value="">{t.everybody}</option>
            {intensities.map((one) => (
              <option key={one} value={one}>
                {t.targets[one]}
              </option>
            ))}
          </SelectField>
          <SelectField label={t.order} name="order" defaultValue={filters.order}>
            {youngOrders.map((one) => (
              <option key={one} value={one}>
                {t.orders[one]}
              </option>
            ))}
          </SelectField>
          {youngPeople.some(({ covered }) => covered) && (
            <Choice label={t.onlyCovered} name="covered" value="yes" defaultChecked={filters.covered} />
          )}
          <Button>{t.show}</Button>
          {now !== "" && (
            <Link to="/guides" className="button button-text">
              {t.everybody}
            </Link>
          )}
        </Form>
      </details>
      <SavedViews page="guides" views={views} now={now} />
    </search>
  );
}
