import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { followUpCodes } from "#db/vocabulary.ts";
import { benchmarks } from "#domain/graduates/benchmarks.ts";
import { type GraduateFigures, graduateFigures } from "#domain/graduates/queries.server.ts";
import { CountsTable } from "#frame/counts-table.tsx";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page } from "#http/door.server.ts";
import { keepWhatStands } from "#live/net.ts";
import { Empty } from "#ui/empty.tsx";
import { useWords } from "#words/words.ts";
import { FlowBands } from "./flow-bands.tsx";
import { namesOf } from "./names.ts";

export const handle: Handle = { title: (words) => words.graduates.figures.title };
export const loader = page(graduateFigures, () => ({}));
export const clientLoader = keepWhatStands();

/** What became of those who left STU: nobody's name, no small number, and what the country found beside it. */
export default function Figures() {
  const figures = useLoaderData<typeof loader>() as GraduateFigures;
  const words = useWords();
  const t = words.graduates.figures;
  const names = namesOf(words, figures);
  const { endings, wishes } = figures;
  const { source, year, percent } = benchmarks.endings;
  return (
    <PageFrame>
      <h1>{t.title}</h1>
      <p className="meta measure">
        {t.intro} {t.hiddenHint}
      </p>
      {endings.rows.length === 0 ? (
        <Empty text={t.none} />
      ) : (
        <>
          <p className="button-line screen-only">
            <a href="/stu/figures/excel" download className="button button-text">
              {t.xlsx}
            </a>
            <a href="/stu/figures/csv" download className="button button-text">
              {t.csv}
            </a>
          </p>
          <section className="page-part" aria-labelledby="endings">
            <h2 id="endings">{t.endings}</h2>
            <CountsTable
              label={t.endings}
              isTitled
              head={t.left}
              counts={endings}
              rowName={names.half}
              columnName={names.code}
              country={{ label: t.country(source, year), percent }}
            />
          </section>
          <Outcomes figures={figures} />
          <section className="page-part" aria-labelledby="wishes">
            <h2 id="wishes">{t.wishes}</h2>
            <p className="meta">{t.wishesHint}</p>
            <CountsTable
              label={t.wishes}
              isTitled
              head={t.left}
              counts={wishes}
              rowName={names.half}
              columnName={names.code}
            />
          </section>
          <Flows figures={figures} />
        </>
      )}
    </PageFrame>
  );
}

/** What was found at one follow-up, six months after at first: there the country is measured. */
function Outcomes({ figures }: { figures: GraduateFigures }) {
  const words = useWords();
  const t = words.graduates.figures;
  const [search] = useSearchParams();
  const at = followUpCodes.find((code) => code === search.get("at")) ?? "follow_up_2";
  const names = namesOf(words, figures);
  const byHalf = figures.byHalf.find(({ code }) => code === at);
  const byProvider = figures.byProvider.find(({ code }) => code === at);
  const { wentOn, jobOrEducation } = benchmarks;
  const { job, education, active, benefits } = wentOn.percent;
  return (
    <section className="page-part" aria-labelledby="outcomes">
      <h2 id="outcomes">{t.outcomes}</h2>
      <nav className="page-views" aria-label={t.at}>
        {followUpCodes.map((code) => (
          <Link
            key={code}
            to={`/stu/figures?at=${code}`}
            aria-current={code === at ? "page" : undefined}
            preventScrollReset
          >
            {names.moment(code)}
          </Link>
        ))}
      </nav>
      {byHalf && (
        <CountsTable
          label={t.byHalf(names.months(at))}
          head={t.left}
          counts={byHalf}
          rowName={names.half}
          columnName={names.code}
        />
      )}
      {byProvider && (
        <CountsTable
          label={t.byProvider(names.months(at))}
          head={t.provider}
          counts={byProvider}
          rowName={names.provider}
          columnName={names.code}
        />
      )}
      <h3 className="region-label">{t.benchmarks}</h3>
      <ul className="plain-list">
        <li>
          {t.wentOn(job, education, active, benefits)}{" "}
          <span className="meta">{t.source(wentOn.source, wentOn.year)}</span>
        </li>
        <li>
          {t.jobOrEducation(jobOrEducation.percent.after, jobOrEducation.percent.fourYears)}{" "}
          <span className="meta">{t.source(jobOrEducation.source, jobOrEducation.year)}</span>
        </li>
      </ul>
    </section>
  );
}

function Flows({ figures }: { figures: GraduateFigures }) {
  const words = useWords();
  const t = words.graduates.figures;
  const names = namesOf(words, figures);
  return (
    <section className="page-part" aria-labelledby="flows">
      <h2 id="flows">{t.flows}</h2>
      <p className="meta measure">{t.flowsHint}</p>
      <FlowBands figures={figures} />
      <details>
        <summary>{t.flowTable}</summary>
        {figures.flows.map(({ from, to, counts }) => (
          <CountsTable
            key={to}
            label={t.step(names.moment(from), names.moment(to))}
            head={names.moment(from)}
            counts={counts}
            rowName={names.code}
            columnName={names.code}
          />
        ))}
      </details>
    </section>
  );
}
