import type { KeyboardEventHandler, ReactNode } from "react";
import { colours } from "#db/vocabulary.ts";
import { isOpen, isOverdue } from "#domain/actions/rules.ts";
import type { OwnAction } from "#domain/actions/shown.server.ts";
import type { Names } from "#domain/actions/shown-person.server.ts";
import { daysBetween } from "#domain/days.ts";
import { useFrame } from "#frame/frame.ts";
import { DepartmentMark } from "#ui/department-mark.tsx";
import { StatusWord } from "#ui/status-word.tsx";
import { Voice } from "#ui/voice.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

type Props = {
  rows: OwnAction[];
  names: Names;
  today: string;
  label?: string;
  /** Whose they are is said by the list: one's own. */
  own?: boolean;
  /** All are about one young person, whose page it is. */
  ofOne?: boolean;
  /** What stands before one: the box by which it is chosen. */
  before?: (row: OwnAction) => ReactNode;
  onKeyDown?: KeyboardEventHandler<HTMLUListElement>;
  /** What can be done with one: the buttons under it. */
  children?: (row: OwnAction) => ReactNode;
};

/** Agreements outside their item: what, about whom, who by when, and how it stands. */
export function AgreementList({
  rows,
  names,
  today,
  label,
  own = false,
  ofOne = false,
  before,
  onKeyDown,
  children,
}: Props) {
  return (
    <ul className="rows rows-first-line agreement-list" aria-label={label} onKeyDown={onKeyDown}>
      {rows.map((row) => (
        <li key={row.id}>
          {before?.(row)}
          <div className="row-main">
            <p>{row.text}</p>
            <Facts row={row} names={names} today={today} own={own} ofOne={ofOne} />
            {children?.(row)}
          </div>
          <State row={row} today={today} />
        </li>
      ))}
    </ul>
  );
}

type FactsProps = Pick<Props, "names" | "today"> & { row: OwnAction; own: boolean; ofOne: boolean };

function Facts({ row, names, today, own, ofOne }: FactsProps) {
  const { actions: t, board, plan } = useWords();
  const { language } = useFrame();
  const days = dayWords(language, today);
  const { decisionSystem, decisionCase, decisionOn } = row;
  const { youngPerson, departmentId, ownerId, dueOn, byYoungPerson, declineReason, blockedReason, resultNote } = row;
  const of = departmentId && !byYoungPerson ? names.departments[departmentId] : undefined;
  const about = youngPerson?.name ?? youngPerson?.initials;
  const facts = [
    ofOne ? null : byYoungPerson ? board.agreements.withYoungPerson(about ?? "") : about,
    dueOn && (ofOne && byYoungPerson ? plan.talkedAgain(days.short(dueOn)) : board.agreements.by(days.short(dueOn))),
    row.youthAnswer !== "not_asked" && board.agreements.youth(board.agreements.youthAnswers[row.youthAnswer]),
  ];
  return (
    <>
      <p className="meta">{facts.filter(Boolean).join(" · ")}</p>
      {of && !own && (
        <p className="meta mark-line">
          <DepartmentMark
            shape={of.sector === "municipality" ? "square" : "circle"}
            letters={of.mark}
            pair={colours.indexOf(of.colour)}
            name={of.name}
            nameBeside
          />
          <span>{[of.name, names.staff[ownerId ?? ""]].filter(Boolean).join(" · ")}</span>
        </p>
      )}
      {row.youthWords && <Voice words={row.youthWords} />}
      {row.state === "proposed" && declineReason && <p className="meta">{board.agreements.declined(declineReason)}</p>}
      {blockedReason && <p className="meta">{t.stuckBecause(t.reasons[blockedReason], row.blockedNote)}</p>}
      {isOpen(row) && resultNote && <p className="meta">{t.lastWritten(resultNote)}</p>}
      {decisionSystem && (
        <p className="meta">{t.decision(decisionSystem, decisionCase, decisionOn && days.short(decisionOn))}</p>
      )}
      {row.state === "not_done" && resultNote && <p className="meta">{t.result(resultNote)}</p>}
    </>
  );
}

/** The word for how it stands; only a day that is gone is red, and it is the department that is late. */
function State({ row, today }: { row: OwnAction; today: string }) {
  const { actions: t, board } = useWords();
  const { state, dueOn } = row;
  const late = isOverdue(row, today);
  if (state === "proposed" && row.declineReason)
    return <StatusWord state="near">{board.agreements.said.no}</StatusWord>;
  if (late && dueOn) return <StatusWord state="late">{t.daysOver(daysBetween(dueOn, today))}</StatusWord>;
  if (row.blockedReason) return <StatusWord state="near">{t.stuck}</StatusWord>;
  if (state === "agreed" || state === "done")
    return <StatusWord state="done">{board.agreements.states[state]}</StatusWord>;
  if (state === "proposed") return <StatusWord state="waiting">{board.agreements.states[state]}</StatusWord>;
  return <StatusWord state="quiet">{board.agreements.states[state]}</StatusWord>;
}
