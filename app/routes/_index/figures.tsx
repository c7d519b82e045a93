import { Link } from "@remix-run/react";
import type { Figures as Numbers } from "#domain/start/figures.server.ts";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";

/** The forum in numbers: nobody's name, and nothing to open. */
export function Figures({ figures: { meetings, items, states, onTime } }: { figures: Numbers }) {
  const { start: t, board, graduates, outreach, stuTeam } = useWords();
  return (
    <Block title={t.figures}>
      <p className="start-next">{[t.figuresMeetings(meetings), t.figuresItems(items)].join(" · ")}</p>
      <div className="compare-frame">
        <table className="compare">
          <caption className="region-label">{t.states}</caption>
          <thead>
            <tr>
              <th scope="col">{t.state}</th>
              <th scope="col" className="figures">
                {t.number}
              </th>
            </tr>
          </thead>
          <tbody>
            {states.map(({ state, n }) => (
              <tr key={state}>
                <th scope="row">{board.agreements.states[state]}</th>
                <td className="figures">{n ?? t.few}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3 className="region-label start-more">{t.onTime}</h3>
      <p className="meta">{onTime.length > 0 ? t.onTimeHint : t.noneOnTime}</p>
      {onTime.length > 0 && (
        <div className="compare-frame">
          <table className="compare" aria-label={t.onTime}>
            <thead>
              <tr>
                <th scope="col">{t.department}</th>
                <th scope="col" className="figures">
                  {t.due}
                </th>
                <th scope="col" className="figures">
                  {t.inTime}
                </th>
              </tr>
            </thead>
            <tbody>
              {onTime.map(({ department, due, onTime: inTime }) => (
                <tr key={department}>
                  <th scope="row">{department}</th>
                  <td className="figures">{due}</td>
                  <td className="figures">{t.share(Math.round((100 * inTime) / due))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="start-more">
        <Link to="/stu/figures">{graduates.figures.toPage}</Link> · <Link to="/stu/team">{stuTeam.title}</Link> ·{" "}
        <Link to="/outreach/figures">{outreach.figures.title}</Link>
      </p>
    </Block>
  );
}
