import { Link, useLoaderData } from "@remix-run/react";
import { isRowId } from "#domain/input.server.ts";
import { clockOf, dayOf } from "#domain/moments.ts";
import { type ResourcePaperVersions, resourcePaperVersions } from "#domain/resource-paper/queries.server.ts";
import type { PaperTextRow } from "#domain/resource-paper/views.server.ts";
import { useFrame } from "#frame/frame.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { usePeople } from "#frame/people.ts";
import { ComparedRows, VersionChoice, versionIn } from "#frame/versions.tsx";
import { page } from "#http/door.server.ts";
import { keepWhatStands } from "#live/net.ts";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

export const handle: Handle = { title: (words) => words.resourcePaper.before };
export const loader = page(resourcePaperVersions, ({ params: { id }, search }) => {
  const row = search.get("row");
  return isRowId(id) && (row === null || isRowId(row))
    ? { id, from: versionIn(search.get("from")), to: versionIn(search.get("to")), row }
    : null;
});
export const clientLoader = keepWhatStands();

/** Any two versions of a resource paper side by side, part by part; and what stood in one part of it. */
export default function Versions() {
  const found = useLoaderData<typeof loader>() as ResourcePaperVersions;
  const { plan, resourcePaper: t } = useWords();
  const { language } = useFrame();
  const { staff } = usePeople(found.peopleEdition);
  const days = dayWords(language, found.today);
  const { id, name, versions, changed, history } = found;
  const whoOf = ({ editedAt, editedById }: PaperTextRow) =>
    plan.editedBy(
      staff.find((one) => one.id === editedById)?.name ?? "",
      `${days.short(dayOf(editedAt))} ${clockOf(editedAt)}`,
    );
  const newest = history?.[0];
  return (
    <PageFrame>
      <p className="screen-only">
        <Link to={`/stu/${id}/paper`}>
          {t.title} · {name}
        </Link>
      </p>
      <h1>{t.before}</h1>
      {newest && (
        <section className="page-part" aria-labelledby="history">
          <h2 id="history">{plan.versions.historyOf(t.parts[newest.part])}</h2>
          <ol className="rows">
            {history.map((row) => (
              <li key={row.version}>
                <span className="row-main pre-line">
                  {row.text || plan.versions.nothing} <span className="meta">{whoOf(row)}</span>
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <p className="meta">{versions.length === 0 ? t.noVersions : t.versionsHint}</p>
      <VersionChoice {...found} nothing={t.emptyPaper} now={t.paperNow} />
      {changed.length > 0 ? (
        <ComparedRows
          rows={changed.map(({ row, before, after }) => ({
            ...{ key: row.id, name: t.parts[row.part], before, after, who: whoOf(row) },
          }))}
        />
      ) : (
        versions.length > 0 && <p>{plan.versions.same}</p>
      )}
    </PageFrame>
  );
}
