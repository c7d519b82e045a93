import { runningOn } from "#domain/people/efforts.ts";
import { minutesOf } from "#domain/placements/rules.ts";
import type { PlacementRow } from "#domain/placements/views.server.ts";
import { AskFor } from "#frame/ask-for.tsx";
import { CommandForm } from "#frame/command-form.tsx";
import { OutcomeForm } from "#frame/outcome-form.tsx";
import { ChangeRow, RemoveRow } from "#frame/row-forms.tsx";
import { daysShown } from "#ui/day-scale.ts";
import { Icon } from "#ui/icon.tsx";
import { telOf } from "#ui/phone-link.ts";
import { TimeAxis } from "#ui/time-axis.tsx";
import { useWords } from "#words/words.ts";
import { HistoryLink } from "./history-link.tsx";
import { useLabels, usePerson } from "./model.ts";
import { PlacementFields } from "./placement-form.tsx";
import { EndRow } from "./row-parts.tsx";

/** Where the young person works, with pay and without: what runs first, and how many hours that is together. */
export function Placements() {
  const { support, efforts } = useWords();
  const t = support.placements;
  const { placements, mayWrite, today, id: youngPersonId } = usePerson();
  if (placements.length === 0 && !mayWrite) return null;
  const running = runningOn(placements, today);
  const ended = placements.filter(({ toOn }) => toOn !== null && toOn < today);
  const ahead = placements.filter((one) => !running.includes(one) && !ended.includes(one));
  const minutes = minutesOf(placements, today);
  const hours = [
    minutes.paid > 0 && t.paidHours(efforts.hoursOf(minutes.paid)),
    minutes.unpaid > 0 && t.unpaidHours(efforts.hoursOf(minutes.unpaid)),
  ].filter(Boolean);
  return (
    <section className="page-part" aria-labelledby="placements">
      <h2 id="placements">{t.title}</h2>
      {placements.length === 0 && <p className="meta">{t.none}</p>}
      {placements.length > 0 && running.length === 0 && <p className="meta">{t.noneRuns}</p>}
      {hours.length > 0 && <p className="lead">{hours.join(" · ")}</p>}
      <Axis />
      <Places rows={[...running, ...ahead]} />
      {mayWrite && (
        <div className="button-line after-rows">
          <AskFor intent="add-placement" fields={{ youngPersonId }} label={t.add}>
            {(close) => (
              <CommandForm intent="add-placement" fields={{ youngPersonId }} onDone={close} reset className="page-form">
                {(form) => <PlacementFields form={form} />}
              </CommandForm>
            )}
          </AskFor>
        </div>
      )}
      {ended.length > 0 && (
        <details className="add-part ended-efforts">
          <summary>{t.ended(ended.length)}</summary>
          <Places rows={ended} />
        </details>
      )}
    </section>
  );
}

/** A placement in words: when, and how much. */
function useTimeOf() {
  const { support, efforts: t } = useWords();
  const { days } = useLabels();
  const period = ({ fromOn, toOn }: PlacementRow) =>
    toOn ? t.period(days.short(fromOn), days.short(toOn)) : t.ongoing(days.short(fromOn));
  const much = ({ weekMinutes, paid }: PlacementRow) =>
    weekMinutes === null
      ? support.placements.pays[paid ? "paid" : "unpaid"]
      : support.placements.hours(t.hoursOf(weekMinutes), paid);
  return (row: PlacementRow) => `${period(row)} · ${much(row)}`;
}

/** The same as bars, when there are several to see beside each other. */
function Axis() {
  const { efforts } = useWords();
  const { placements, today } = usePerson();
  const { days } = useLabels();
  const timeOf = useTimeOf();
  if (placements.length < 2) return null;
  const rows = placements.map((row) => ({
    ...{ id: row.id, label: row.employer, from: row.fromOn, to: row.toOn },
    ...{ pair: row.paid ? 7 : 8, words: timeOf(row) },
  }));
  const shown = daysShown(rows, today);
  return (
    <TimeAxis
      listed
      today={today}
      shown={shown}
      limit={rows.length}
      rows={rows}
      words={{ from: days.short(shown.from), today: efforts.today, to: days.short(shown.to) }}
    />
  );
}

function Places({ rows }: { rows: PlacementRow[] }) {
  const { support } = useWords();
  const t = support.placements;
  const { mayWrite, placementKinds, placementOutcomes } = usePerson();
  const { labelIn } = useLabels();
  const timeOf = useTimeOf();
  if (rows.length === 0) return null;
  return (
    <ul className="rows rows-first-line">
      {rows.map((row) => (
        <li key={row.id}>
          <div className="row-main">
            <p>
              {row.employer} · {labelIn(placementKinds, row.placementKind)}
            </p>
            <p className="meta">{[timeOf(row), row.municipal && t.municipalWord].filter(Boolean).join(" · ")}</p>
            {row.outcome && <p className="meta">{t.went(labelIn(placementOutcomes, row.outcome))}</p>}
            {(row.contactName || row.contactPhone) && (
              <p className="meta">
                {t.contact(row.contactName)}{" "}
                {row.contactPhone && (
                  <a className="phone-link" href={telOf(row.contactPhone)}>
                    <Icon name="smartphone" /> {row.contactPhone}
                  </a>
                )}
              </p>
            )}
            <div className="button-line">
              {mayWrite && <ChangePlacement row={row} />}
              <HistoryLink row={row} of={row.employer} />
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}

function ChangePlacement({ row }: { row: PlacementRow }) {
  const { support } = useWords();
  const t = support.placements;
  const { today, placementOutcomes } = usePerson();
  const { employer, toOn } = row;
  return (
    <>
      <ChangeRow intent="change-placement" row={row} title={employer}>
        {(form) => <PlacementFields form={form} row={row} />}
      </ChangeRow>
      {(toOn === null || toOn > today) && <EndRow intent="end-placement" row={row} title={employer} />}
      <OutcomeForm row={row} codes={placementOutcomes} />
      <RemoveRow intent="remove-placement" row={row} title={employer} question={t.removeQuestion} />
    </>
  );
}
