import { useLoaderData } from "@remix-run/react";
import { accessCounted } from "#domain/access/counted.server.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page } from "#http/door.server.ts";
import { keepWhatStands } from "#live/net.ts";
import { useWords } from "#words/words.ts";

export const handle: Handle = { title: (words) => words.access.count };
export const loader = page(accessCounted, () => ({}));
export const clientLoader = keepWhatStands();

/** By employee: roles, departments, and how many young people they see now; nobody of them by name. */
export default function AccessCounted() {
  const { people } = useLoaderData<typeof loader>();
  const { access: t, staff } = useWords();
  return (
    <PageFrame>
      <h1>{t.count}</h1>
      <p className="measure">{t.countHint}</p>
      <ul className="rows rows-compare" aria-label={t.count}>
        {people.map(({ id, name, title, roles, departments, sees, goesWith }) => (
          <li key={id}>
            <span className="row-main">
              <strong>{name}</strong> <span className="meta">{title}</span>
              <br />
              <span className="meta">
                {[...roles.map((role) => staff.role[role]), ...departments].join(" · ") || t.nothing}
              </span>
            </span>
            <span>
              {t.sees} {sees} · {t.goesWith} {goesWith}
            </span>
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}
