import { Link, useSearchParams } from "@remix-run/react";
import { type Filters, searchOf } from "#domain/people/filters.ts";
import type { SavedView } from "#domain/saved/views.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { Icon } from "#ui/icon.tsx";
import { useWords } from "#words/words.ts";

/** Somebody's own ways to look at the list; and what is looked at now, to be kept under a name. */
export function Views({ views, filters }: { views: SavedView[]; filters: Filters }) {
  const { peopleList: t } = useWords();
  const [params] = useSearchParams();
  const now = searchOf(filters);
  if (views.length === 0 && now === "") return null;
  const isKept = views.some(({ search }) => search === now);
  return (
    <section className="saved-views" aria-label={t.views}>
      {views.length > 0 && (
        <ul>
          {views.map(({ id, version, name, search }) => (
            <li key={id}>
              <Link to={`/people?${search}`} aria-current={search === now && !params.has("after") ? "page" : undefined}>
                {name}
              </Link>
              <CommandForm intent="remove-view" fields={{ id, version }} quiet>
                <Button variant="text" dense aria-label={t.removeView(name)}>
                  <Icon name="close" />
                </Button>
              </CommandForm>
            </li>
          ))}
        </ul>
      )}
      {now !== "" && !isKept && (
        <details>
          <summary>{t.saveView}</summary>
          <CommandForm intent="save-view" fields={{ page: "people", search: now }} reset>
            {({ problem, typed, busy }) => (
              <div className="field-line">
                <TextField
                  label={t.viewName}
                  hint={t.viewHint}
                  name="name"
                  defaultValue={typed("name")}
                  error={problem("name")}
                  autoComplete="off"
                />
                <Button disabled={busy} className="find-button">
                  {t.saveView}
                </Button>
              </div>
            )}
          </CommandForm>
        </details>
      )}
    </section>
  );
}
