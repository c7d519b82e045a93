import type { TransitionBoard } from "#domain/transition/queries.server.ts";
import { LEVELS, type Share } from "#domain/transition/rules.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { SelectField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

/** How many were clarified at 18, by the half-year of birth; from which level that counts. */
export function Shares({ board: { shares, clarifiedFrom, maySet } }: { board: TransitionBoard }) {
  const { transition: t } = useWords();
  return (
    <section className="page-part" aria-labelledby="share">
      <h2 id="share">{t.share}</h2>
      <p className="meta measure">{t.shareHint(clarifiedFrom, t.levels[clarifiedFrom] ?? "")}</p>
      {shares.own && <Table label={t.shareOwn} shares={shares.own} />}
      {shares.all && <Table label={t.shareAll} shares={shares.all} />}
      {maySet && (
        <div className="button-line screen-only">
          <AskFor intent="set-clarified-from" fields={{}} label={t.changeLevel} variant="text" dense>
            {(close) => (
              <CommandForm intent="set-clarified-from" onDone={close}>
                {({ problem, typed, busy }) => (
                  <div className="field-line">
                    <SelectField
                      label={t.clarifiedFrom}
                      name="level"
                      defaultValue={typed("level") ?? clarifiedFrom}
                      error={problem("level")}
                    >
                      {LEVELS.slice(1).map((level) => (
                        <option key={level} value={level}>
                          {t.levelOf(level, t.levels[level] ?? "")}
                        </option>
                      ))}
                    </SelectField>
                    <Button disabled={busy}>{t.save}</Button>
                  </div>
                )}
              </CommandForm>
            )}
          </AskFor>
        </div>
      )}
    </section>
  );
}

function Table({ label, shares }: { label: string; shares: Share[] }) {
  const { transition: t } = useWords();
  if (shares.length === 0) return <p className="meta">{t.noShare}</p>;
  return (
    <div className="compare-frame">
      <table className="compare">
        <caption className="region-label">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t.born}</th>
            {[t.turned18, t.wereClarified, t.part].map((head) => (
              <th key={head} scope="col" className="figures">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shares.map(({ year, half, turned, clarified }) => (
            <tr key={`${year} ${half}`}>
              <th scope="row">{t.half(year, half)}</th>
              <td className="figures">{turned ?? t.few}</td>
              <td className="figures">{clarified ?? t.fewKnown}</td>
              <td className="figures">
                {turned && clarified !== null ? t.percent(Math.round((100 * clarified) / turned)) : "–"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
