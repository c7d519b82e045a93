import { Link, useSearchParams } from "@remix-run/react";
import type { SavedPage } from "#db/vocabulary.ts";
import type { SavedView } from "#domain/saved/views.server.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { Icon } from "#ui/icon.tsx";
import { useWords } from "#words/words.ts";
import { CommandForm } from "./command-form.tsx";

type Props = {
  page: SavedPage;
  views: SavedView[];
  /** What is looked at now, as its address says it; empty for all. */
  now: string;
};

/** Somebody's own ways to look at a list; and what is looked at now, to be kept under a name. */
export function SavedViews({ page, views, now }: Props) {
  const { frame } = useWords();
  const t = frame.saved;
  const [params] = useSearchParams();
  if (views.length === 0 && now === "") return null;
  const isKept = views.some(({ search }) => search === now);
  return (
    <section className="saved-views" aria-label={t.views}>
      {views.length > 0 && (
        <ul>
          {views.map(({ id, version, name, search }) => (
            <li key={id}>
              <Link
                to={`/${page}?${search}`}
                aria-current={search === now && !params.has("after") ? "page" : undefined}
              >
                {name}
              </Link>
              <CommandForm intent="remove-view" fields={{ id, version }} quiet>
                <Button variant="text" dense aria-label={t.remove(name)}>
                  <Icon name="close" />
                </Button>
              </CommandForm>
            </li>
          ))}
        </ul>
      )}
      {now !== "" && !isKept && (
        <details>
          <summary>{t.save}</summary>
          <CommandForm intent="save-view" fields={{ page, search: now }} reset>
            {({ problem, typed, busy }) => (
              <div className="field-line">
                <TextField
                  label={t.name}
                  hint={t.hint}
                  name="name"
                  defaultValue={typed("name")}
                  error={problem("name")}
                  autoComplete="off"
                />
                <Button disabled={busy} className="find-button">
                  {t.save}
                </Button>
              </div>
            )}
          </CommandForm>
        </details>
      )}
    </section>
  );
}
