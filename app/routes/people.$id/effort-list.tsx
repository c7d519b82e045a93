import type { EffortRow } from "#domain/people/views.server.ts";
import { isContactKind } from "#domain/plan/clashes.ts";
import { markOf } from "#frame/department-look.ts";
import { useFrame } from "#frame/frame.ts";
import { ChangeRow } from "#frame/row-forms.tsx";
import { Button } from "#ui/button.tsx";
import { DepartmentMark } from "#ui/department-mark.tsx";
import { listed } from "#words/lists.ts";
import { useWords } from "#words/words.ts";
import { EffortFields } from "./effort-form.tsx";
import { HistoryLink } from "./history-link.tsx";
import { useLabels, useNames, usePerson } from "./model.ts";
import { EndRow } from "./row-parts.tsx";

/** An effort in words: its name, and when, how much and for how long. */
export function useEffortWords() {
  const { efforts: t } = useWords();
  const { offers } = usePerson();
  const { kindOf, areaOf, days } = useLabels();
  const { department } = useNames();
  const { language } = useFrame();
  const weekdaysOf = (weekdays: readonly number[]) => listed(weekdays.map(days.ofWeek), language);
  return {
    weekdaysOf,
    listed: (names: string[]) => listed(names, language),
    nameOf: ({ title, provider }: EffortRow) => (provider ? `${title} · ${provider}` : title),
    /** The provider apart, where several are named in a row. */
    namedIn: ({ title, provider }: EffortRow) => (provider ? `${title} (${provider})` : title),
    /** When and how much. */
    timeOf: (row: EffortRow): string =>
      [
        row.toOn ? t.period(days.short(row.fromOn), days.short(row.toOn)) : t.ongoing(days.short(row.fromOn)),
        row.weekMinutes !== null && t.hours(t.hoursOf(row.weekMinutes)),
        row.weekdays.length > 0 && weekdaysOf(row.weekdays),
        row.validUntilOn && t.validUntil(days.short(row.validUntilOn)),
      ]
        .filter(Boolean)
        .join(" · "),
    /** Whose it is, and of what kind. */
    kindOf: (row: EffortRow): string => {
      const offer = offers.find(({ id }) => id === row.combinedOfferId);
      const words = [
        department(row.departmentId)?.name,
        row.effortKind && kindOf(row.effortKind),
        row.area && areaOf(row.area),
        row.contactRole && !isContactKind(row.effortKind) && t.bringsContact,
        offer && t.partOf(offer.title),
      ];
      // A kind and a life area may have one name.
      return [...new Set(words)].filter(Boolean).join(" · ");
    },
  };
}

/** Efforts in time order, each changed in place. */
export function EffortList({ efforts }: { efforts: EffortRow[] }) {
  const { mayWrite } = usePerson();
  const { department } = useNames();
  const { nameOf, timeOf, kindOf } = useEffortWords();
  return (
    <ol className="rows rows-first-line effort-list">
      {efforts.map((row) => {
        const of = department(row.departmentId);
        return (
          <li key={row.id}>
            {of && <DepartmentMark {...markOf(of)} name={of.name} />}
            <div className="row-main">
              <p>{nameOf(row)}</p>
              <p className="meta">{timeOf(row)}</p>
              <p className="meta">{kindOf(row)}</p>
              <div className="button-line">
                {mayWrite && <ChangeEffort row={row} />}
                <HistoryLink row={row} of={row.title} />
              </div>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function ChangeEffort({ row }: { row: EffortRow }) {
  const { efforts: t } = useWords();
  const { today } = usePerson();
  const { id, title, toOn } = row;
  return (
    <>
      <ChangeRow intent="change-effort" row={row} title={title} group={`effort-${id}`}>
        {(form) => (
          <>
            <EffortFields form={form} effort={row} />
            <Button disabled={form.busy}>{t.save}</Button>
          </>
        )}
      </ChangeRow>
      {(toOn === null || toOn > today) && <EndRow intent="end-effort" row={row} title={title} group={`effort-${id}`} />}
    </>
  );
}
