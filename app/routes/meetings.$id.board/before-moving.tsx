import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { type Missing, missing } from "#domain/agenda/finished.ts";
import { dayOf } from "#domain/moments.ts";
import { isRollCalled } from "#domain/participants/rules.ts";
import { isHeard } from "#domain/voice/rules.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { useRovingFocus } from "#ui/roving.tsx";
import { useWords } from "#words/words.ts";
import { ClosingForm, type ClosingPart } from "./closing-form.tsx";
import { useItem } from "./item-context.ts";
import { useBoard, useNames } from "./model.ts";
import { Postpone } from "./postpone.tsx";
import { useDays } from "./use-days.ts";

/** What the item still lacks, by the rule of what is finished. */
export function useMissing(): Missing[] {
  const { item, closing, seats, voice, actions } = useItem();
  return missing({
    kind: item.itemKind,
    state: item.state,
    rollCalled: isRollCalled(seats),
    heard: isHeard(voice),
    agreements: actions.length,
    noAgreementReason: closing?.noAgreementReason ?? null,
    informStaffId: closing?.informStaffId ?? null,
    informOn: closing?.informOn ?? null,
    nextKind: closing?.nextKind ?? null,
    nextOn: closing?.nextOn ?? null,
    nextMeetingId: closing?.nextMeetingId ?? null,
  });
}

type LineOf = { id: Missing; title: string; text: ReactNode; onPress: () => void };

/**
 * Three lines, ✓ or ○, one stop of Tab; a ○ takes whoever runs the meeting there, all others read. Nothing holds the meeting
 * back: `Videre` works all the same.
 */
export function BeforeMoving() {
  const { board: t } = useWords();
  const { item, closing, voice, actions, agenda } = useItem();
  const { nameOf } = useNames();
  const days = useDays();
  const lacks = useMissing();
  const on = agenda.meeting.state === "running" && item.state === "open";
  const { me } = useBoard();
  const closes = me.runs && me.writes;
  const starts = on && me.chair;
  // The chair begins here, unless they are somewhere already.
  useEffect(() => {
    if (starts && document.activeElement === document.body) document.getElementById("move-on")?.focus();
  }, [starts]);
  const [open, setOpen] = useState<ClosingPart | null>(null);
  const person = item.itemKind === "person";
  const owes = person || item.itemKind === "unnamed";
  const informs =
    closing?.informStaffId && closing.informOn
      ? t.before.informs(nameOf(closing.informStaffId), days.near(closing.informOn))
      : t.before.informsMissing;
  const toggle = (part: ClosingPart) => () => setOpen(open === part ? null : part);
  const press = (id: string) => () => document.getElementById(id)?.click();
  const lines: LineOf[] = [
    ...(lacks.includes("roll-call")
      ? [
          {
            id: "roll-call" as const,
            title: t.before.rollCall,
            text: t.before.rollCallMissing,
            onPress: press("present-button"),
          },
        ]
      : []),
    ...(person
      ? [
          {
            id: "heard" as const,
            title: t.before.heard,
            text: voice?.how ? t.voice.heardAs[voice.how] : t.before.heardMissing,
            onPress: press("own-words-edit"),
          },
          { id: "informs" as const, title: t.before.informsTitle, text: informs, onPress: toggle("informs") },
        ]
      : []),
    { id: "next", title: t.before.next, text: <NextWords />, onPress: toggle("next") },
    ...(actions.length === 0
      ? [
          {
            id: "agreement" as const,
            title: t.before.noAgreement,
            text: closing?.noAgreementReason ?? "",
            onPress: toggle("agreement"),
          },
        ]
      : []),
  ];
  const { listProps, rowProps, focusRow } = useRovingFocus(lines.map(({ id }) => id));
  const section = useRef<HTMLElement>(null);
  const standing = useRef(open);
  standing.current = open;
  function close(part: ClosingPart) {
    // Whoever has gone on before the answer came is left where they are.
    if (standing.current !== part) return;
    const { activeElement } = document;
    if (activeElement === document.body || section.current?.contains(activeElement)) focusRow(part);
    setOpen(null);
  }
  const said = ({ id, title, text }: LineOf) => (
    <>
      <span aria-hidden="true">{lacks.includes(id) ? "○" : "✓"}</span> <strong>{title}</strong>{" "}
      <span className="meta">{text}</span>
    </>
  );
  if (!closes)
    return owes ? (
      <section className="before-moving" aria-label={t.before.title}>
        <ul className="before-lines">
          {lines.map((line) => (
            <li key={line.id}>{said(line)}</li>
          ))}
        </ul>
      </section>
    ) : null;
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape" || !open) return;
    event.preventDefault();
    close(open);
  }
  return (
    <section ref={section} className="before-moving" aria-label={t.before.title} onKeyDown={onKeyDown}>
      {owes && (
        <ul className="before-lines" {...listProps}>
          {lines.map((line) => (
            <li key={line.id}>
              <button type="button" className="before-line" onClick={line.onPress} {...rowProps(line.id)}>
                {said(line)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {open && <ClosingForm key={open} part={open} onClose={() => close(open)} />}
      {owes && (
        <noscript>
          {(["informs", "next", "agreement"] as const)
            .filter((part) => person || part !== "informs")
            .map((part) => (
              <ClosingForm key={part} part={part} onClose={() => close(part)} />
            ))}
        </noscript>
      )}
      {on && (
        <div className="before-on">
          <CommandForm intent="end-item" fields={{ meetingId: item.meetingId }}>
            <Button variant="primary" wide id="move-on" data-lands={me.chair || undefined}>
              {lacks.length > 0 ? t.before.onMissing(lacks.length) : t.before.on}
            </Button>
          </CommandForm>
          <Postpone />
        </div>
      )}
    </section>
  );
}

function NextWords() {
  const { board: t } = useWords();
  const { closing } = useItem();
  const { nextMeeting } = useBoard();
  const days = useDays();
  switch (closing?.nextKind) {
    case "meeting":
      return (
        <>
          {nextMeeting && closing.nextMeetingId === nextMeeting.id
            ? t.before.nextMeeting(days.short(dayOf(nextMeeting.startsAt)))
            : t.before.nextMeeting("")}
        </>
      );
    case "outside":
      return <>{closing.nextOn ? t.before.nextOutsideOn(days.short(closing.nextOn)) : t.before.nextOutside}</>;
    case "over":
      return <>{t.before.nextOver}</>;
    default:
      return <>{t.before.nextMissing}</>;
  }
}
