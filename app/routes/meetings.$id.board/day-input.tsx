import { useEffect, useId, useState } from "react";
import { readDay } from "#domain/days.ts";
import { DayField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { nextMeetingDay, useBoard } from "./model.ts";
import { useDays } from "./use-days.ts";

type Props = {
  name: string;
  label: string;
  labelHidden?: boolean;
  error?: string;
  day?: string | null;
  /** What was written before a "no". */
  typedBefore?: string;
  autoFocus?: boolean;
  suggestions?: boolean;
  /** The day that is read, or null while there is none. */
  onDay?: (day: string | null) => void;
  id?: string;
};

/** A day as people write it: `5/12`, `14d`, `Næste møde`. What is read stands beside it; a day that is gone is asked about, not refused. */
export function DayInput({
  name,
  label,
  labelHidden,
  error,
  day = null,
  typedBefore,
  autoFocus,
  suggestions = true,
  onDay,
  id,
}: Props) {
  const { board: t } = useWords();
  const board = useBoard();
  const days = useDays();
  const list = useId();
  const [typed, setTyped] = useState(typedBefore || (day ? written(day) : ""));
  const [given, setGiven] = useState(day);
  // What others set arrives only while nothing else is written here.
  if (day !== given) {
    setGiven(day);
    if (typed === (given ? written(given) : "")) setTyped(day ? written(day) : "");
  }
  // Without JavaScript the field itself is sent, and the server reads it.
  const [live, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const nextMeetingOn = nextMeetingDay(board);
  const asRead = readDay(typed, board.today, { nextMeetingOn });
  const read = "day" in asRead ? asRead.day : null;
  const problem = "problem" in asRead && asRead.problem !== "empty" ? asRead : null;
  const said = problem
    ? problem.problem === "no-such-day"
      ? t.agreements.noSuchDay(typed, problem.suggestion ?? "")
      : t.agreements.unreadableDay
    : error;
  const offers = [
    ...(nextMeetingOn ? [t.agreements.nextMeeting(days.short(nextMeetingOn))] : []),
    t.agreements.inOneWeek,
    t.agreements.inTwoWeeks,
    t.agreements.inOneMonth,
  ];
  /** As short as it reads back to the same day. */
  function written(known: string) {
    const back = readDay(days.short(known), board.today);
    return "day" in back && back.day === known ? days.short(known) : known.split("-").reverse().join("-");
  }

  function type(text: string) {
    setTyped(text);
    const now = readDay(text, board.today, { nextMeetingOn });
    onDay?.("day" in now ? now.day : null);
  }
  return (
    <div className="day-input">
      <DayField
        id={id}
        name={live ? undefined : name}
        label={label}
        labelHidden={labelHidden}
        value={typed}
        placeholder={t.agreements.duePlaceholder}
        error={said}
        list={suggestions ? list : undefined}
        autoFocus={autoFocus}
        short
        onChange={(event) => type(event.target.value)}
        onBlur={() => read && setTyped(written(read))}
      />
      {live && <input type="hidden" name={name} value={read ?? typed} />}
      {suggestions && (
        <datalist id={list}>
          {offers.map((offer) => (
            <option key={offer} value={offer} />
          ))}
        </datalist>
      )}
      {read && read < board.today && <p className="meta near">{t.agreements.past}</p>}
    </div>
  );
}
