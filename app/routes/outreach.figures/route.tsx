import { useLoaderData } from "@remix-run/react";
import { type OutreachFigures, outreachFigures } from "#domain/outreach/figure-queries.server.ts";
import { CountsTable } from "#frame/counts-table.tsx";
import { useFrame } from "#frame/frame.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page } from "#http/door.server.ts";
import { keepWhatStands } from "#live/net.ts";
import { Empty } from "#ui/empty.tsx";
import { useWords } from "#words/words.ts";
import { outreachTables } from "./tables.ts";

export const handle: Handle = { title: (words) => words.outreach.figures.title };
export const loader = page(outreachFigures, () => ({}));
export const clientLoader = keepWhatStands();

/** How many were received, reached and got a case: nobody's name, and no small number. */
export default function Figures() {
  const figures = useLoaderData<typeof loader>() as OutreachFigures;
  const words = useWords();
  const { language } = useFrame();
  const t = words.outreach.figures;
  const tables = outreachTables(words, figures, language);
  return (
    <PageFrame>
      <h1>{t.title}</h1>
      <p className="meta measure">
        {t.intro} {t.hidden}
      </p>
      {tables.length === 0 ? (
        <Empty text={t.none} />
      ) : (
        <>
          <p className="button-line screen-only">
            <a href="/outreach/figures/csv" download className="button button-text">
              {t.csv}
            </a>
          </p>
          {tables.map((table) => (
            <section key={table.label} className="page-part">
              <h2>{table.label}</h2>
              <CountsTable isTitled {...table} />
            </section>
          ))}
        </>
      )}
    </PageFrame>
  );
}
