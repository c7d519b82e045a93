import { Link } from "@remix-run/react";
import { dayOf } from "#domain/moments.ts";
import { useWords } from "#words/words.ts";
import { useDays, useNames, usePaper } from "./model.ts";

/** How often the paper was kept, the newest first, each to be fetched; any two side by side on a page of their own. */
export function KeptVersions() {
  const { resourcePaper: t } = useWords();
  const { id, paper, versions } = usePaper();
  const days = useDays();
  const nameOf = useNames();
  const [last, before] = versions;
  if (versions.length === 0 && paper?.way !== "here") return null;
  return (
    <section className="page-part" aria-labelledby="versions">
      <h2 id="versions">{t.versions}</h2>
      {versions.length === 0 && <p className="meta">{t.noVersions}</p>}
      <ul className="rows rows-first-line">
        {versions.map(({ id: version, number, final, at, byId }) => (
          <li key={version}>
            <p className="row-main">
              {t.version(number)} · {final ? t.versionFinal : t.versionDraft}{" "}
              <span className="meta">{t.keptBy(days.full(dayOf(at)), nameOf(byId))}</span>
            </p>
            <a className="screen-only" href={`/stu/${id}/paper/pdf?version=${number}`} aria-label={t.pdfOf(number)}>
              PDF
            </a>
          </li>
        ))}
      </ul>
      {versions.length > 0 && (
        <p className="after-rows screen-only">
          <Link to={`/stu/${id}/paper/versions${last && before ? `?from=${before.number}&to=${last.number}` : ""}`}>
            {t.compare}
          </Link>
        </p>
      )}
    </section>
  );
}
