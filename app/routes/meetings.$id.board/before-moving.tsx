import { useState } from "react";
import { type NextKind, nextKinds, postponeReasons } from "#db/vocabulary.ts";
import { type Missing, missing } from "#domain/agenda/finished.ts";
import { dayOf } from "#domain/moments.ts";
import { isRollCalled } from "#domain/participants/rules.ts";
import { isHeard } from "#domain/voice/rules.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { Button } from "#ui/button.tsx";
import { SelectField, TextField } from "#ui/fields.tsx";
import { Sheet } from "#ui/sheet.tsx";
import { useWords } from "#words/words.ts";
import { DayInput } from "./day-input.tsx";
import { useItem } from "./item-context.ts";
import { useBoard, useNames } from "./model.ts";
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

/** Three lines, ✓ or ○; a ○ takes you there. Nothing holds the meeting back: `Videre` works all the same. */
export function BeforeMoving() {
  const { board: t } = useWords();
  const { item, closing, voice, actions, agenda } = useItem();
  const { nameOf } = useNames();
  const days = useDays();
  const lacks = useMissing();
  const [open, setOpen] = useState<"informs" | "next" | "agreement" | null>(null);
  const person = item.itemKind === "person";
  const on = agenda.meeting.state === "running" && item.state === "open";
  const informs =
    closing?.informStaffId && closing.informOn
      ? t.before.informs(nameOf(closing.informStaffId), days.near(closing.informOn))
      : t.before.informsMissing;
  return (
    <section className="before-moving" aria-label={t.before.title}>
      {person && (
        <ul className="before-lines">
          {lacks.includes("roll-call") && (
            <Line
              done={false}
              title={t.before.rollCall}
              text={t.before.rollCallMissing}
              onPress={() => document.getElementById("present-button")?.click()}
            />
          )}
          <Line
            done={!lacks.includes("heard")}
            title={t.before.heard}
            text={voice?.how ? t.voice.heardAs[voice.how] : t.before.heardMissing}
            onPress={() => document.getElementById("own-words-edit")?.click()}
          />
          <Line
            done={!lacks.includes("informs")}
            title={t.before.informsTitle}
            text={informs}
            onPress={() => setOpen(open === "informs" ? null : "informs")}
          />
          <Line
            done={!lacks.includes("next")}
            title={t.before.next}
            text={<NextWords />}
            onPress={() => setOpen(open === "next" ? null : "next")}
          />
          {actions.length === 0 && (
            <Line
              done={!lacks.includes("agreement")}
              title={t.before.noAgreement}
              text={closing?.noAgreementReason ?? ""}
              onPress={() => setOpen(open === "agreement" ? null : "agreement")}
            />
          )}
        </ul>
      )}
      {open && <ClosingForm part={open} onClose={() => setOpen(null)} />}
      {on && (
        <div className="before-on">
          <CommandForm intent="end-item" fields={{ meetingId: item.meetingId }}>
            <Button variant="primary" wide id="move-on">
              {lacks.length > 0 ? t.before.onMissing(lacks.length) : t.before.on}
            </Button>
          </CommandForm>
          <Postpone />
        </div>
      )}
    </section>
  );
}

function Line({
  done,
  title,
  text,
  onPress,
}: {
  done: boolean;
  title: string;
  text: React.ReactNode;
  onPress: () => void;
}) {
  return (
    <li>
      <button type="button" className="before-line" onClick={onPress}>
        <span aria-hidden="true">{done ? "✓" : "○"}</span> <strong>{title}</strong> <span className="meta">{text}</span>
      </button>
    </li>
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

/** One part of what is to be written; the others go with it as they stand. */
function ClosingForm({ part, onClose }: { part: "informs" | "next" | "agreement"; onClose: () => void }) {
  const { board: t } = useWords();
  const { closing, item, seats } = useItem();
  const { people, nextMeeting } = useBoard();
  const days = useDays();
  const [next, setNext] = useState<NextKind | "">(closing?.nextKind ?? (nextMeeting ? "meeting" : "outside"));
  const around = people.staff.filter(
    ({ id }) => id === item.contactPersonId || id === item.leadWorkerId || seats.some(({ staffId }) => staffId === id),
  );
  const standing = {
    itemId: item.id,
    version: closing?.version,
    ...(part === "informs" ? {} : { informStaffId: closing?.informStaffId, informOn: closing?.informOn }),
    ...(part === "next"
      ? {}
      : { nextKind: closing?.nextKind, nextMeetingId: closing?.nextMeetingId, nextOn: closing?.nextOn }),
    ...(part === "agreement" ? {} : { noAgreementReason: closing?.noAgreementReason }),
  };
  const words: Record<NextKind, string> = {
    meeting: nextMeeting ? t.before.nextMeeting(days.short(dayOf(nextMeeting.startsAt))) : t.before.nextMeetingNone,
    outside: t.before.nextOutside,
    over: t.before.nextOver,
  };
  return (
    <CommandForm intent="set-closing" fields={standing} onDone={onClose} className="closing-form">
      {({ problem }) => (
        <>
          {part === "informs" && (
            <div className="field-line">
              <SelectField
                label={t.before.informWho}
                name="informStaffId"
                defaultValue={closing?.informStaffId ?? item.contactPersonId ?? ""}
                error={problem("informStaffId")}
              >
                {around.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </SelectField>
              <DayInput
                name="informOn"
                label={t.before.informWhen}
                day={closing?.informOn}
                error={problem("informOn")}
              />
            </div>
          )}
          {part === "next" && (
            <fieldset className="choice-line">
              <legend className="form-label">{t.before.next}</legend>
              {nextKinds.map((kind) => (
                <label key={kind}>
                  <input
                    type="radio"
                    name="nextKind"
                    value={kind}
                    checked={next === kind}
                    disabled={kind === "meeting" && !nextMeeting}
                    onChange={() => setNext(kind)}
                  />{" "}
                  {words[kind]}
                </label>
              ))}
              {next === "outside" && (
                <DayInput name="nextOn" label={t.before.informWhen} day={closing?.nextOn} error={problem("nextOn")} />
              )}
            </fieldset>
          )}
          {part === "agreement" && (
            <TextField
              label={t.before.noAgreement}
              name="noAgreementReason"
              defaultValue={closing?.noAgreementReason ?? ""}
              error={problem("noAgreementReason")}
              autoFocus
            />
          )}
          <div className="button-line">
            <Button>{t.before.save}</Button>
            <Button type="button" variant="text" onClick={onClose}>
              {t.voice.cancel}
            </Button>
          </div>
        </>
      )}
    </CommandForm>
  );
}

function Postpone() {
  const { board: t, frame } = useWords();
  const { item } = useItem();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button type="button" variant="text" onClick={() => setAsking(true)} id="postpone">
        {t.before.postpone}
      </Button>
      <Sheet
        open={asking}
        onClose={() => setAsking(false)}
        title={t.before.postponeTitle}
        closeLabel={frame.close}
        place="middle"
      >
        <div className="button-column">
          {postponeReasons.map((reason) => (
            <CommandForm
              key={reason}
              intent="postpone-item"
              fields={{ itemId: item.id, reason }}
              onDone={() => setAsking(false)}
            >
              <Button wide>{t.before.reasons[reason]}</Button>
            </CommandForm>
          ))}
        </div>
      </Sheet>
    </>
  );
}
