import { Form, useLoaderData } from "@remix-run/react";
import { accessCounted } from "#domain/access/counted.server.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { WhoSees } from "#frame/why.tsx";
import { page } from "#http/door.server.ts";
import { keepWhatStands } from "#live/net.ts";
import { Button } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

export const handle: Handle = { title: (words) => words.access.count };
export const loader = page(accessCounted, ({ search }) => ({ reference: (search.get("person") ?? "").slice(0, 40) }));
export const clientLoader = keepWhatStands();

/** Who sees one young person, by reference; and by employee: roles, departments, and how many young people they see now; nobody of them by name. */
export default function AccessCounted() {
  const { people, reference, who } = useLoaderData<typeof loader>();
  const { access: t, log, reasons, staff } = useWords();
  return (
    <PageFrame>
      <h1>{t.count}</h1>
      <section className="page-part" aria-labelledby="who">
        <h2 id="who">{t.whoNow}</h2>
        <Form method="get" className="page-search">
          <div className="field-line">
            <TextField
              label={log.person}
              hint={t.referenceHint}
              name="person"
              defaultValue={reference}
              autoComplete="off"
              short
            />
            <Button>{log.find}</Button>
          </div>
        </Form>
        {who?.length === 0 && <Empty text={t.nobodySees} />}
        {who && who.length > 0 && (
          <WhoSees
            label={t.whoNow}
            who={who.map(({ why, ...one }) => ({ ...one, reasons: why.map((rule) => reasons[rule]) }))}
          />
        )}
      </section>
      <section className="page-part" aria-labelledby="by-employee">
        <h2 id="by-employee">{t.byEmployee}</h2>
        <p className="measure">{t.countHint}</p>
        <ul className="rows rows-compare rows-fall" aria-label={t.byEmployee}>
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
      </section>
    </PageFrame>
  );
}
